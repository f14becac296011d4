public import KindlyTimeline

/// A section as a player's list of chapters shows it.
public struct Chapter: Sendable, Hashable {
  /// The section's name; the session's title before the first heading.
  public var name: String
  /// First frame, at 48 kHz.
  public var start: Frames
  /// Frame after the last.
  public var end: Frames

  /// A chapter from `start` up to `end`, frames at 48 kHz.
  public init(name: String, start: Frames, end: Frames) {
    self.name = name
    self.start = start
    self.end = end
  }
}

extension Timeline {
  /// The sections that last, in order, each with a name.
  public var chapters: [Chapter] {
    sections.filter { $0.frames > .zero }.map { section in
      Chapter(
        name: section.name.isEmpty ? title : section.name, start: section.start,
        end: min(section.start + section.frames, frames))
    }
  }
}

extension Frames {
  /// The nearest frame when a second has `rate` frames.
  func at(rate: Int) -> Int64 {
    let rate = Int64(rate)
    let (whole, rest) = count.quotientAndRemainder(dividingBy: Frames.rate)
    return whole * rate + (rest * rate + Frames.rate / 2) / Frames.rate
  }

  /// Length in milliseconds, rounded down, as captions and ID3 tags count.
  var milliseconds: Int64 { count / (Frames.rate / 1000) }
}
