import KindlyBase
import KindlyLanguage

/// What an editor shows of diagnostics: places as lines and UTF-16 columns from 0.
struct Problems {
  private let bytes: [UInt8]
  private let path: String
  private var starts = [0]

  /// Counts the lines of a text.
  init(of source: Source) {
    bytes = source.bytes
    path = source.path
    for (place, byte) in bytes.enumerated() where byte == 0x0A { starts.append(place + 1) }
  }

  /// As the page reads them. What is about another file stands at the top, with that file's name.
  func json(_ diagnostics: [Diagnostic]) -> JSON {
    .array(
      diagnostics.map { diagnostic in
        let isHere = diagnostic.path == path
        let span = isHere ? diagnostic.span : nil
        return .object([
          ("from", place(span?.lower ?? 0)), ("to", place(span?.upper ?? 0)),
          ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code)),
          ("title", .string(diagnostic.title)),
          (
            "message",
            .string((isHere ? "" : visible(diagnostic.path) + ": ") + diagnostic.message)
          ),
          ("hint", .string(diagnostic.hint)),
          ("put", span == nil ? .null : diagnostic.replacement.map(JSON.string) ?? .null),
        ])
      })
  }

  private func place(_ offset: Int) -> JSON {
    let offset = min(max(0, offset), bytes.count)
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = String(decoding: bytes[starts[low]..<offset], as: UTF8.self).utf16.count
    return .array([.int(Int64(low)), .int(Int64(column))])
  }
}
