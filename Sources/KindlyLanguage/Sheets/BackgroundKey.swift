import KindlyBase

/// A key of a background file, declared once.
public enum BackgroundKey: String, EntryKey {
  case name = "Name"
  case summary = "Summary"
  case author = "Author"
  case loudness = "Loudness"
  case dip = "Dip"
  case width = "Width"
  case seed = "Seed"
  case loop = "Loop"

  /// What there is to know about it.
  public var declaration: KeyDeclaration {
    switch self {
    case .name: KeyDeclaration("Rain", "what lists call it")
    case .summary: KeyDeclaration("Steady rain on leaves", "one line for lists")
    case .author: KeyDeclaration("Maya", "who made it")
    case .loudness: KeyDeclaration("-38 LUFS", "its mean loudness; the voice is at -18 LUFS")
    case .dip: KeyDeclaration("5 dB", "how much softer it is under words")
    case .width: KeyDeclaration("0.7", "the width of the stereo picture, 0 to 1")
    case .seed: KeyDeclaration("7", "chooses one of many that sound alike")
    case .loop: KeyDeclaration("3 min", "after how long it repeats")
    }
  }

  /// Where the value is kept.
  var form: Form {
    switch self {
    case .name: .name
    case .summary: .text(\.summary)
    case .author: .text(\.author)
    case .loudness: .number(\.loudness, .loudness, -80 ... -20)
    case .dip: .number(\.dip, .decibels, 0...40)
    case .width: .number(\.width, .plain, 0...1)
    case .seed: .seed
    case .loop: .number(\.loop, .seconds, 8...1_200)
    }
  }

  /// The ways a value is kept.
  enum Form {
    case name
    case text(WritableKeyPath<Background, String?>)
    /// A number in its unit, and what it may be.
    case number(WritableKeyPath<Background, Double>, Quantity, ClosedRange<Double>)
    /// A whole number from 0 to 999,999.
    case seed
  }
}
