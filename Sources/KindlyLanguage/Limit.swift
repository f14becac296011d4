import KindlyBase

/// What a file may ask for. A file from somewhere else must not be able to hurt, so all of these
/// are checked before anything is expanded.
public enum Limit {
  /// Bytes of one file.
  public static let fileBytes = 1 << 20
  /// Errors of one file that are kept, and warnings as well; more are counted.
  public static let problems = 200
  /// Problems of one file that are drawn.
  public static let drawnProblems = 20
  /// Characters (Unicode scalars) of one line.
  public static let lineCharacters = 10_000
  /// Characters (Unicode scalars) of one utterance.
  public static let utteranceCharacters = 2_000
  /// Blocks inside one another.
  public static let nesting = 32
  /// Files that include one another.
  public static let includeDepth = 8
  /// Events of a whole session.
  public static let events = 200_000
  /// Times, rounds and breaths of one cue.
  public static let times = 10_000
  /// The longest session, silence or moment: 24 hours.
  public static let frames: Int64 = 24 * 3600 * Frames.rate
}
