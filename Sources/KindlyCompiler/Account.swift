import KindlyLanguage
import KindlyTimeline

/// What is fixed in a practice, or in the part of it before a moment.
struct Account: Hashable {
  /// Where the part of the practice begins that it is about.
  var from: Int64
  /// Frames of speech.
  var speech: Int64 = 0
  /// Frames of guided breaths and the silences they hold.
  var breaths: Int64 = 0
  /// Frames of silences written exactly.
  var written: Int64 = 0
  /// Frames of what bells wait for and ring out in.
  var bells: Int64 = 0
  /// Frames of the end gap.
  var end: Int64 = 0
  /// The longest fixed parts, the longest first.
  var longest: [Fixed] = []
  /// Whether there is a silence that may shrink or grow.
  var hasFlexible = false

  /// An utterance or an exact silence.
  struct Fixed: Hashable {
    var frames: Int64
    /// The line, with its file if it is an included one.
    var place: String
    /// What is said; nil for a silence.
    var text: String?
  }

  /// Adds up what is fixed in a range of parts.
  init(_ range: Range<Int>, from: Int64, _ ending: FinalSilence, _ plan: Plan) {
    self.from = from
    var fixed: [(frames: Int64, origin: Origin, text: String?)] = []
    for part in ending.parts[range] {
      switch part {
      case .sound(let sound, let frames):
        if case .speech(let utterance, _, _) = sound.kind {
          speech += frames
          fixed.append((frames, sound.origin, plan.utterances[utterance].text))
        } else {
          breaths += frames
        }
      case .silence(let stretch) where stretch.glue.isFlexible || stretch.isBeforePin:
        hasFlexible = true
      case .silence(let stretch):
        add(stretch)
        if stretch.cause == .written {
          fixed.append((stretch.glue.natural, stretch.origin, nil))
        }
      case .heading, .background, .pin: break
      }
    }
    let longest = fixed.enumerated().sorted {
      ($1.element.frames, $0.offset) < ($0.element.frames, $1.offset)
    }
    self.longest = longest.prefix(3).map(\.element).filter { $0.frames >= Frames.rate }.map {
      part in
      let file = plan.files[part.origin.file]
      let line = Places(of: file).line(of: part.origin.span.lower)
      return Fixed(
        frames: part.frames,
        place: part.origin.file == 0 ? "line \(line)" : "\(file.path):\(line)", text: part.text)
    }
  }

  private mutating func add(_ stretch: Stretch) {
    switch stretch.cause {
    case .written, .habit: written += stretch.glue.natural
    case .bell: bells += stretch.glue.natural
    case .breath: breaths += stretch.glue.natural
    case .end: end += stretch.glue.natural
    }
  }
}
