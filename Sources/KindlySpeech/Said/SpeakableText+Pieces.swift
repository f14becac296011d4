extension SpeakableText {
  /// A part of a long text that the engine speaks by itself, and the silence until the next.
  struct Piece: Sendable, Hashable {
    /// What is spoken.
    var text: SpeakableText
    /// Seconds of silence after it; 0 after the last.
    var gap: Double
  }

  /// More than this at once and espeak-ng's clause buffers overflow, or it takes breath in the
  /// middle of a word.
  static let longestPiece = 400

  /// The text in pieces of at most 400 characters, split where a reader would take breath.
  func pieces() -> [Piece] {
    var pieces: [Piece] = []
    var rest = characters[...]
    while rest.count > Self.longestPiece {
      let window = rest.prefix(Self.longestPiece)
      let (end, gap) = Self.breath(in: window)
      pieces.append(Piece(text: SpeakableText(characters: rest[..<end]), gap: gap))
      rest = rest[end...].drop { $0.scalar == " " }
    }
    if !rest.isEmpty { pieces.append(Piece(text: SpeakableText(characters: rest), gap: 0)) }
    return pieces.filter { $0.text.isSpeakable }
  }

  /// The last end of a sentence, else of a clause, else of a word, in the second half of a window;
  /// else its end. With it the pause that belongs there.
  private static func breath(in window: ArraySlice<Character>) -> (end: Int, gap: Double) {
    let half = window.startIndex + window.count / 2
    let spaces = window.indices.filter { $0 > half && window[$0].scalar == " " }
    let pauses: [(marks: Set<Unicode.Scalar>, seconds: Double)] = [
      ([".", "!", "?", "…", "।", "。"], 0.35), ([";", ":", ",", "—", "–", "،"], 0.2),
    ]
    for pause in pauses {
      let end = spaces.last { pause.marks.contains(window[$0 - 1].scalar) }
      if let end { return (end, pause.seconds) }
    }
    return (spaces.last ?? window.endIndex, 0.05)
  }
}
