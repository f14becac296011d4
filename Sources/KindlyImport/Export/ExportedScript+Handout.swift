// For people: what is said, and how long to wait.
extension ExportedScript {
  /// A text in Markdown.
  var markdown: String {
    var lines = ["# \(Markup.markdown(title))", ""]
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .say(let text): lines.append(Markup.markdown(text))
      case .wish(let text): lines.append("> " + Markup.markdown(text))
      case .silence(let pause):
        if !isLineGap(at: index) {
          lines += ["", "*(\(words.pause(pause.natural, step: 100)))*", ""]
        }
      case .bell: lines += ["", "*(\(words.bell))*", ""]
      case .section(let name): lines += ["", "## \(Markup.markdown(name))", ""]
      case .note(let words): lines.append("<!-- \(Markup.comment(words)) -->")
      case .moment, .repeatStart, .repeatEnd, .paragraph: continue
      }
    }
    return Self.joined(lines)
  }

  /// Plain text.
  var plainText: String {
    var lines = ["Title: \(Markup.line(title))", "Language: \(language)", ""]
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .say(let text): lines.append(Markup.line(text))
      case .wish(let text): lines.append("> " + Markup.line(text))
      case .silence(let pause):
        if !isLineGap(at: index) { lines.append("(\(words.pause(pause.natural, step: 100)))") }
      case .bell: lines.append("(\(words.bell))")
      case .section(let name): lines += ["", "# " + Markup.line(name), ""]
      case .note(let words): lines.append("// " + Markup.line(words))
      case .moment, .repeatStart, .repeatEnd, .paragraph: continue
      }
    }
    return Self.joined(lines)
  }

  /// A page on its own that prints well.
  var html: String {
    let isRightToLeft = ["ar", "he", "fa", "ur"].contains { language.hasPrefix($0) }
    var lines = [
      "<!DOCTYPE html>",
      "<html lang=\"\(Markup.escaped(language))\"\(isRightToLeft ? " dir=\"rtl\"" : "")>",
      "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width\">",
      "<title>\(Markup.escaped(title))</title>", "<style>", Self.style, "</style>", "</head>",
      "<body>", "<h1>\(Markup.escaped(title))</h1>",
    ]
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .say(let text):
        // Lines with nothing but the usual breath between them are one paragraph.
        if index > 1, isLineGap(at: index - 1), let last = lines.last, last.hasSuffix("</p>") {
          lines[lines.count - 1] = String(last.dropLast(4)) + "<br>" + Markup.escaped(text) + "</p>"
        } else {
          lines.append("<p>\(Markup.escaped(text))</p>")
        }
      case .wish(let text): lines.append("<blockquote>\(Markup.escaped(text))</blockquote>")
      case .silence(let pause):
        if !isLineGap(at: index) {
          // Readers see whole seconds; import takes the silence to the millisecond.
          lines.append(
            "<p class=\"aside\" \(HTMLReader.silence)=\"\(pause.natural)\">"
              + "(\(words.pause(pause.natural, step: 1000)))</p>")
        }
      case .bell: lines.append("<p class=\"aside\">(\(words.bell))</p>")
      case .section(let name): lines.append("<h2>\(Markup.escaped(name))</h2>")
      case .note(let words): lines.append("<!-- \(Markup.comment(words)) -->")
      case .moment, .repeatStart, .repeatEnd, .paragraph: continue
      }
    }
    return (lines + ["</body>", "</html>"]).map { $0 + "\n" }.joined()
  }

  private static let style = """
    body { max-width: 36em; margin: 2em auto; padding: 0 1em; font: 1.15em/1.6 Georgia, serif; color: #222; }
    h1, h2 { font-weight: normal; break-after: avoid; }
    p, blockquote { margin: 0.4em 0; break-inside: avoid; }
    blockquote { padding-left: 1.2em; border-left: 2px solid #bbb; font-style: italic; }
    .aside { margin-left: 1.2em; color: #666; font-size: 0.85em; }
    @media print { body { margin: 0; max-width: none; font-size: 12pt; color: #000; } @page { margin: 2.2cm; } }
    """

  /// The silence that two lines have between them without being told.
  private func isLineGap(at index: Int) -> Bool {
    guard case .silence(.exact(2000)) = steps[index].kind, index > 0, index + 1 < steps.count,
      case .say = steps[index - 1].kind, case .say = steps[index + 1].kind
    else { return false }
    return true
  }

  /// Lines with single empty ones between.
  private static func joined(_ lines: [String]) -> String {
    var out: [String] = []
    for line in lines where !(line.isEmpty && (out.last?.isEmpty ?? true)) { out.append(line) }
    return out.map { $0 + "\n" }.joined()
  }
}
