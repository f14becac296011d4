import KindlyLibrary
import KindlyTimeline

/// How much of a session was really heard, for the journal and for keeping the place.
struct Heard {
  /// The moment it began, as the journal writes it.
  let began = JournalTime.now()
  /// Frames that were heard, leaps not counted.
  private(set) var frames = Frames.zero
  /// Whether the last sample was heard.
  var isWhole = false
  private var kept = Frames.zero

  /// Sound went on from one place to another; longer steps than eleven seconds were leaps.
  mutating func advance(from start: Frames, to end: Frames) {
    let step = end - start
    // Without a picture the place is looked at only every ten seconds.
    if step > .zero && step.count <= 11 * Frames.rate { frames += step }
  }

  /// Whether ten more seconds were heard since this was last true.
  var isTimeToKeep: Bool {
    mutating get {
      guard (frames - kept).count >= 10 * Frames.rate else { return false }
      kept = frames
      return true
    }
  }
}

/// What a sitting is kept and written down as.
struct SittingIdentity {
  /// Names the practice, the same from every folder, and the day of a course.
  var key: String
  /// What earlier versions called it: files by the path they were given.
  var keyBefore: String
  /// The practices as they can be named another time.
  var practices: [String]
  /// Whether it is a sit without words.
  var isSit: Bool
  /// What was asked of it, as a preset says it.
  var asked: String
  /// The title.
  var title: String
  /// The practice's or course's name.
  var practice: String
  /// The day of a course.
  var day: Int?
  /// Its author.
  var author: String?
}

/// How a sitting is told about.
enum OutputMode {
  /// The picture in the terminal.
  case picture
  /// One plain line a section.
  case sections
  /// One plain sentence an event.
  case sentences
  /// JSON on standard output.
  case json
  /// Not at all.
  case quiet
}
