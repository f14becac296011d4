import KindlyAuthoring
import KindlyBase
import KindlyLanguage

/// A field above the text that gets another value: the change of the header that an author would type.
struct HeaderEdit {
  private let source: Source
  private let header: Header

  /// `script`: what the source says, where it is read already.
  init(_ source: Source, script: Script? = nil) {
    self.source = source
    header = (script ?? read(practice: source).tree).header
  }

  /// The keys that have a field.
  static let keys: [HeaderKey] = [.length, .voice, .bell, .background, .phrases, .toward]

  /// Whether its line can be changed by the page.
  static func changes(_ key: HeaderKey) -> Bool { keys.contains(key) || key == .recordings }

  /// What the author wrote for each of them.
  var values: [(HeaderKey, String)] {
    Self.keys.map { key in (key, span(of: key).map(text) ?? "") }
  }

  /// The change that gives a key a value; an empty one takes its line away. Nil where nothing changes.
  func change(_ key: HeaderKey, to value: String) -> TextEdit? {
    let value = String(value.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(500))
    if let span = span(of: key) {
      guard text(span) != value else { return nil }
      return value.isEmpty ? TextEdit(wholeLine(of: span), "") : TextEdit(span, value)
    }
    return value.isEmpty ? nil : entry(key, value)
  }

  /// The change that has a word said as something else: in the place of what is said of it already, or as
  /// a line of its own.
  /// - Throws: `EditRefused` where a `Pronounce` line can't say that.
  func change(saying word: String, as spoken: String) throws(EditRefused) -> TextEdit {
    let wanted = Respelling(word: word, spoken: spoken)
    let words = "\(word) as \(spoken)"
    let known = header.pronounce.first { $0.value.word.lowercased() == word.lowercased() }
    let edit = known.map { TextEdit($0.span, words) } ?? entry(.pronounce, words)
    let changed = read(practice: source.applying([edit])).tree.header.pronounce.map(\.value)
    guard !word.isEmpty, !spoken.isEmpty, changed.contains(wanted) else {
      throw EditRefused(
        sentence: "Write how it is said in letters, without semicolons, such as meh-tah.")
    }
    return edit
  }

  /// A new line behind the last one of the header.
  private func entry(_ key: HeaderKey, _ value: String) -> TextEdit {
    let entry = "\(key.rawValue): \(value)\n"
    guard let last = spans.map(\.upper).max() else {
      return TextEdit(SourceSpan(0, 0), entry + "\n")
    }
    guard let end = source.bytes[last...].firstIndex(of: 0x0A) else {
      return TextEdit(SourceSpan(source.bytes.count, source.bytes.count), "\n" + entry)
    }
    return TextEdit(SourceSpan(end + 1, end + 1), entry)
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
