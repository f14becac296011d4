/// One thing that a script asks for, and the line of the source it was read from.
///
/// Every notation is read into a list of these, and every practice is written from one.
public struct Step: Sendable, Hashable {
  /// What is asked for.
  public var kind: Kind
  /// The line of the source, from 1.
  public var line: Int
  /// The words of the source that were read as this cue; empty for words that are kept as they are.
  public var read = ""

  /// The kinds of steps.
  public enum Kind: Sendable, Hashable {
    /// Words to speak.
    case say(String)
    /// A wish that the listener repeats silently.
    case wish(String)
    /// A silence.
    case silence(ScriptPause)
    /// Strikes of the bell, 1 or more.
    case bell(times: Int)
    /// The start of a section, by its name.
    case section(String)
    /// What nobody hears: kept beside the script.
    case note(String)
    /// What follows begins at this time from the start, in milliseconds. `gap` is the silence before
    /// it in the source, in milliseconds, where the source says when the words before it end.
    case moment(at: Int, gap: Int?)
    /// What follows up to `repeatEnd` is heard so many times, 2 or more.
    case repeatStart(times: Int)
    /// The end of what is repeated.
    case repeatEnd
    /// The end of a paragraph.
    case paragraph
  }

  /// Joins what is asked for with the line it was read from and the words that said it.
  public init(_ kind: Kind, line: Int, read: String = "") {
    self.kind = kind
    self.line = line
    self.read = read
  }
}

/// The length of a silence as a script for a reader gives it.
public enum ScriptPause: Sendable, Hashable {
  /// So many milliseconds.
  case exact(Int)
  /// About so many milliseconds.
  case about(Int)
  /// Between two lengths in milliseconds, the first below the second.
  case between(Int, Int)
  /// So many breaths.
  case breaths(Int)
  /// A short pause, or a beat.
  case short
  /// A pause of no said length.
  case medium
  /// A long pause, or a silence of no said length.
  case long
  /// What is left of the practice's length.
  case rest
}
