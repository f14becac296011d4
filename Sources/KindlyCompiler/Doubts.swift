import KindlyTimeline

/// What a finished schedule holds that its author probably didn't mean.
func doubts(
  about ending: FinalSilence, _ schedule: Schedule, plan: Plan, spoken: [Int64], hasLength: Bool
) -> [Finding] {
  (hasLength ? [] : fillsWithoutLength(plan, ending)) + longUtterances(plan, spoken)
    + speechOverClosingBell(ending, schedule)
}

/// `[phrases, fill]` after the last pin, where nothing says how long it shall go on.
private func fillsWithoutLength(_ plan: Plan, _ ending: FinalSilence) -> [Finding] {
  let pins = ending.parts.count { if case .pin = $0 { true } else { false } }
  return plan.fills.filter { $0.pins == pins }
    .map { Finding(problem: .fillWithoutLength, origin: $0.origin) }
}

private func longUtterances(_ plan: Plan, _ spoken: [Int64]) -> [Finding] {
  plan.utterances.indices
    .filter { spoken[$0] > 20 * Frames.rate && plan.utterances[$0].recording == nil }
    .map { Finding(problem: .longUtterance(frames: spoken[$0]), origin: plan.firstSaid[$0]) }
}

/// Words that the closing bell rings over; an opening bell, after which words last longer than it
/// rings, is none.
private func speechOverClosingBell(_ ending: FinalSilence, _ schedule: Schedule) -> [Finding] {
  guard let (strike, ring) = ending.rings.last,
    schedule.lengths[strike...].reduce(schedule.pad, +) <= ring
  else { return [] }
  var since: Int64 = 0
  for index in strike..<ending.parts.count where since < ring {
    if case .sound(let sound, _) = ending.parts[index], case .speech = sound.kind {
      return [Finding(problem: .speechOverClosingBell(after: since), origin: sound.origin)]
    }
    since += schedule.lengths[index]
  }
  return []
}
