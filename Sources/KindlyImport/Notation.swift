/// The notations that are read.
public enum Notation: String, Sendable, CaseIterable {
  /// Prose with directions in parentheses, brackets, dashes; dialogue; lines with times.
  case prose = "text"
  /// Markdown.
  case markdown = "Markdown"
  /// Speech Markdown.
  case speechMarkdown = "Speech Markdown"
  /// SSML and the tags of speech services.
  case ssml = "SSML"
  /// HTML.
  case html = "HTML"
  /// SubRip captions.
  case subRip = "SubRip captions"
  /// WebVTT captions.
  case webVTT = "WebVTT captions"
  /// Lyrics with times.
  case lyrics = "lyrics (LRC)"
  /// Labels of Audacity.
  case labels = "Audacity labels"
  /// Tables with tabs, semicolons or commas.
  case table = "a table"
  /// JSON, also one value a line.
  case json = "JSON"
  /// YAML.
  case yaml = "YAML"
  /// Fountain.
  case fountain = "Fountain"
  /// Word and OpenDocument texts.
  case office = "a document"
  /// Rich text.
  case richText = "rich text (RTF)"

  // MARK: - Recognising

  /// The notation of a text, by what is in it; a file's ending says nothing.
  static func of(_ text: String) -> Notation {
    let start = text.prefix(4000).drop { $0.isWhitespace }
    if let notation = ofPart(text) { return notation }
    let lines = TextReader.lines(of: String(text.prefix(20_000))).map { $0.trimmed }
    let filled = lines.filter { !$0.isEmpty }
    if start.hasPrefix("WEBVTT") { return .webVTT }
    if filled.prefix(12).contains(where: { CaptionReader.times($0) != nil }),
      filled.count(where: { CaptionReader.times($0) != nil }) * 6 >= filled.count
    {
      return .subRip
    }
    if areLabels(text) { return .labels }
    if areLyrics(filled) { return .lyrics }
    if isFountain(lines) { return .fountain }
    if isYAML(lines) { return .yaml }
    if DelimitedReader.delimiter(of: text) != nil { return .table }
    if isSpeechMarkdown(text) { return .speechMarkdown }
    return isMarkdown(filled) ? .markdown : .prose
  }

  /// A notation that says what it is at once, as it may stand in a fence of Markdown.
  static func ofPart(_ text: String) -> Notation? {
    let start = text.prefix(4000).drop { $0.isWhitespace }
    let lower = start.prefix(600).lowercased()
    if lower.hasPrefix("<?xml") || lower.hasPrefix("<speak") || lower.hasPrefix("<!--") {
      if lower.contains("<html") { return .html }
      if start.contains("<speak") { return .ssml }
      if lower.hasPrefix("<?xml") { return .ssml }
    }
    if lower.hasPrefix("<"), isHTML(String(lower)) { return .html }
    if let first = start.first, "[{".contains(first), isJSON(text) { return .json }
    return nil
  }

  private static func isHTML(_ start: String) -> Bool {
    if start.hasPrefix("<!doctype html") || start.contains("<html") || start.contains("<body") {
      return true
    }
    return [
      "<p>", "<p ", "<div", "<h1", "<h2", "<h3", "<section", "<article", "<ul", "<ol", "<table",
      "<main", "<header", "<blockquote",
    ].contains { start.hasPrefix($0) }
  }

  /// `{"` or `[` with a value after it; a line `[bell]` is none.
  private static func isJSON(_ text: String) -> Bool {
    var seen: [Scalar] = []
    for scalar in text.unicodeScalars where !scalar.isBlank {
      seen.append(scalar)
      if seen.count == 3 { break }
    }
    guard seen.count > 1 else { return false }
    switch (seen[0], seen[1]) {
    case ("{", "\""), ("[", "\""), ("[", "{"), ("{", "}"), ("[", "["):
      if seen == ["[", "[", "s"] { return false }
      let last = text.unicodeScalars.last { !$0.isBlank }
      return last == "}" || last == "]"
    default: return false
    }
  }

  private static func areLabels(_ text: String) -> Bool {
    let lines = text.prefix(20_000).split(separator: "\n").prefix(40)
      .filter { !$0.hasPrefix("\\") && $0.contains { !$0.isWhitespace } }
    guard !lines.isEmpty else { return false }
    return lines.allSatisfy { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count >= 2 && cells[0].contains { $0 == "." || $0 == "," }
        && CaptionReader.milliseconds(cells[0]) != nil
        && CaptionReader.milliseconds(cells[1]) != nil
    }
  }

