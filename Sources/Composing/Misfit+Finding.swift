/// What a person is told when a session can't be scheduled: what is fixed, and what would fit.
func finding(
  about misfit: Misfit, _ ending: Ending, _ plan: Plan, asked: Int64?, at place: Origin?
) -> Finding {
  let segments = segments(of: ending.parts)
  switch misfit {
  case .beforePin(let index, let by):
    let segment = segments[index]
    let frame = segment.pin?.frame ?? 0
    let from = segments.prefix(index).last?.pin?.frame ?? 0
    let problem = ComposingProblem.pinTooEarly(
      frame: frame, earliest: frame + by,
      account: Account(segment.parts, from: from, ending, plan))
    return Finding(problem: problem, origin: segment.pin?.origin)
  case .pinAfterEnd(let index):
    let pin = segments[index].pin
    let problem = ComposingProblem.pinAfterEnd(frame: pin?.frame ?? 0, length: asked ?? 0)
    return Finding(problem: problem, origin: pin?.origin)
  case .tooShort, .tooLong:
    let from = segments.dropLast().last?.pin?.frame ?? 0
    let problem = ComposingProblem.cannotLast(
      asked: asked ?? 0, reach: Reach(ending),
      account: Account(segments.last?.parts ?? 0..<0, from: from, ending, plan))
    return Finding(problem: problem, origin: place)
  }
}
