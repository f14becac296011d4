/// How the bytes of a file become the text of an editor, and come back as they were.
///
/// An editor has lines and no byte-order mark; a file that has one, or the line ends of Windows all
/// through, gets them back.
struct TextForm: Sendable, Hashable {
  /// Whether it begins with a byte-order mark.
  var hasMark = false
  /// Whether every line ends with a carriage return and a newline.
  var hasReturns = false

  /// The text of a file, and its form; nil where the bytes are no UTF-8.
  static func read(_ bytes: [UInt8]) -> (text: String, form: TextForm)? {
    var form = TextForm()
    form.hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = bytes[(form.hasMark ? 3 : 0)...]
    guard let text = String(validating: body, as: UTF8.self) else { return nil }
    let newlines = body.count { $0 == 0x0A }
    var pairs = 0
    var before: UInt8 = 0
    var returns = 0
    for byte in body {
      if byte == 0x0D { returns += 1 }
      if byte == 0x0A, before == 0x0D { pairs += 1 }
      before = byte
    }
    form.hasReturns = newlines > 0 && pairs == newlines && returns == newlines
    guard form.hasReturns else { return (text, form) }
    return (String(decoding: body.filter { $0 != 0x0D }, as: UTF8.self), form)
  }

  /// The bytes of a text for the file.
  func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    guard hasReturns else { return bytes + Array(text.utf8) }
    for byte in text.utf8 {
      if byte == 0x0A { bytes.append(0x0D) }
      bytes.append(byte)
    }
    return bytes
  }
}
