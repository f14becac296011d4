extension SyntaxFile {
  /// Finds the files by their endings.
  static var vimDetection: String {
    let files = SyntaxWords.endings.map { "*." + $0 }.joined(separator: ",")
    return """
      " \(SyntaxWords.notice)
      autocmd BufNewFile,BufRead \(files) setfiletype kindly

      """
  }

  /// How notes are written, and that lines are sentences.
  static var vimPlugin: String {
    """
    " \(SyntaxWords.notice)
    if exists('b:did_ftplugin') | finish | endif
    let b:did_ftplugin = 1
    setlocal commentstring=//\\ %s comments=:// wrap linebreak
    let b:undo_ftplugin = 'setlocal commentstring< comments< wrap< linebreak<'

    """
  }

  /// The colours of Vim and Neovim.
  static var vim: String {
    let keys = SyntaxWords.either(SyntaxWords.keys)
    let words = SyntaxWords.either(SyntaxWords.opening)
    let ignored = SyntaxWords.either(SyntaxWords.ignored)
    return """
      " \(SyntaxWords.notice)
      if exists('b:current_syntax') | finish | endif
      syntax case ignore
      syntax match kindlyHeading /^\\s*#.*$/ contains=kindlyValue,kindlyNote
      syntax match kindlyWish /^\\s*>.*$/ contains=kindlyValue,kindlyCue,kindlyUnknown,kindlyNote
      syntax match kindlyKey /\\v^\\s*%(\(keys))\\s*\\ze:/
      syntax match kindlyUnknown /\\[[^\\[\\]]*\\]/
      syntax match kindlyCue /\\v\\[\\s*%(%(\(ignored))\\s+)*%([0-9~½¼¾]|%(\(words))>)[^\\[\\]]*\\]/
      syntax match kindlyValue /{[^{}]*}/
      syntax match kindlyEscape /\\\\[[:punct:]]/
      syntax match kindlyNote +\\%(^\\|\\s\\)\\zs//.*$+
      highlight default link kindlyHeading Title
      highlight default link kindlyWish String
      highlight default link kindlyKey Identifier
      highlight default link kindlyUnknown Error
      highlight default link kindlyCue Statement
      highlight default link kindlyValue Special
      highlight default link kindlyEscape SpecialChar
      highlight default link kindlyNote Comment
      let b:current_syntax = 'kindly'

      """
  }
}
