/// A place where something else is said than is written.
public struct SaidChange: Sendable, Hashable {
  /// Why it is said otherwise.
  public var kind: Kind
  /// The author's own letters.
  public var written: String
  /// What is said for them; empty for what is silent.
  public var said: String
  /// UTF-8 offsets of `written` in the text as it was given.
  public var range: Range<Int>

  /// Why something is said otherwise than it is written.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Numbers, units, abbreviations and signs: as any reader would say them.
    case expanded
    /// A list or a `Pronounce` key has this word.
    case listed
    /// The narrator has no sound for a letter; the nearest ones are said.
    case nearLetters
    /// A sign, an emoji or a mark of some other format: nothing is said for it.
    case silent
    /// A tag, such as `<b>`.
    case tag
    /// A sign as web pages write it: `&nbsp;`.
    case entity
    /// Letters that came through a wrong encoding: "Iâ€™m".
    case garbled
    /// A word in another script than the language's.
    case otherScript
    /// It can be read in more than one way.
    case guessed
    /// `END` alone, the last line of scripts of other programs.
    case leftover
  }

  /// Joins the facts.
  public init(kind: Kind, written: String, said: String, range: Range<Int>) {
    self.kind = kind
    self.written = written
    self.said = said
    self.range = range
  }
}
