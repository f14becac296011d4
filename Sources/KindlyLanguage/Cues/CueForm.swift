/// What a cue says, before blocks are joined.
enum CueForm: Sendable, Hashable {
  case silence(Silence)
  case bell(BellCue)
  case phrases(PhrasesCue)
  case breathe(Int)
  case setting(Setting)
  case open(Block.Kind)
  case end(EndOf)
  case include(String)
  case recorded(String)

  /// What an `[end]` says it ends.
  enum EndOf: Sendable, Hashable {
    case any, times, forEach
  }

  /// Settings and block cues stand on lines of their own in canonical form.
  var standsAlone: Bool {
    switch self {
    case .setting, .open, .end: true
    default: false
    }
  }
}
