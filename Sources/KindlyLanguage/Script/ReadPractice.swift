/// Reads a practice.
public func read(practice source: Source) -> Reading<Script> {
  read(script: source, as: .practice)
}

/// Reads a course: a practice whose sections are days.
public func read(course source: Source) -> Reading<Script> {
  read(script: source, as: .course)
}

/// Bytes, lines, header, then every line to the tree: the whole way of a script.
private func read(script source: Source, as kind: FileKind) -> Reading<Script> {
  var problems = Problems(path: source.path)
  guard source.checkText(noting: &problems) else {
    return Reading(tree: Script(), diagnostics: problems.inOrder)
  }
  let lines = source.lines()
  source.checkLength(of: lines, noting: &problems)
  var header = HeaderReader(source, kind: kind)
  let headerLines = header.lines(of: lines, noting: &problems)
  header.read(lines[headerLines], noting: &problems)
  var builder = TreeBuilder(source, kind: kind, header: header.header, problems: problems)
  builder.read(lines[headerLines.upperBound...], after: header, hasHeader: !headerLines.isEmpty)
  return builder.finish()
}

extension Source {
  /// Notes lines that are too long; they are not read.
  func checkLength(of lines: [Line], noting problems: inout Problems) {
    for line in lines where isTooLong(line) {
      let characters = text(at: line.whole).unicodeScalars.count
      problems.note(TextProblem.lineTooLong(characters: characters), at: line.whole)
    }
  }

  /// Whether a line has more characters than are read.
  func isTooLong(_ line: Line) -> Bool {
    line.whole.upper - line.whole.lower > Limit.lineCharacters
      && text(at: line.whole).unicodeScalars.count > Limit.lineCharacters
  }
}
