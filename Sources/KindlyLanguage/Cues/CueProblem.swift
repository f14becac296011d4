/// Mistakes inside square brackets.
enum CueProblem: Problem {
  /// Nothing between the brackets.
  case empty
  /// A word that belongs to no cue, or not to this one.
  case unknown(word: String, isFirst: Bool, suggestion: String?)
  /// A cue that starts well and lacks something.
  case unfinished(seen: String?, example: String)
  /// `[pause 10]`.
  case noUnit(String)
  /// `[10 Sekunden]`, and the unit that was meant.
  case unknownUnit(String, seen: String, meant: CueWords.Unit?)
  /// `[1,500 ms]`.
  case ambiguousNumber(String)
  /// `[1:30]`.
  case clockAsLength(String, parts: Int)
  /// `[silence until 10]`.
  case notClock(String)
  /// `[30s 1 min]`, `[2 breaths 3s]`.
  case mixedUnits
  /// `[40s to 10s]`.
  case backwards
  /// Longer than a day.
  case tooLong(String)
  /// `Length: 0s`.
  case notPositive
  /// `[silence]`.
  case silenceAlone
  /// `bell every 0.1s`.
  case intervalTooShort
  /// Not a whole number from 1 to 10,000.
  case timesOutOfRange(seen: String)
  /// An option given twice.
  case saidTwice(String)
  /// A part of a breath that is none.
  case breathPart
  /// `[toward Maya and Tom and Rosa]`.
  case tooManyPeople(Int)
  /// `[toward she]`.
  case pronounAlone(String)
  /// `[language german]`.
  case notLanguage(String, suggestion: String?)
  /// One quotation mark of two.
  case openQuote(String)
  /// A file outside the folder.
  case outside(String)
}
