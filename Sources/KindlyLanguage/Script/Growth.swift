/// What a part of a script grows to when its blocks are repeated; sums stop at the largest number.
struct Growth: Sendable, Hashable {
  /// Events: utterances, silences, strikes, breaths.
  private(set) var events = 0
  /// Frames of exact silences.
  private(set) var frames: Int64 = 0
  /// The repeats that make up most of it, from the outermost, and what the innermost holds.
  private(set) var factors: [Int] = []
  private var largest = 0

  mutating func add(events: Int, frames: Int64) {
    self.events = self.events.adding(events)
    self.frames = self.frames.adding(frames)
  }

  mutating func add(_ other: Growth) {
    add(events: other.events, frames: other.frames)
    if other.events > largest {
      largest = other.events
      factors = other.factors
    }
  }

  /// Everything so many times. A block that holds nothing still takes its passes.
  mutating func multiply(by passes: Int) {
    // Factors tell the whole only if nearly all of it is the inner block.
    factors =
      largest * 2 > events && !factors.isEmpty ? [passes] + factors : [passes, max(1, events)]
    events = max(1, events).multiplied(by: passes)
    frames = frames.multiplied(by: Int64(passes))
    largest = events
  }
}

extension FixedWidthInteger {
  /// The sum, or the largest number where there is none.
  fileprivate func adding(_ other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// The product, or the largest number where there is none.
  func multiplied(by other: Self) -> Self {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}

extension Silence.Length {
  /// Frames that are written and cannot shrink.
  var exactFrames: Int64 {
    switch self {
    case .exact(.frames(let frames)), .between(.frames(let frames), _): frames
    case .exact, .between, .about, .short, .medium, .long, .rest, .until: 0
    }
  }
}
