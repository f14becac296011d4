import KindlyBase

/// A rule of a TextMate grammar: what matches gets the scope.
struct TextMateRule {
  var scope: String
  var pattern: String

  /// The rules; the first that matches counts.
  static var all: [TextMateRule] {
    let ignored = SyntaxWords.either(SyntaxWords.ignored)
    let words = SyntaxWords.either(SyntaxWords.opening)
    return [
      TextMateRule(scope: "comment.line.double-slash.kindly", pattern: "(?:^|(?<=\\s))//.*$"),
      TextMateRule(scope: "constant.character.escape.kindly", pattern: "\\\\[!-/:-@\\[-`{-~]"),
      TextMateRule(scope: "markup.heading.kindly entity.name.section.kindly", pattern: "^\\s*#.*$"),
      TextMateRule(
        scope: "keyword.other.key.kindly",
        pattern: "(?i)^\\s*(?:\(SyntaxWords.either(SyntaxWords.keys)))\\s*(?=:)"),
      TextMateRule(
        scope: "keyword.control.cue.kindly",
        pattern: "(?i)\\[\\s*(?:(?:\(ignored))\\s+)*(?:[0-9~½¼¾]|(?:\(words))\\b)[^\\[\\]]*\\]"),
      TextMateRule(scope: "invalid.illegal.cue.kindly", pattern: "\\[[^\\[\\]]*\\]"),
      TextMateRule(scope: "variable.other.value.kindly", pattern: "\\{[^{}]*\\}"),
      TextMateRule(scope: "markup.quote.kindly string.unquoted.kindly", pattern: "^\\s*>[^\\[{/]*"),
    ]
  }

  /// As a line of `sublime-syntax`.
  var yaml: String { "    - match: '\(pattern)'\n      scope: \(scope)" }

  /// As an object of a TextMate grammar.
  var json: JSON { .object([("name", .string(scope)), ("match", .string(pattern))]) }
}

extension SyntaxFile {
  /// The colours of TextMate, and of Visual Studio Code with it.
  static var textMate: String {
    JSON.object([
      ("name", .string("Kindly")), ("comment", .string(SyntaxWords.notice)),
      ("scopeName", .string("text.kindly")),
      ("fileTypes", .array(SyntaxWords.endings.map(JSON.string))),
      ("patterns", .array(TextMateRule.all.map(\.json))),
    ]).line + "\n"
  }

  /// The folder of an extension of Visual Studio Code: what it brings.
  static var vscodePackage: String {
    let language = JSON.object([
      ("id", .string("kindly")), ("aliases", .array([.string("Kindly")])),
      ("extensions", .array(SyntaxWords.endings.map { .string("." + $0) })),
      ("configuration", .string("./language-configuration.json")),
    ])
    let grammar = JSON.object([
      ("language", .string("kindly")), ("scopeName", .string("text.kindly")),
      ("path", .string("./syntaxes/kindly.tmLanguage.json")),
    ])
    return JSON.object([
      ("name", .string("kindly")), ("displayName", .string("Kindly")),
      ("description", .string(SyntaxWords.notice)), ("version", .string("1.0.0")),
      ("publisher", .string("kindly")), ("engines", .object([("vscode", .string("^1.60.0"))])),
      ("categories", .array([.string("Programming Languages")])),
      (
        "contributes",
        .object([("languages", .array([language])), ("grammars", .array([grammar]))])
      ),
    ]).line + "\n"
  }

  /// Notes and brackets, for Visual Studio Code.
  static var vscodeLanguage: String {
    let pairs: JSON = .array(
      [["[", "]"], ["{", "}"]].map { .array($0.map(JSON.string)) })
    return JSON.object([
      ("comments", .object([("lineComment", .string("//"))])), ("brackets", pairs),
      ("autoClosingPairs", pairs), ("surroundingPairs", pairs),
    ]).line + "\n"
  }

  /// The colours of GNOME Text Editor and gedit.
  static var gtkSourceView: String {
    let files = SyntaxWords.endings.map { "*." + $0 }.joined(separator: ";")
    let styles = [
      ("note", "Note", "def:comment"), ("heading", "Heading", "def:heading"),
      ("key", "Key", "def:keyword"), ("cue", "Cue", "def:function"),
      ("unknown", "Unknown cue", "def:error"), ("value", "Value", "def:identifier"),
      ("wish", "Wish", "def:string"), ("escape", "Escape", "def:special-char"),
    ]
    let ids = ["note", "escape", "heading", "key", "cue", "unknown", "value", "wish"]
    let contexts = zip(ids, TextMateRule.all).map { id, rule in
      "        <context id=\"\(id)\" style-ref=\"\(id)\"><match>"
        + XMLText.escaped(rule.pattern) + "</match></context>"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- \(SyntaxWords.notice) -->
      <language id="kindly" name="Kindly" version="2.0" _section="Markup">
        <metadata>
          <property name="globs">\(files)</property>
          <property name="line-comment-start">//</property>
        </metadata>
        <styles>
      \(styles.map { "    <style id=\"\($0.0)\" name=\"\($0.1)\" map-to=\"\($0.2)\"/>" }
        .joined(separator: "\n"))
        </styles>
        <definitions>
          <context id="kindly">
            <include>
      \(contexts.joined(separator: "\n"))
            </include>
          </context>
        </definitions>
      </language>

      """
  }
}
