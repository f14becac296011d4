extension CueKind {
  /// Every word that a cue may open with, small letters, sorted: those of the table of cues, and numbers in
  /// words. A cue may also open with digits or `~`, and with words that are passed over.
  public static let openingWords: [String] =
    Set(allCases.flatMap { $0.declaration.begins } + CueWords.numbers.keys).sorted()

  /// Words that are passed over in cues.
  public static let ignoredWords = ["a", "an", "the", "for", "of", "please", "now"]
}
