/// What a person is told when a session can't be scheduled: what is fixed, and what would fit.
func finding(
  about misfit: FitError, _ ending: FinalSilence, _ plan: Plan, asked: Int64, at place: Origin?
) -> Finding {
  let segments = segments(of: ending.parts)
  switch misfit {
  case .beforePin(let index, let by):
    let segment = segments[index]
    let problem = ComposingProblem.pinTooEarly(
      frame: segment.end, earliest: segment.end + by,
      account: Account(segment.parts, from: segment.from, ending, plan))
    return Finding(problem: problem, origin: segment.pin?.origin)
  case .pinAfterEnd(let index):
    let segment = segments[index]
    let problem = ComposingProblem.pinAfterEnd(frame: segment.end, length: asked)
    return Finding(problem: problem, origin: segment.pin?.origin)
  case .tooShort, .tooLong:
    let last = segments[segments.count - 1]
    let problem = ComposingProblem.cannotLast(
      asked: asked, reach: Reach(ending),
      account: Account(last.parts, from: last.from, ending, plan))
    return Finding(problem: problem, origin: place)
  }
}
