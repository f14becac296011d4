extension SyntaxFile {
  /// The colours of nano: of several rules for a place the last one counts.
  static var nano: String {
    let endings = SyntaxWords.either(SyntaxWords.endings)
    let ignored = SyntaxWords.either(SyntaxWords.ignored)
    let words = SyntaxWords.either(SyntaxWords.opening)
    return """
      ## \(SyntaxWords.notice)
      syntax kindly "\\.(\(endings))$"
      comment "//"
      color brightblue "^[[:blank:]]*#.*"
      color green "^[[:blank:]]*>.*"
      icolor cyan "^[[:blank:]]*(\(SyntaxWords.either(SyntaxWords.keys)))[[:blank:]]*:"
      color brightwhite,red "\\[[^][]*\\]"
      icolor yellow "\\[[[:blank:]]*((\(ignored))[[:blank:]]+)*([0-9~½¼¾]|(\(words))\\>)[^][]*\\]"
      color magenta "\\{[^{}]*\\}"
      color brightblack "(^|[[:blank:]])//.*"

      """
  }

  /// The colours of Sublime Text and bat.
  static var sublime: String {
    """
    %YAML 1.2
    ---
    # \(SyntaxWords.notice)
    name: Kindly
    file_extensions: [\(SyntaxWords.endings.joined(separator: ", "))]
    scope: text.kindly
    contexts:
      main:
    \(TextMateRule.all.map(\.yaml).joined(separator: "\n"))

    """
  }
}
