/// Puts exactly one silence between two sounds: the written ones if there are any, otherwise the
/// longest of the defaults.
///
/// - Parameter spoken: The length of each utterance of the plan, in frames.
func joined(_ plan: Plan, spoken: [Int64]) -> [Part] {
  var joining = Joining(spoken: spoken)
  for moment in plan.moments { joining.take(moment) }
  return withPinsSettled(joining.finish())
}

/// Gives the silence before each pin its glue, which depends on whether its segment has a rest.
private func withPinsSettled(_ parts: [Part]) -> [Part] {
  var parts = parts
  var hasRest = false
  var open: Int?
  for (index, part) in parts.enumerated() {
    switch part {
    case .silence(let stretch):
      if stretch.isBeforePin { open = index }
      hasRest = hasRest || stretch.glue.shares > 0
    case .pin:
      if let place = open, case .silence(var stretch) = parts[place] {
        stretch.glue = .beforePin(nextToRest: hasRest)
        parts[place] = .silence(stretch)
      }
      (hasRest, open) = (false, nil)
    case .sound, .heading, .background: break
    }
  }
  return parts
}

private struct Joining {
  let spoken: [Int64]
  private var parts: [Part] = []
  /// What was met since the last sound: written silences and headings in order, and defaults.
  private var written: [Part] = []
  private var hasWritten = false
  private var longest: (glue: Glue, cause: Moment.Cause)?
  private var lasting: (glue: Glue, cause: Moment.Cause)?
  private var last: Origin?

  init(spoken: [Int64]) { self.spoken = spoken }

  mutating func take(_ moment: Moment) {
    switch moment {
    case .heading(let heading): written.append(.heading(heading))
    case .background(let change): written.append(.background(change))
    case .silence(let silence): take(silence)
    case .gap(let gap): take(gap)
    case .sound(let sound):
      closeGap(with: last == nil ? nil : longest)
      parts.append(.sound(sound, frames: frames(of: sound)))
      last = sound.origin
    }
  }

  /// The parts, with the written end of the practice if it has one.
  mutating func finish() -> [Part] {
    closeGap(with: lasting)
    return parts
  }

  private mutating func take(_ silence: Moment.Silence) {
    hasWritten = true
    var stretch = Stretch(
      glue: .none, cause: silence.cause, origin: silence.origin, interval: silence.interval)
    switch silence.length {
    case .glue(let glue): stretch.glue = glue
    case .restOfBreath(let rest):
      stretch.glue = Glue(rigid: rest.frames(after: spoken[rest.utterance]))
    case .until(let frame):
      stretch.isBeforePin = true
      written.append(.silence(stretch))
      written.append(.pin(frame, silence.origin))
      return
    }
    written.append(.silence(stretch))
  }

  private mutating func take(_ gap: Moment.Gap) {
    let glue =
      switch gap.length {
      case .glue(let glue): glue
      case .echo(let echo, let utterance): echo.glue(after: spoken[utterance])
      case .restOfBreath(let rest): Glue(rigid: rest.frames(after: spoken[rest.utterance]))
      }
    if glue.natural > (longest?.glue.natural ?? -1) { longest = (glue, gap.cause) }
    if gap.lasts { lasting = (glue, gap.cause) }
  }

  /// Written silences stand for themselves; a default belongs to the section before the heading.
  private mutating func closeGap(with gap: (glue: Glue, cause: Moment.Cause)?) {
    if let gap, let last, !hasWritten {
      parts.append(.silence(Stretch(glue: gap.glue, cause: gap.cause, origin: last)))
    }
    parts += written
    written.removeAll(keepingCapacity: true)
    hasWritten = false
    longest = nil
    lasting = nil
  }

  private func frames(of sound: Moment.Sound) -> Int64 {
    switch sound.kind {
    case .speech(let utterance, _, _): spoken[utterance]
    case .strike: 0
    case .breath(_, let frames): frames
    }
  }
}
