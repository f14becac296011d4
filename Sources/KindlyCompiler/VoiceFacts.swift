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
    floor: 48_000, low: 72_000, natural: 96_000, high: 144_000, ceiling: 144_000, readiness: 1)
  /// Between two paragraphs.
  public var paragraph = Glue(
    floor: 96_000, low: 144_000, natural: 240_000, high: 720_000, ceiling: Glue.unlimited,
    readiness: 2)
  /// Between two sections.
  public var section = Glue(
    floor: 144_000, low: 240_000, natural: 384_000, high: 960_000, ceiling: Glue.unlimited,
    readiness: 2)
  /// After a wish, for the listener to repeat it.
  public var echo = Echo()
  /// Frames of `[short pause]`.
  public var short: Int64 = 240_000
  /// Frames of `[pause]`.
  public var pause: Int64 = 480_000
  /// Frames of `[long pause]`.
  public var long: Int64 = 1_440_000
  /// Frames between two rounds of phrases.
  public var round: Int64 = 480_000

  /// Makes a voice with the silences of the language's own table.
  public init(name: String, languages: [String]) {
    self.name = name
    self.languages = languages
  }

  /// Whether it can read a text in `language`: the same tag, or the same language elsewhere.
  public func speaks(_ language: String) -> Bool {
    languages.contains { primary($0) == primary(language) }
  }

  /// What is added to a wish's own length for its echo, in frames.
  public struct Echo: Sendable, Hashable {
    /// At the least.
    public var floor: Int64 = 48_000
    /// At ease.
    public var low: Int64 = 96_000
    /// Naturally; three times the wish and this is the most.
    public var natural: Int64 = 192_000

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

/// The language itself, without script or region: `en` of `en-GB`.
func primary(_ tag: String) -> Substring {
  tag.lowercased().prefixBeforeHyphen
}

extension String {
  fileprivate var prefixBeforeHyphen: Substring {
    self[..<(firstIndex { $0 == "-" || $0 == "_" } ?? endIndex)]
  }
}
