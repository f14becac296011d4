import CKindlyPage

/// A file of the page, as it was built into the program.
struct PageFile: Sendable {
  /// What it is: the `Content-Type`.
  var type: String
  /// Its bytes.
  var bytes: [UInt8]

  /// The file of a name; nil if the page has none.
  static func named(_ name: String) -> PageFile? {
    for index in 0..<kindly_page_count() {
      let file = kindly_page(index)
      guard let spelled = file.name, String(cString: spelled) == name else { continue }
      return PageFile(
        type: type(of: name),
        bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
    return nil
  }

  private static func type(of name: String) -> String {
    if name.hasSuffix(".html") { return "text/html; charset=utf-8" }
    if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
    if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
    return "application/octet-stream"
  }
}
