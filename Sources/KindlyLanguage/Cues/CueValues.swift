/// A length of time as the author wrote it.
public enum Duration: Sendable, Hashable {
  /// Frames at 48 kHz, rounded once, half up, when read.
  case frames(Int64)
  /// Breaths, in thousandths: `[3 breaths]` is 3,000.
  case breaths(milli: Int64)
}

/// A silence cue.
public struct Silence: Sendable, Hashable {
  /// How long.
  public var length: Length
  /// `bell every 5 min`, where it may stand.
  public var interval: IntervalBell?

  /// Silence alone, or with a bell in it.
  public init(_ length: Length, interval: IntervalBell? = nil) {
    self.length = length
    self.interval = interval
  }

  /// The forms of silence.
  public enum Length: Sendable, Hashable {
    /// `[20s]`.
    case exact(Duration)
    /// `[~20s]`.
    case about(Duration)
    /// `[10s to 40s]`.
    case between(Duration, Duration)
    /// `[short pause]`.
    case short
    /// `[pause]`.
    case medium
    /// `[long pause]`.
    case long
    /// `[rest]`, `[rest x2]`.
    case rest(shares: Int)
    /// `[silence until 14:30]`: a frame counted from the practice's start.
    case until(frame: Int64)
  }
}

/// Bells at each multiple of a length within a silence.
public struct IntervalBell: Sendable, Hashable {
  /// The distance between strikes.
  public var every: Duration
  /// At half strength.
  public var softly: Bool

  /// A strike each time `every` has passed.
  public init(every: Duration, softly: Bool = false) {
    self.every = every
    self.softly = softly
  }
}

/// `[bell tingsha, 3 times, 6s apart, softly, let it fade]`, `[bell at 10:00]`.
public struct BellCue: Sendable, Hashable {
  /// Which bell; nil for the practice's.
  public var name: String?
  /// At half strength.
  public var softly = false
  /// Strikes, 1 or more.
  public var times = 1
  /// Between strikes; nil for the bell's own distance.
  public var apart: Duration?
  /// Wait until it has faded to −60 dB.
  public var letFade = false
  /// The frame to strike at, for `at 10:00`.
  public var at: Int64?

  /// Makes a plain strike of the practice's bell.
  public init() {}
}

/// `[phrases forgiveness, 3 rounds, 10s apart, 8s after each, on the out-breath]`.
public struct PhrasesCue: Sendable, Hashable {
  /// The set; nil for the listener's, the header's or the built-in one.
  public var name: String?
  /// How often.
  public var rounds: Rounds = .count(1)
  /// Between rounds.
  public var apart: Duration?
  /// After each phrase, replacing the echo.
  public var afterEach: Duration?
  /// Each phrase on an out-breath.
  public var onOutBreath = false

  /// Makes one round of the practice's phrases.
  public init() {}

  /// How many rounds.
  public enum Rounds: Sendable, Hashable {
    /// So many.
    case count(Int)
    /// As many as the asked length holds.
    case fill
  }
}

/// The parts of a breath.
public struct BreathShape: Sendable, Hashable {
  /// Breathing in.
  public var inward: Duration
  /// Holding after it.
  public var holdIn: Duration?
  /// Breathing out.
  public var outward: Duration
  /// Holding after it.
  public var holdOut: Duration?

  /// A breath whose parts have these lengths; nil is no hold.
  public init(
    inward: Duration, holdIn: Duration? = nil, outward: Duration, holdOut: Duration? = nil
  ) {
    self.inward = inward
    self.holdIn = holdIn
    self.outward = outward
    self.holdOut = holdOut
  }
}

/// Somebody a wish is directed at.
public enum Recipient: Sendable, Hashable {
  /// Oneself.
  case oneself
  /// Somebody who has been good to one.
  case benefactor
  /// A dear friend.
  case friend
  /// Somebody one hardly knows.
  case neutral
  /// Somebody one has trouble with.
  case difficult
  /// All beings.
  case all
  /// A person by name; the pronoun where it is given.
  case named(String, Pronoun?)
}

/// The pronoun of a person.
public enum Pronoun: String, Sendable, Hashable, CaseIterable {
  /// She, her, hers, herself.
  case she
  /// He, him, his, himself.
  case he
  /// They, them, theirs, themself.
  case they

  /// How it is written: in English, German, Spanish and French, in small letters.
  var words: [String] {
    switch self {
    case .she: ["she", "sie", "ella", "elle"]
    case .he: ["he", "er", "él", "il"]
    case .they: ["they", "mehrere", "ellas", "ellos", "elles", "ils"]
    }
  }

  /// The pronoun of a word in small letters, in one of these languages; nil if it is none.
  public init?(word: String) {
    guard let pronoun = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = pronoun
  }
}

/// How phrases address others.
public enum Person: String, Sendable, Hashable {
  /// "May you be safe."
  case second
  /// "May Rosa be safe."
  case third
}
