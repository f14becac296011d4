import KindlyLanguage

/// How many rounds each `[phrases, fill]` takes, by segment: as many as come closest to the
/// segment's length from below, and at least one. Several in one segment take as many each.
///
/// A round more adds the same to a segment's natural length each time, so two trials tell.
///
/// - Parameters:
///   - plan: The practice with one round each.
///   - replan: The plan for other rounds.
/// - Returns: nil where one round each is the answer.
func roundsThatFill(
  _ plan: Plan, spoken: [Int64], length: Int64?, replan: ([Int]) -> Plan
) -> [Int]? {
  guard !plan.fills.isEmpty else { return nil }
  let once = needs(of: plan, spoken: spoken)
  let twice = needs(of: replan(Array(repeating: 2, count: once.count)), spoken: spoken)
  guard twice.count == once.count else { return nil }
  var start: Int64 = 0
  var rounds: [Int] = []
  for (one, two) in zip(once, twice) {
    let end = one.pin ?? length
    let room = end.map { $0 - start } ?? 0
    rounds.append(1 + min(more(one.whole, two.whole, room), more(one.toBell, two.toBell, room)))
    start = one.pin ?? start
  }
  // More are refused while the plan is unfolded; they need not be tried.
  let limited = rounds.map { min($0, Limit.events + 1) }
  return limited.contains { $0 > 1 } ? limited : nil
}

/// How many further rounds fit, when one makes `once` frames and two make `twice`.
private func more(_ once: Int64, _ twice: Int64, _ room: Int64) -> Int {
  guard twice > once else { return .max - 1 }
  return Int(max(0, room - once) / (twice - once))
}

/// What a segment needs when every silence is natural.
private struct Need {
  /// From its start to its end.
  var whole: Int64
  /// From its start to the last bell rung out, where that is in it; 0 elsewhere.
  var toBell: Int64
  var pin: Int64?
}

private func needs(of plan: Plan, spoken: [Int64]) -> [Need] {
  let ending = Ending(joined(plan, spoken: spoken), bells: plan.bells)
  return segments(of: ending.parts).map { segment in
    var need = Need(whole: segment.natural, toBell: 0, pin: segment.pin?.frame)
    if let strike = ending.lastStrike, segment.pin == nil, segment.parts.contains(strike) {
      let before = Segment(segment.parts.lowerBound..<strike, of: ending.parts)
      need.toBell = before.natural + ending.ring
    }
    return need
  }
}
