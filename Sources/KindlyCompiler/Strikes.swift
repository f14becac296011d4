import KindlyLanguage

/// More bells within silences than a timeline holds, if there are: their number is known only once
/// the silences have their lengths.
func strikesBeyondLimit(in ending: FinalSilence, _ schedule: Schedule, _ plan: Plan) -> Finding? {
  var count = plan.eventCount
  for (part, frames) in zip(ending.parts, schedule.lengths) {
    guard case .silence(let stretch) = part, let interval = stretch.interval else { continue }
    count += Int(frames / interval.every)
    if count > Limit.events {
      let problem = ComposingProblem.tooManyEvents(count: count, limit: Limit.events)
      return Finding(problem: problem, origin: stretch.origin)
    }
  }
  return nil
}
