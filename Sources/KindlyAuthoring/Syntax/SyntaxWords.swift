import KindlyLanguage

/// The words that editors colour, from the declared tables.
enum SyntaxWords {
  /// Every key of every kind of file, once, the longest first: `Word gap` before `Word`.
  static let keys: [String] = {
    let all = Set(FileKind.allCases.flatMap { $0.keys.map(\.name) })
    return all.sorted { ($0.count, $1) > ($1.count, $0) }
  }()

  /// Every word a cue may open with, the longest first.
  static let opening: [String] = CueKind.openingWords.sorted { ($0.count, $1) > ($1.count, $0) }

  /// Words before them that are passed over.
  static let ignored: [String] = CueKind.ignoredWords

  /// The endings of the files.
  static let endings: [String] = FileKind.allCases.map(\.rawValue)

  /// Alternatives of a regular expression.
  static func either(_ words: [String]) -> String { words.joined(separator: "|") }

  /// What stands above every generated file, behind the mark of a comment.
  static let notice = "Syntax of Kindly's files, written from the language's own tables."
}

/// A file for an editor.
public struct SyntaxFile: Sendable, Hashable {
  /// Its place below `Sources/Packaging/editors`.
  public var path: String
  /// What it says; ends with a newline.
  public var text: String

  /// Every file, in the order of the paths.
  public static let all: [SyntaxFile] = [
    SyntaxFile(path: "gtksourceview/kindly.lang", text: gtkSourceView),
    SyntaxFile(path: "nano/kindly.nanorc", text: nano),
    SyntaxFile(path: "sample.practice", text: sample),
    SyntaxFile(path: "sublime/kindly.sublime-syntax", text: sublime),
    SyntaxFile(path: "vim/ftdetect/kindly.vim", text: vimDetection),
    SyntaxFile(path: "vim/ftplugin/kindly.vim", text: vimPlugin),
    SyntaxFile(path: "vim/syntax/kindly.vim", text: vim),
    SyntaxFile(path: "vscode/language-configuration.json", text: vscodeLanguage),
    SyntaxFile(path: "vscode/package.json", text: vscodePackage),
    SyntaxFile(path: "vscode/syntaxes/kindly.tmLanguage.json", text: textMate),
  ]

  /// A practice with every key and every example of every cue, one a line, and a cue that is none: what
  /// the colours are tried on.
  static var sample: String {
    let keys = SyntaxWords.keys.sorted().map { "\($0): value" }
    let cues = CueKind.allCases.flatMap { kind in
      kind.declaration.examples.map { "[\($0)]" }
    }
    return
      (keys + ["", "# A heading", "> May I be safe."] + cues
      + ["[repeet 3 times]", "Bring {name} to mind. // a note", "See https://example.org there."])
      .joined(separator: "\n") + "\n"
  }
}
