/// A background that sounds over a stretch of the session, under everything else.
public struct BackgroundSpan: Sendable, Hashable {
  /// The background's name in the library, or the path of a sound file as the practice names it.
  public var name: String
  /// First frame, of the fade in.
  public var start: Frames
  /// Length with both fades.
  public var frames: Frames
  /// Decibels against the background's own loudness.
  public var level: Double
  /// Length of the fade in.
  public var fadeIn: Frames
  /// Length of the fade out, up to the end.
  public var fadeOut: Frames
  /// The line that asked for it, counted from 1, in `file`.
  public var line: Int
  /// The included file the line is in; nil for the practice itself.
  public var file: String?

  /// A background from `start` on; `level` in decibels beside its usual distance from the voice.
  public init(
    name: String, start: Frames, frames: Frames, level: Double = 0, fadeIn: Frames = .zero,
    fadeOut: Frames = .zero, line: Int = 1, file: String? = nil
  ) {
    self.name = name
    self.start = start
    self.frames = frames
    self.level = level
    self.fadeIn = fadeIn
    self.fadeOut = fadeOut
    self.line = line
    self.file = file
  }

  /// Whether the name is that of a sound file: it has an ending, as no name of the library has.
  public var isFile: Bool { name.contains(".") || name.contains("/") }
}

extension BackgroundSpan {
  /// The span as an object of `timeline --json`.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("background", .string(name)), ("start", .int(start.count)), ("frames", .int(frames.count)),
      ("level", .number(level)), ("fadeIn", .int(fadeIn.count)), ("fadeOut", .int(fadeOut.count)),
      ("line", .int(Int64(line))),
    ]
    if let file { members.append(("file", .string(file))) }
    return .object(members)
  }
}

extension Timeline {
  /// A background begins to give way so long before the first word, 0.6 s.
  public static let dipLead = Frames(28_800)
  /// It is back so long after the last word, 1.8 s.
  public static let dipReturn = Frames(86_400)

  /// Where words are heard, in order and apart: between two stretches a background has the time to come
  /// back, and to stay for a second.
  public var spokenStretches: [Range<Frames>] {
    let apart = Self.dipLead + Self.dipReturn + Frames(Frames.rate)
    var stretches: [Range<Frames>] = []
    for event in events where event.isSpeech && event.frames > .zero {
      let end = event.start + event.frames
      if let last = stretches.last, event.start < last.upperBound + apart {
        stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        stretches.append(event.start..<end)
      }
    }
    return stretches
  }
}
