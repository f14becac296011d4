public import KindlyTimeline

/// Tells how long utterances last when they are spoken.
///
/// It is asked once for everything distinct that a session says, so that workers can share the work.
public protocol SpeechMeter {
  /// Measures each utterance; answers in the same order, one for each.
  func measure(_ utterances: [Utterance]) -> [Measure]
}

/// An utterance that was measured.
struct Spoken {
  /// Frames from its first audible sample to its last.
  var frames: Int64
  /// When its words are heard.
  var words: [Word]
}

/// What a meter found out about an utterance.
public enum Measure: Sendable, Hashable {
  /// Its audible length above 0, and its words where the engine tells.
  case spoken(frames: Frames, words: [Word])
  /// It can't be spoken: one plain sentence saying why, and one thing to do.
  case failed(why: String, advice: String)
}
