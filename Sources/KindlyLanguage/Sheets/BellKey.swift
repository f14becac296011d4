/// A key of a bell file, declared once: its words, its unit, what it may be, and where its value is kept.
/// Reading and writing are readings of this table.
public enum BellKey: String, EntryKey {
  case name = "Name"
  case summary = "Summary"
  case author = "Author"
  case pitch = "Pitch"
  case loudness = "Loudness"
  case contact = "Contact"
  case attack = "Attack"
  case spread = "Spread"
  case noise = "Noise"
  case glide = "Glide"
  case wait = "Wait"
  case apart = "Apart"

  /// What there is to know about it.
  public var declaration: KeyDeclaration {
    switch self {
    case .name: KeyDeclaration("Singing bowl", "what lists call it")
    case .summary: KeyDeclaration("A deep bowl of bronze", "one line for lists")
    case .author: KeyDeclaration("Maya", "who made it")
    case .pitch: KeyDeclaration("221 Hz", "the frequency of ratio 1")
    case .loudness: KeyDeclaration("-23 LUFS", "the loudest 400 ms of a full strike")
    case .contact:
      KeyDeclaration("4 ms", "how long the mallet touches it: longer is darker")
    case .attack: KeyDeclaration("5 ms", "the time constant of onsets")
    case .spread: KeyDeclaration("0.4", "the width of the stereo picture, 0 to 0.5")
    case .noise:
      KeyDeclaration("-38 dB, 300 to 2500 Hz, 40 ms", "the knock of the mallet")
    case .glide: KeyDeclaration("1.2 %, 0.5 s", "a bend of pitch after the strike")
    case .wait: KeyDeclaration("8 s", "how long speech waits after a strike")
    case .apart: KeyDeclaration("6 s", "the distance of several strikes")
    }
  }

  /// Where the value is kept, and how it is written.
  var form: Form {
    switch self {
    case .name: .name
    case .summary: .text(\.summary)
    case .author: .text(\.author)
    case .pitch: .number(\.pitch, .hertz, 10...12_000, places: 3)
    case .loudness: .number(\.loudness, .loudness, -60 ... -10, places: 1)
    case .contact: .number(\.contact, .milliseconds, 0.0001...0.05, places: 2)
    case .attack: .number(\.attack, .milliseconds, 0.0001...10, places: 2)
    case .spread: .number(\.spread, .plain, 0...0.5, places: 2)
    case .noise: .noise
    case .glide: .glide
    case .wait: .frames(\.wait, 0.05...600)
    case .apart: .frames(\.apart, 0.05...600)
    }
  }

  /// Whether a bell file can't do without it.
  var isNeeded: Bool { self == .name || self == .pitch }

  /// The ways a value is kept.
  enum Form {
    case name
    case text(WritableKeyPath<Bell, String?>)
    /// A number in its unit, what it may be, and the decimal places it is written with.
    case number(WritableKeyPath<Bell, Double>, Quantity, ClosedRange<Double>, places: Int)
    /// Frames, written in seconds.
    case frames(WritableKeyPath<Bell, Frames>, ClosedRange<Double>)
    case noise
    case glide
  }
}
