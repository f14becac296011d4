import KindlyBase

/// How one repetition of a phrase differs from the first: a person never says the same wish twice alike.
///
/// Everything follows from the text and the number of the take, so the same render is the same twice.
struct Take: Hashable {
  /// Times the speed of the first.
  var pace = 1.0
  /// Steps of espeak-ng's pitch, about a tenth of a semitone each.
  var pitch = 0
  /// Steps of espeak-ng's pitch range.
  var range = 0
  /// Times the length of the last word.
  var end = 1.0

  /// The first time, and whatever repeats it exactly.
  static let first = Take()

  /// After the first take come these, then the first again.
  static let count = 5

  /// The take of a number.
  /// - Parameters:
  ///   - number: how often the phrase was said before; takes go round.
  ///   - text: the phrase, so that different wishes are not all varied in the same order.
  ///   - spread: how far takes go: 0.05 is five per cent of the pace at most.
  init(_ number: Int, of text: String, spread: Double) {
    let place = number % Self.count
    guard place > 0, spread > 0 else { return }
    let start = text.utf8.reduce(0) { ($0 + Int($1)) % Self.manners.count }
    let manner = Self.manners[(start + place - 1) % Self.manners.count]
    pace = 1 + spread * manner.pace
    pitch = Int((spread * 100 * manner.pitch).rounded())
    range = Int((spread * 400 * manner.range).rounded())
    end = 1 + 3 * spread * manner.end
  }

  private init() {}

  private struct Manner {
    /// Each from -1 to 1.
    var pace, pitch, range, end: Double
  }

  /// No two are alike in any direction, and together they are where the first take is.
  private static let manners = [
    Manner(pace: -1, pitch: -0.6, range: 0.5, end: 0.4),
    Manner(pace: 0.6, pitch: 1, range: -0.5, end: -0.4),
    Manner(pace: -0.4, pitch: 0.5, range: 1, end: 1),
    Manner(pace: 0.8, pitch: -1, range: -1, end: -1),
  ]
}

extension EspeakVoice {
  /// The same voice, with the melody of a take.
  func varied(by take: Take) -> EspeakVoice {
    var voice = self
    voice.pitch += take.pitch
    voice.range += take.range
    return voice
  }
}

extension RawSpeech {
  /// Makes the last word `factor` times as long, where the engine tells when it begins.
  mutating func lengthenLastWord(by factor: Double) {
    guard factor != 1, let start = words.last?.sample else { return }
    samples = Lengthening.stretched(samples, from: start, by: factor, rate: rate)
  }
}
