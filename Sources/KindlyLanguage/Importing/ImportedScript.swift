/// The lines of a practice that grows from a script for a human reader.
struct ImportedScript {
  private var title: String?
  private var header: [String] = []
  private var body: [String] = []
  private var isFrontMatter = false
  private var hasStarted = false

  /// The practice so far. It always has a title, so that no line of the script is taken for a
  /// header.
  var text: String {
    var lines = body
    while lines.last?.isEmpty == true { lines.removeLast() }
    return (["Title: " + (title ?? "An imported script")] + header + [""] + lines)
      .joined(separator: "\n") + "\n"
  }

  /// Takes in one line.
  mutating func add(line: String) {
    if isRule(line) {
      rule(line)
      return
    }
    if isFrontMatter {
      addFrontMatter(line)
      return
    }
    hasStarted = hasStarted || !line.isEmpty
    if line.isEmpty {
      blank()
    } else if line.hasPrefix("//") {
      body.append(note(String(line.dropFirst(2)).trimmed))
    } else if line.hasPrefix("#") {
      addHeading(String(line.drop { $0 == "#" }).trimmed)
    } else {
      addSpeech(line)
    }
  }

  private mutating func blank() {
    if let last = body.last, !last.isEmpty { body.append("") }
  }

  // MARK: - Rules, front matter, headings

  /// A line of dashes, stars or equals signs.
  private func isRule(_ line: String) -> Bool {
    let marks = line.filter { $0 != " " }
    guard marks.count >= 3, let first = marks.first, "-=*_~".contains(first) else { return false }
    return marks.allSatisfy { $0 == first }
  }

  /// A rule begins or ends front matter, underlines a heading, or divides paragraphs.
  private mutating func rule(_ line: String) {
    if line.hasPrefix("---"), !hasStarted || isFrontMatter {
      isFrontMatter.toggle()
      hasStarted = true
    } else if line.hasPrefix("=") || line.hasPrefix("-"), let last = body.last, !last.isEmpty,
      !last.hasPrefix("#"), !last.hasPrefix("//"), !last.contains("["), last.count <= 80
    {
      body.removeLast()
      addHeading(last)
    } else {
      blank()
    }
  }

  private mutating func addFrontMatter(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else {
      if !line.isEmpty { body.append(note(line)) }
      return
    }
    let value = line[line.index(after: colon)...].trimmed.filter { $0 != "\"" }
    switch line[..<colon].trimmed.lowercased() {
    case "title" where title == nil && !value.isEmpty: title = plain(value)
    case "author" where !value.isEmpty && !header.contains { $0.hasPrefix("Author") }:
      header.append("Author: " + plain(value))
    default: body.append(note(line))
    }
  }

  private mutating func addHeading(_ words: String) {
    var line = ImportedLine(words)
    line.read()
    guard line.speaks else {
      if !words.isEmpty { body.append(note(words)) }
      return
    }
    let name = line.words
    if title == nil, body.allSatisfy({ $0.isEmpty || $0.hasPrefix("//") }) {
      title = plain(line.plainWords)
    } else {
      blank()
      body.append("# " + name)
    }
    body += line.cues.map { "[\($0)]" }
    body += line.notes.map { note($0) }
  }

  /// Words that are safe in a header.
  private func plain(_ words: String) -> String {
    let words = words.folded.replacing("//", with: "/")
    return String(words.prefix(200))
  }

  // MARK: - Speech

  private mutating func addSpeech(_ text: String) {
    var line = ImportedLine(text)
    line.read()
    let lines = line.lines
    guard let last = lines.last else {
      body += line.notes.map { note($0) }
      return
    }
    body += lines.dropLast()
    let notes = line.notes.joined(separator: "; ")
    if notes.isEmpty {
      body.append(last)
    } else if notes.count < 300 {
      body.append(last + " // " + notes)
    } else {
      body.append(last)
      body.append(note(notes))
    }
  }
}