  /// `[00:30.00]` with hundredths before most lines, or with tags such as `[ti:…]` above them.
  private static func areLyrics(_ lines: [ArraySlice<Scalar>]) -> Bool {
    var (stamps, fine, tags) = (0, 0, 0)
    for line in lines.prefix(200) {
      if line.first == "[", let stamp = Stamp(line), stamp.isEnclosed {
        stamps += 1
        if stamp.written.contains(".") { fine += 1 }
      } else if ["[ti:", "[ar:", "[al:", "[by:", "[la:"].contains(where: { line.text.hasPrefix($0) }
      ) {
        tags += 1
      }
    }
    return fine > 0 && fine * 2 > lines.prefix(200).count - tags || tags > 0 && stamps > 0
  }

  private static func isFountain(_ lines: [ArraySlice<Scalar>]) -> Bool {
    let scenes = lines.count {
      FountainReader.isScene($0) && $0.allSatisfy { !$0.isLetter || !$0.properties.isLowercase }
    }
    return scenes > 0
  }

  private static func isSpeechMarkdown(_ text: String) -> Bool { speech.isFound(in: text) }

  private static let speech = WordSearch([
    "[break:\"", "#[voice", "#[lang", "#[dj", "#[newscaster", "#[excited", "#[disappointed", "]:\"",
    "[emphasis:", ")[sub:", ")[ipa:", ")[voice:", ")[characters]", ")[whisper]", ")[lang:",
    ")[rate:",
    "!(http",
  ])

  private static func isMarkdown(_ lines: [ArraySlice<Scalar>]) -> Bool {
    lines.contains { line in
      line.first == "#" && line.drop { $0 == "#" }.first == " "
        || line.starts(with: "```".unicodeScalars) || line.starts(with: "> ".unicodeScalars)
        || line.contains("*") || line.text.contains("](")
    }
  }

  /// Keys, lists under keys and lists of keys, and nothing else.
  private static func isYAML(_ lines: [ArraySlice<Scalar>]) -> Bool {
    var (keys, lists, others, filled) = (0, 0, 0, 0)
    var isBlock = false
    for line in lines where !line.isEmpty {
      filled += 1
      let isItem = line.first == "-" && line.dropFirst().first == " "
      let rest = (isItem ? line.dropFirst() : line).trimmed
      if line.first == "#" || line.allSatisfy({ $0 == "-" }) { continue }
      if let label = yamlKey(rest) {
        keys += 1
        if isItem { lists += 1 }
        if label { isBlock = true }
      } else if isItem {
        lists += 1
      } else if !isBlock {
        others += 1
      }
    }
    guard keys > 1, lists > 0 || isBlock, others * 10 <= filled else { return false }
    // `steps:` above a list, or `- say: …`: prose with a header has neither.
    return lines.contains { line in
      line.first == "-" && yamlKey(line.dropFirst().trimmed) != nil
        || line.last == ":" && yamlKey(line) != nil && !line.contains { $0 == " " }
    } && keys * 2 >= lists
  }

  /// Whether a line is `key: value` or `key:`; true where what follows is on the next lines.
  private static func yamlKey(_ line: ArraySlice<Scalar>) -> Bool? {
    guard let colon = line.prefix(40).firstIndex(of: ":"), colon > line.startIndex else {
      return nil
    }
    let key = line[..<colon]
    guard
      key.allSatisfy({ $0.isLetter || $0.digit != nil || "_- \"'".unicodeScalars.contains($0) }),
      key.count(where: { $0 == " " }) < 2
    else { return nil }
    let value = line[(colon + 1)...].trimmed
    guard colon + 1 == line.endIndex || line[colon + 1].isBlank else { return nil }
    return value.isEmpty || value.first == "|" || value.first == ">" && value.count < 4
  }

  // MARK: - Reading

  /// The draft of a text in this notation.
  func draft(_ text: String, offset: Int = 0) throws(ImportProblem) -> ReadScript {
    switch self {
    case .prose, .markdown, .speechMarkdown:
      TextReader.read(text, notation: self, offset: offset)
    case .ssml: try XMLScript.ssml(text, offset: offset)
    case .html: try HTMLReader.read(text)
    case .subRip, .webVTT: CaptionReader.arrows(text)
    case .lyrics: CaptionReader.lyrics(text)
    case .labels: CaptionReader.labels(text)
    case .table:
      DelimitedReader.read(text, DelimitedReader.delimiter(of: text) ?? "\t")
    case .json: try DataReader.read(text, kind: "JSON")
    case .yaml: try DataReader.read(text, kind: "YAML")
    case .fountain: FountainReader.read(text)
    case .richText: RTFReader.read(Array(text.utf8))
    case .office: ReadScript()
    }
  }
}
