// For speech services.
extension ExportedScript {
  /// An SSML document.
  var ssml: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"\(Markup.escaped(language))\">",
      "<!-- title: \(Markup.comment(title)) -->",
    ]
    for step in steps {
      switch step.kind {
      case .say(let text): lines.append("<s>\(Markup.escaped(text))</s>")
      case .wish(let text):
        lines.append("<s>\(Markup.escaped(text))</s> <!-- a wish for silent repetition -->")
      case .silence(let pause): lines.append("<break time=\"\(Self.time(pause))\"/>")
      case .bell: lines.append("<!-- bell -->")
      case .section(let name): lines.append("<!-- # \(Markup.comment(name)) -->")
      case .note(let words): lines.append("<!-- \(Markup.comment(words)) -->")
      case .moment, .repeatStart, .repeatEnd, .paragraph: continue
      }
    }
    lines.append("</speak>")
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in Speech Markdown. It has no comments of its own, so they begin with `//`.
  var speechMarkdown: String {
    var lines = ["// \(Markup.line(title))"]
    for step in steps {
      switch step.kind {
      case .say(let text), .wish(let text): lines.append(Markup.speechMarkdown(text))
      case .silence(let pause): lines.append("[break:\"\(Self.time(pause))\"]")
      case .bell: lines.append("![\"bell.mp3\"]")
      case .section(let name): lines.append("// \(Markup.line(name))")
      case .note(let words): lines.append("// \(Markup.line(words))")
      case .moment, .repeatStart, .repeatEnd, .paragraph: continue
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `2500ms`, `3s`.
  private static func time(_ pause: ScriptPause) -> String {
    let milliseconds = pause.natural
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
  }
}

/// Words that are safe in other notations.
enum Markup {
  /// In XML and HTML.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars where !scalar.isHidden {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// In a comment of XML, which no `--` may stand in.
  static func comment(_ text: String) -> String {
    var out = line(text)
    while out.contains("--") { out = out.replacing("--", with: "-") }
    return out.hasSuffix("-") ? out + " " : out
  }

  /// On one line.
  static func line(_ text: String) -> String {
    text.unicodeScalars.map { $0.isBlank || $0.isHidden ? " " : $0 }.text
  }

  /// In Markdown.
  static func markdown(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    let scalars = line(text).scalars
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "*", "_", "`", "[", "]", "<", "\\", "{", "}", "~", "|", "&": out.append("\\")
      case "(", ")": out.append("\\")
      case "#" where index == 0, ">" where index == 0, "-" where index == 0, "+" where index == 0:
        out.append("\\")
      default: break
      }
      out.append(scalar)
    }
    return String(out)
  }

  /// In Speech Markdown, whose marks are words of other notations.
  static func speechMarkdown(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in line(text).unicodeScalars {
      if "*_`[]<\\{}~+()#".unicodeScalars.contains(scalar) { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }
}
