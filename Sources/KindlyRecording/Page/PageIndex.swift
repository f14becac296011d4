import Glibc
import KindlyTimeline

/// A list of the pages in a folder, as a page of its own.
public struct PageIndex: Sendable {
  /// A page of the folder.
  public struct Entry: Sendable, Hashable {
    /// The file's name.
    public var file: String
    /// What it is called.
    public var title: String
    /// What it is about.
    public var summary: String?
    /// How long it lasts, in milliseconds.
    public var milliseconds: Int64
    /// The series it belongs to, such as a course.
    public var album: String?
    /// Its place in the series.
    public var track: Int?

    /// Pages of a series in its order, all others by their titles.
    fileprivate var order: (String, Int, String, String) {
      (album ?? title, track ?? 0, title, file)
    }
  }

  /// The pages of each series in its order, and all by their titles.
  public let entries: [Entry]

  /// The file that the list is written to.
  public static let name = "index.html"

  /// Reads the heads of the pages in a folder; other files are passed over. Throws `noFolder` and the
  /// like.
  public init(folder: String) throws(RecordingError) {
    entries = try FeedFolder.names(in: folder)
      .filter { $0.hasSuffix(".html") && $0 != Self.name && !$0.hasPrefix(".") }
      .compactMap { Self.entry($0, in: folder) }
      .sorted { $0.order < $1.order }
  }

  /// The list as a page.
  public func text(title: String) -> String {
    var out = PageText.head(title: title, language: nil, summary: nil, facts: [], script: nil)
    out += "<body>\n<main>\n<h1>\(PageText.escaped(title))</h1>\n<ol>\n"
    for entry in entries {
      out += "<li><time>\(Frames(entry.milliseconds * 48).clock)</time> "
      out += "<a href=\"\(Self.address(entry.file))\">\(PageText.escaped(entry.title))</a>"
      if let summary = entry.summary {
        out += "<p class=\"about\">\(PageText.escaped(summary))</p>"
      }
      out += "</li>\n"
    }
    return out + "</ol>\n</main>\n</body>\n</html>\n"
  }

  /// A page of ours tells its length in its head.
  private static func entry(_ file: String, in folder: String) -> Entry? {
    guard let bytes = FileBytes("\(folder)/\(file)") else { return nil }
    let head = String(decoding: bytes.bytes(at: 0, count: 1 << 16), as: UTF8.self)
    guard let length = meta("kindly-length", in: head).flatMap({ Int64($0) }), length >= 0,
      length < 1 << 40
    else { return nil }
    let title = between("<title>", "</title>", in: head).map { String($0) } ?? file
    return Entry(
      file: file, title: PageText.plain(title),
      summary: meta("description", in: head).map { PageText.plain($0) }, milliseconds: length,
      album: meta("kindly-album", in: head).map { PageText.plain($0) },
      track: meta("kindly-track", in: head).flatMap { Int($0) })
  }

  private static func meta(_ name: String, in head: String) -> Substring? {
    between("<meta name=\"\(name)\" content=\"", "\"", in: head)
  }

  private static func between(_ start: String, _ end: String, in text: String) -> Substring? {
    let bytes = text.utf8
    var rest = bytes[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "<")) {
      let here = bytes[place...]
      if here.starts(with: start.utf8) {
        let content = here.dropFirst(start.utf8.count)
        var cursor = content.startIndex
        while cursor < content.endIndex {
          if content[cursor...].starts(with: end.utf8) {
            return Substring(content[..<cursor])
          }
          cursor = content.index(after: cursor)
        }
        return nil
      }
      rest = here.dropFirst()
    }
    return nil
  }

  /// A file beside the list: RFC 3986 with everything unusual written as `%XX`, and no scheme.
  private static func address(_ name: String) -> String {
    "./"
      + name.utf8.map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
          String(UnicodeScalar(byte))
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }.joined()
  }
}
