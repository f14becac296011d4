/// When everything happens: the length of every part.
struct Schedule {
  /// Frames of each part; 0 for strikes, headings and pins.
  var lengths: [Int64]
  /// Frames of silence after all parts, for a bell to ring out over words that end before it.
  var pad: Int64 = 0

  /// The length of the whole.
  var frames: Int64 { lengths.reduce(pad, +) }
}

/// Why a session can't be scheduled.
enum FitError: Error, Hashable {
  /// What stands before a pin lasts longer than that; the segment by its index.
  case beforePin(segment: Int, by: Int64)
  /// The session can't be so short, by so many frames.
  case tooShort(by: Int64)
  /// The session can't be so long.
  case tooLong(by: Int64)
  /// A pin stands after the asked end.
  case pinAfterEnd(segment: Int)
}

/// Schedules a session without an asked length: every silence natural, but for those before pins.
func naturalSchedule(of ending: FinalSilence) throws(FitError) -> Schedule {
  var scheduling = Scheduling(ending)
  for (index, segment) in segments(of: ending.parts).enumerated() {
    if segment.pin == nil {
      scheduling.set(segment, segment.glues.map(\.natural))
    } else {
      try scheduling.solve(segment, at: index)
    }
  }
  return scheduling.withBellsRungOut()
}

/// Schedules a session that lasts exactly `length` frames, last bell rung out.
///
/// Where the length would cut the last bell, its strike is pinned at the length minus its ring, and
/// what follows keeps its natural gaps as far as they fit.
func schedule(of ending: FinalSilence, lasting length: Int64) throws(FitError) -> Schedule {
  let segments = segments(of: ending.parts)
  if let last = segments.lastIndex(where: { $0.pin.map { $0.frame > length } ?? false }) {
    throw .pinAfterEnd(segment: last)
  }
  var scheduling = Scheduling(ending)
  do {
    for (index, segment) in segments.enumerated() {
      try scheduling.solve(segment, at: index, lasting: length)
    }
  } catch .tooLong(let by) {
    guard ending.lastStrike != nil, ending.ring > 0 else { throw .tooLong(by: by) }
    return try ringing(ending, segments, until: length)
  }
  guard scheduling.cutsBell(at: length) else { return scheduling.schedule }
  return try ringing(ending, segments, until: length)
}

/// Schedules with the last strike pinned at the length minus its ring.
private func ringing(_ ending: FinalSilence, _ segments: [Segment], until length: Int64)
  throws(FitError)
  -> Schedule
{
  guard let strike = ending.lastStrike else { return Schedule(lengths: []) }
  var scheduling = Scheduling(ending)
  for (index, segment) in segments.enumerated() {
    guard segment.parts.contains(strike) else {
      try scheduling.end(segment, at: index, before: length)
      continue
    }
    let before = Segment(segment.parts.lowerBound..<strike, of: ending.parts)
    let after = Segment(strike..<segment.parts.upperBound, of: ending.parts)
    try scheduling.solve(before, at: index, lasting: length - ending.ring)
    if let pin = segment.pin {
      try scheduling.solve(after, at: index, lasting: pin.frame)
    } else {
      try scheduling.end(after, at: index, before: length)
    }
  }
  scheduling.schedule.pad = length - scheduling.schedule.frames
  return scheduling.schedule
}

/// A schedule in the making.
private struct Scheduling {
  let ending: FinalSilence
  var schedule: Schedule
  /// Where the next segment begins.
  private var position: Int64 = 0

  init(_ ending: FinalSilence) {
    self.ending = ending
    schedule = Schedule(
      lengths: ending.parts.map { if case .sound(_, let frames) = $0 { frames } else { 0 } })
  }

  mutating func set(_ segment: Segment, _ lengths: [Int64]) {
    for (place, length) in zip(segment.places, lengths) { schedule.lengths[place] = length }
    position += segment.sounds + lengths.reduce(0, +)
  }

  /// Lets a segment end at its pin, or at `end` if it has none.
  mutating func solve(_ segment: Segment, at index: Int, lasting end: Int64 = 0) throws(FitError) {
    let target = segment.pin?.frame ?? end
    switch fit(segment.glues, into: target - position - segment.sounds) {
    case .lengths(let lengths): set(segment, lengths)
    case .tooShort(let by):
      throw segment.pin == nil ? .tooShort(by: by) : .beforePin(segment: index, by: by)
    case .tooLong(let by): throw .tooLong(by: by)
    }
  }

  /// Lets a segment end at its pin, or else keep its natural silences if it ends before `end` so.
  mutating func end(_ segment: Segment, at index: Int, before end: Int64) throws(FitError) {
    if segment.pin == nil, position + segment.natural <= end {
      set(segment, segment.glues.map(\.natural))
    } else {
      try solve(segment, at: index, lasting: end)
    }
  }

  /// Whether a bell would still ring at `length`.
  func cutsBell(at length: Int64) -> Bool { rungOut > length }

  /// The schedule, lengthened until every bell has rung out.
  func withBellsRungOut() -> Schedule {
    var schedule = schedule
    schedule.pad = max(0, rungOut - schedule.frames)
    return schedule
  }

  /// When every bell has rung out; 0 without bells.
  private var rungOut: Int64 {
    var (latest, position, part) = (Int64(0), Int64(0), 0)
    for strike in ending.rings {
      position += schedule.lengths[part..<strike.part].reduce(0, +)
      part = strike.part
      latest = max(latest, position + strike.frames)
    }
    return latest
  }
}
