import KindlyLanguage
import KindlyTimeline
import KindlyBase

/// Everything that lasts until changed, or until the block or file ends that changed it.
struct Scope {
  /// Index of the file that is being read.
  var file = 0
  /// Whom phrases are for, and how they are addressed.
  var addressee = Addressee.oneself
  /// Whether a phrase has named them yet.
  var mention = Mention.first
  /// Whether the recipients come from a `[for each …]`.
  var isForEach = false
  /// Pronouns that the file gives to names.
  var pronouns: [String: Pronoun] = [:]
  /// The narrator that was asked for, whether or not it speaks the language.
  var asked: VoiceFacts
  /// The narrator that speaks.
  var voice: VoiceFacts
  /// BCP 47 tag of what is spoken.
  var language: String
  /// How fast.
  var pace = Pace.normal
  /// Whether more softly than guidance.
  var isSoft = false
  /// The breath that is guided, and that a duration in breaths counts.
  var breath: BreathFrames
  /// The background that was asked for last; nil if none was.
  var background: AskedBackground?
  /// The innermost round, from 1; nil outside of blocks.
  var round: Int?
  /// Respellings in force.
  var pronunciations: [Respelling] = []
  /// The folder of recordings that a practice's header names.
  var recordings: String?
  /// The file whose header that is; a phrase set is heard from its practice's folder.
  var recordingsFile = 0
}

/// A breath in frames.
struct BreathFrames: Hashable {
  var inward: Int64 = 4 * Frames.rate
  var holdIn: Int64 = 0
  var outward: Int64 = 6 * Frames.rate
  var holdOut: Int64 = 0

  /// One whole breath.
  var whole: Int64 { inward + holdIn + outward + holdOut }

  /// The breath of a shape; parts given in breaths count this one.
  func reshaped(_ shape: BreathShape) -> BreathFrames {
    BreathFrames(
      inward: frames(shape.inward), holdIn: shape.holdIn.map(frames) ?? 0,
      outward: frames(shape.outward), holdOut: shape.holdOut.map(frames) ?? 0)
  }

  /// A duration in frames, breaths rounded half up.
  func frames(_ duration: Duration) -> Int64 {
    switch duration {
    case .frames(let frames): frames
    case .breaths(let milli): (whole * milli + 500) / 1000
    }
  }
}
