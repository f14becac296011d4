/// Draws diagnostics over the author's own lines.
public struct Report: Sendable {
  private let source: Source
  private let places: Places

  /// Prepares reports about a source.
  public init(on source: Source) {
    self.source = source
    self.places = Places(of: source)
  }

  /// The diagnostic as a person reads it: place, title, the line with the exact place underlined,
  /// what was seen, and one thing to do. Ends with a newline; holds no control character but that.
  public func drawing(of diagnostic: Diagnostic) -> String {
    let kind = diagnostic.severity.rawValue
    guard let span = diagnostic.span else {
      return "\(visible(diagnostic.path)): \(kind): \(diagnostic.title)\n"
        + words(of: diagnostic, indent: "   ")
    }
    let place = places.place(of: span.lower)
    let number = String(place.line)
    let gutter = String(repeating: " ", count: number.count + 1)
    let excerpt = Excerpt(of: source, line: places.span(ofLine: place.line), marking: span)
    return """
      \(visible(diagnostic.path)):\(place.line):\(place.column): \(kind): \(diagnostic.title)
      \(gutter)|
      \(number) | \(excerpt.text)
      \(gutter)| \(excerpt.underline)

      """ + words(of: diagnostic, indent: gutter)
  }

  /// The diagnostics, a blank line between two; of many the first `Limit.drawnProblems`, errors before
  /// warnings, and how many are left.
  public func drawing(of diagnostics: [Diagnostic]) -> String {
    Self.drawing(of: diagnostics) { _ in self }
  }

  /// The same over the texts they are about, each text prepared once.
  public static func drawing(
    of diagnostics: [Diagnostic], over sources: [String: Source]
  ) -> String {
    var reports: [String: Report] = [:]
    return drawing(of: diagnostics) { path in
      let report = reports[path] ?? Report(on: sources[path] ?? Source(path: path, bytes: []))
      reports[path] = report
      return report
    }
  }

  private static func drawing(
    of diagnostics: [Diagnostic], report: (String) -> Report
  ) -> String {
    var paths: [String] = []
    for diagnostic in diagnostics where !paths.contains(diagnostic.path) {
      paths.append(diagnostic.path)
    }
    let isCrowded = diagnostics.count > Limit.drawnProblems
    return paths.flatMap { path in
      let all = isCrowded || paths.count > 1 ? diagnostics.filter { $0.path == path } : diagnostics
      let shown = drawn(all)
      let drawings = shown.map { report(path).drawing(of: $0) }
      let left = all.reduce(0) { $0 + $1.count } - shown.reduce(0) { $0 + $1.count }
      return left == 0
        ? drawings
        : drawings + ["\(visible(path)): \(grouped(left)) more problems are not shown.\n"]
    }.joined(separator: "\n")
  }

  /// Those of one file that are drawn, in their order.
  private static func drawn(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > Limit.drawnProblems else { return diagnostics }
    let errors = diagnostics.indices.filter { diagnostics[$0].severity == .error }
    let others = diagnostics.indices.filter { diagnostics[$0].severity != .error }
    return (errors + others).prefix(Limit.drawnProblems).sorted().map { diagnostics[$0] }
  }

  private func words(of diagnostic: Diagnostic, indent: String) -> String {
    var lines = [diagnostic.message]
    if !diagnostic.hint.isEmpty { lines += diagnostic.hint.split(separator: "\n").map(String.init) }
    return lines.map { indent + visible($0) + "\n" }.joined()
  }
}

/// A line of the source and the mark under a part of it, cut to fit a terminal.
private struct Excerpt {
  /// What is shown of the line.
  var text = ""
  /// Spaces and `^`, aligned by the width of what stands above.
  var underline = ""

  /// Terminal columns shown of a long line, and how many of them stand before the marked place.
  private static let width = 96
  private static let before = 48

  init(of source: Source, line: SourceSpan, marking span: SourceSpan) {
    let lower = min(max(span.lower, line.lower), line.upper)
    let upper = min(max(span.upper, lower), line.upper)
    // What is drawn is near the mark; a line may be long, and hold thousands of marks.
    let before = source.text(at: SourceSpan(line.lower, lower))
    let shown = before.suffix(Self.width)
    var head = ArraySlice(Self.cells(shown))
    let marked = Self.cells(source.text(at: SourceSpan(lower, upper)).prefix(Self.width + 1))
    let tail = Self.cells(source.text(at: SourceSpan(upper, line.upper)).prefix(Self.width + 1))
    let markedWidth = marked.reduce(0) { $0 + $1.width }
    let tailWidth = tail.reduce(0) { $0 + $1.width }
    var headWidth = head.reduce(0) { $0 + $1.width }
    let isLong =
      shown.startIndex > before.startIndex || headWidth + markedWidth + tailWidth > Self.width
    if isLong, headWidth > Self.before {
      while headWidth > Self.before - 1, let first = head.popFirst() { headWidth -= first.width }
      head = [Cell(text: "…", width: 1)] + head
      headWidth += 1
    }
    var used = 0
    for cell in head + marked + tail {
      if used + cell.width > Self.width {
        text += "…"
        break
      }
      text += cell.text
      used += cell.width
    }
    let room = max(1, Self.width - headWidth)
    underline =
      String(repeating: " ", count: headWidth)
      + String(repeating: "^", count: max(1, min(markedWidth, room)))
  }

  /// One visible character and the terminal columns it takes.
  private struct Cell {
    var text: String
    var width: Int
  }

  private static func cells(_ text: some StringProtocol) -> [Cell] {
    text.map { character in
      let shown = visible(character)
      return Cell(
        text: shown,
        width: columns(of: shown))
    }
  }
}
