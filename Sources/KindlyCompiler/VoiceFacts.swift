import KindlyBase
import KindlyLanguage

/// What composing needs to know of a narrator: what it speaks, and its habitual silences.
public struct VoiceFacts: Sendable, Hashable {
  /// Its name in the library.
  public var name: String
  /// BCP 47 tags of what it speaks.
  public var languages: [String]
  /// In how many takes a phrase that is repeated is spoken; 1 where every repetition is the same.
  public var takes = 1
  /// Between two lines.
  public var line = Glue(
    floor: Frames.rate, low: Frames.rate * 3 / 2, natural: Frames.rate * 2, high: Frames.rate * 3,
    ceiling: Frames.rate * 3, readiness: 1)
  /// Between two paragraphs.
  public var paragraph = Glue(
    floor: 2 * Frames.rate, low: 3 * Frames.rate, natural: 5 * Frames.rate, high: 15 * Frames.rate,
    ceiling: Glue.unlimited,
    readiness: 2)
  /// Between two sections.
  public var section = Glue(
    floor: 3 * Frames.rate, low: 5 * Frames.rate, natural: 8 * Frames.rate, high: 20 * Frames.rate,
    ceiling: Glue.unlimited,
    readiness: 2)
  /// After a wish, for the listener to repeat it.
  public var echo = Echo()
  /// Frames of `[short pause]`.
  public var short: Int64 = 5 * Frames.rate
  /// Frames of `[pause]`.
  public var pause: Int64 = 10 * Frames.rate
  /// Frames of `[long pause]`.
  public var long: Int64 = 30 * Frames.rate
  /// Frames between two rounds of phrases.
  public var round: Int64 = 10 * Frames.rate

  /// Makes a voice with the silences of the language's own table.
  public init(name: String, languages: [String]) {
    self.name = name
    self.languages = languages
  }

  /// Whether it can read a text in `language`: the same tag, or the same language elsewhere.
  public func speaks(_ language: String) -> Bool {
    languages.contains { primaryLanguage($0) == primaryLanguage(language) }
  }

  /// What is added to a wish's own length for its echo, in frames.
  public struct Echo: Sendable, Hashable {
    /// At the least.
    public var floor: Int64 = Frames.rate
    /// At ease.
    public var low: Int64 = 2 * Frames.rate
    /// Naturally; three times the wish and this is the most.
    public var natural: Int64 = 4 * Frames.rate

    /// Makes the echo of the language's own table.
    public init() {}

    /// The silence after a wish of `spoken` frames.
    func glue(after spoken: Int64) -> Glue {
      let most = 3 * (spoken + natural)
      return Glue(
        floor: spoken + floor, low: spoken + low, natural: spoken + natural, high: most,
        ceiling: most, readiness: 2)
    }
  }
}
