/// A whole session as a plain value: what sounds, from which frame, and which line asked for it.
///
/// Playing, rendering, captions, chapters, the progress line and the machine-readable output are all
/// readings of this one value.
public struct Timeline: Sendable, Hashable {
  /// The practice's title, as the author wrote it.
  public var title: String
  /// Length of the whole, with the last bell rung out (below −90 dBFS).
  public var frames: Frames
  /// Chapters in order; never empty in a timeline with events.
  public var sections: [Section]
  /// Events in order of their start. Speech, breath tones and pauses neither overlap nor leave
  /// holes; bells ring over them.
  public var events: [Event]
  /// What lies under the session, in order of its start; two may overlap while one gives way to the
  /// other.
  public var backgrounds: [BackgroundSpan]

  /// Events in the order in which they begin; `frames` lasts until the last bell has rung out.
  public init(
    title: String, frames: Frames, sections: [Section], events: [Event],
    backgrounds: [BackgroundSpan] = []
  ) {
    self.title = title
    self.frames = frames
    self.sections = sections
    self.events = events
    self.backgrounds = backgrounds
  }
}

/// A chapter of the session.
public struct Section: Sendable, Hashable {
  /// The heading's words, values filled in; empty before the first heading.
  public var name: String
  /// First frame of the section.
  public var start: Frames
  /// Length up to the next section's start, or to the end.
  public var frames: Frames
  /// The heading's line in its file, counted from 1.
  public var line: Int

  /// A section as long as `frames`, headed on line `line`.
  public init(name: String, start: Frames, frames: Frames, line: Int) {
    self.name = name
    self.start = start
    self.frames = frames
    self.line = line
  }
}

/// Something that happens at a frame.
public struct Event: Sendable, Hashable {
  /// First frame. A bell is struck, and a word begins, exactly here.
  public var start: Frames
  /// Length: audible words only for speech, until rung out for a bell.
  public var frames: Frames
  /// The line that asked for it, counted from 1, in `file`.
  public var line: Int
  /// Index into `Timeline.sections`.
  public var section: Int
  /// The included file the line stands in; nil for the practice itself.
  public var file: String?
  /// What happens.
  public var kind: Kind

  /// Something at exact frames; `section` is its index in the timeline.
  public init(
    start: Frames, frames: Frames, line: Int, section: Int, file: String? = nil, kind: Kind
  ) {
    self.start = start
    self.frames = frames
    self.line = line
    self.section = section
    self.file = file
    self.kind = kind
  }

  /// The kinds of event.
  public enum Kind: Sendable, Hashable {
    /// The narrator speaks, or a recording of a teacher is heard.
    case speech(Speech)
    /// A bell is struck.
    case bell(Strike)
    /// A soft tone guides half a breath.
    case breath(Breath)
    /// Silence, or the part of it that is not covered by other events.
    case pause(Pause)
  }
}

/// A half of a guided breath; its tone lasts the event's frames.
public enum Breath: String, Sendable, Hashable {
  /// The tone rises.
  case inward = "in"
  /// The tone falls.
  case outward = "out"
}

/// One strike of a bell.
public struct Strike: Sendable, Hashable {
  /// The bell's name in the library.
  public var bell: String
  /// 0 (not heard) to 1 (as loud as the bell file says).
  public var strength: Double

  /// A bell by its name in the library; `strength` is 1 for an ordinary strike.
  public init(bell: String, strength: Double) {
    self.bell = bell
    self.strength = strength
  }
}

/// A silence as it was composed.
public struct Pause: Sendable, Hashable {
  /// Its length if the session had no asked length.
  public var natural: Frames
  /// Whether the length solver may change it.
  public var flexible: Bool

  /// A silence that is `natural` long unless the length of the session asks otherwise.
  public init(natural: Frames, flexible: Bool) {
    self.natural = natural
    self.flexible = flexible
  }
}
