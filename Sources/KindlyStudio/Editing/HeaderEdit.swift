import KindlyBase
import KindlyLanguage

/// A field above the text that gets another value: the change of the header that an author would type.
struct HeaderEdit {
  private let source: Source
  private let header: Header

  init(_ source: Source) {
    self.source = source
    header = read(practice: source).tree.header
  }

  /// The keys that have a field.
  static let keys: [HeaderKey] = [.length, .voice, .bell, .background, .phrases, .toward]

  /// What the author wrote for each of them.
  var values: [(HeaderKey, String)] {
    Self.keys.map { key in (key, span(of: key).map(text) ?? "") }
  }

  /// The change that gives a key a value; an empty one takes its line away. Nil where nothing changes.
  func change(_ key: HeaderKey, to value: String) -> (span: SourceSpan, put: String)? {
    let value = String(value.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(500))
    if let span = span(of: key) {
      guard text(span) != value else { return nil }
      return value.isEmpty ? (wholeLine(of: span), "") : (span, value)
    }
    guard !value.isEmpty else { return nil }
    let entry = "\(key.rawValue): \(value)\n"
    guard let last = spans.map(\.upper).max() else { return (SourceSpan(0, 0), entry + "\n") }
    let end = source.bytes[last...].firstIndex(of: 0x0A)
    guard let end else {
      return (SourceSpan(source.bytes.count, source.bytes.count), "\n" + entry)
    }
    return (SourceSpan(end + 1, end + 1), entry)
  }

  private func text(_ span: SourceSpan) -> String {
    String(decoding: source.bytes[span.lower..<span.upper], as: UTF8.self)
  }

  private func wholeLine(of span: SourceSpan) -> SourceSpan {
    let bytes = source.bytes
    let start = bytes[..<span.lower].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[span.upper...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return SourceSpan(start, end)
  }

  private func span(of key: HeaderKey) -> SourceSpan? {
    switch key {
    case .title: header.title?.span
    case .summary: header.summary?.span
    case .author: header.author?.span
    case .language: header.language?.span
    case .voice: header.voice?.span
    case .bell: header.bell?.span
    case .background: header.background?.span
    case .length: header.length?.span
    case .breath: header.breath?.span
    case .phrases: header.phrases?.span
    case .recordings: header.recordings?.span
    case .toward: header.toward?.span
    case .person: header.person?.span
    case .care: header.care?.span
    case .tags: header.tags.last?.span
    case .pronounce: header.pronounce.last?.span
    }
  }

  private var spans: [SourceSpan] { HeaderKey.allCases.compactMap(span) }
}
