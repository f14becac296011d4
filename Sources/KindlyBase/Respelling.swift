/// A word and how to say it, in ordinary letters: `metta as meh-tah`.
public struct Respelling: Sendable, Hashable {
  /// The word as written, compared without regard to capitals.
  public var word: String
  /// How it is given to the engine.
  public var spoken: String

  /// A word, said as `spoken`.
  public init(word: String, spoken: String) {
    self.word = word
    self.spoken = spoken
  }
}
