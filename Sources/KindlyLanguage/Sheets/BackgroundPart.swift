/// A number that a layer of a background may have: how it is written, what it may be, where it goes.
/// Declared once; reading, problems and the documentation's table follow from it.
enum BackgroundPart: String, CaseIterable, Sendable {
  case band, frequency, slope, q, rate, every, rise, fall, decay, spread, harmonics, moves, glides

  /// What a person writes, such as `slope -3 dB`.
  var example: String {
    switch self {
    case .band: "300 to 9000 Hz"
    case .frequency: "440 Hz"
    case .slope: "slope -3 dB"
    case .q: "q 6"
    case .rate: "40 a second"
    case .every: "every 9 s"
    case .rise: "rise 3 s"
    case .fall: "fall 5 s"
    case .decay: "decay 8 ms"
    case .spread: "spread 12 dB"
    case .harmonics: "harmonics 24"
    case .moves: "moves 3 dB in 4 s"
    case .glides: "glides 20 % in 4 s"
    }
  }

  /// What its number may be, in the unit it is kept in.
  var range: ClosedRange<Double> {
    switch self {
    case .band, .frequency: 20...20_000
    case .slope: -12...0
    case .q: 0.5...50
    case .rate: 0.05...3_000
    case .every: 0.5...120
    case .rise, .fall: 0.1...60
    case .decay: 0.0002...20
    case .spread: 0...60
    case .harmonics: 1...64
    case .moves: 0...30
    case .glides: 0...0.9
    }
  }

  /// The unit of its number.
  var quantity: Quantity {
    switch self {
    case .band, .frequency: .hertz
    case .slope, .spread, .moves: .decibels
    case .q, .rate, .harmonics: .plain
    case .every, .rise, .fall, .decay: .seconds
    case .glides: .percent
    }
  }

  /// Seconds in which a movement comes to a new value.
  static let times = 0.2...300.0

  /// The part that some words write, by their form alone; nil if they have none.
  init?(words: [String]) {
    guard let first = words.first else { return nil }
    if let named = Self(rawValue: first), ![.band, .frequency, .rate].contains(named) {
      self = named
    } else if words.contains("to") {
      self = .band
    } else if words.suffix(2) == ["a", "second"] {
      self = .rate
    } else if words.last == "hz" || words.last == "khz" {
      self = .frequency
    } else {
      return nil
    }
  }

  /// The words that begin parts, for near names.
  static let words = allCases.map(\.rawValue).filter {
    !["band", "frequency", "rate"].contains($0)
  }
}

extension BackgroundLayer.Kind {
  /// What a layer of this kind must say.
  var needs: [BackgroundPart] {
    switch self {
    case .noise: []
    case .waves: [.every, .rise, .fall]
    case .resonance: [.frequency, .q]
    case .drops: [.band, .rate]
    case .crackles: [.band, .rate, .decay]
    case .tone: [.frequency]
    case .string: [.frequency, .every, .decay]
    }
  }

  /// What it may say besides.
  var may: [BackgroundPart] {
    switch self {
    case .noise: [.band, .slope, .moves]
    case .waves: [.band, .slope, .spread, .moves]
    case .resonance: [.moves, .glides]
    case .drops: [.decay, .spread, .moves]
    case .crackles: [.spread, .moves]
    case .tone: [.moves]
    case .string: [.harmonics, .spread]
    }
  }

  /// A row as an author may write it.
  var example: String {
    ([rawValue + " -6 dB"] + needs.map(\.example)).joined(separator: ", ")
  }
}
