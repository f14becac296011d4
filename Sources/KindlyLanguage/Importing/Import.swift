/// A script written for a human reader as a practice file, or nil if it is too large to be one.
///
/// Directions that are understood become cues. What is not becomes a `//` note at the end of its
/// line, so that nothing is lost and nothing wrong is spoken. The result has no errors.
public func imported(_ source: Source) -> String? {
  guard source.bytes.count <= Limit.fileBytes / 4 else { return nil }
  var script = ImportedScript()
  let text = withoutComments(String(decoding: source.bytes, as: UTF8.self))
  for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    script.add(line: cleaned(line))
  }
  return mended(script.text)
}

/// A line without characters that no text needs.
private func cleaned(_ line: Substring) -> String {
  var cleaned = String.UnicodeScalarView()
  for scalar in line.unicodeScalars where !scalar.turnsDirection && !scalar.isInvisibleMark {
    cleaned.append(scalar.isControl ? " " : scalar)
  }
  return String(cleaned).trimmed
}

/// The text with `<!-- … -->` on lines of their own, as they are kept as notes.
private func withoutComments(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
  var rest = Substring(text)
  var out = ""
  while let open = rest.firstRange(of: "<!--") {
    out += rest[..<open.lowerBound]
    rest = rest[open.upperBound...]
    let close = rest.firstRange(of: "-->")
    for line in rest[..<(close?.lowerBound ?? rest.endIndex)].split(whereSeparator: \.isNewline) {
      out += "\n// \(line)\n"
    }
    rest = close.map { rest[$0.upperBound...] } ?? ""
  }
  return out + rest
}

/// The script with every line that still has an error turned into a note; in the last pass every
/// line, whatever it says.
private func mended(_ text: String, passes: Int = 5) -> String {
  let source = Source(path: "imported.practice", text: text)
  let errors = read(practice: source).diagnostics.filter { $0.severity == .error }
  if errors.isEmpty || passes == 0 { return text }
  let places = Places(of: source)
  let wrong = Set(errors.compactMap { $0.span.map { places.line(of: $0.lower) } })
  // An error about the whole, such as more silence than a day has, is about its cues.
  let isWhole = errors.contains { $0.span == nil }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let noted = zip(1..., lines).map { number, words in
    let isWrong = passes == 1 || wrong.contains(number) || isWhole && words.contains("[")
    return isWrong && !words.isEmpty && !words.hasPrefix("//") ? note(words) : words
  }
  return mended(noted.joined(separator: "\n"), passes: passes - 1)
}

/// A line of notes, broken where a line would be too long.
func note(_ words: String) -> String {
  var lines: [String] = []
  var rest = Substring(words)
  repeat {
    lines.append("// " + rest.prefix(2000).unicodeScalars.prefix(8000).map(String.init).joined())
    rest = rest.dropFirst(2000)
  } while !rest.isEmpty
  return lines.joined(separator: "\n")
}
