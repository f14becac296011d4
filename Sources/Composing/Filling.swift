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
  guard plan.fills > 0 else { return nil }
  let once = naturals(plan, spoken: spoken)
  let twice = naturals(replan(Array(repeating: 2, count: once.count)), spoken: spoken)
  guard twice.count == once.count else { return nil }
  var start: Int64 = 0
  var rounds: [Int] = []
  for (one, two) in zip(once, twice) {
    let more = two.natural - one.natural
    let end = one.pin ?? length
    if let end, more > 0 {
      rounds.append(1 + Int(max(0, end - start - one.natural) / more))
    } else {
      rounds.append(1)
    }
    start = one.pin ?? start
  }
  return rounds.contains { $0 > 1 } ? rounds : nil
}

private func naturals(_ plan: Plan, spoken: [Int64]) -> [(natural: Int64, pin: Int64?)] {
  let ending = Ending(joined(plan, spoken: spoken), bells: plan.bells)
  var naturals = segments(of: ending.parts).map { (natural: $0.natural, pin: $0.pin?.frame) }
  if let strike = ending.lastStrike, let last = segments(of: ending.parts).last,
    last.parts.contains(strike)
  {
    let before = Segment(last.parts.lowerBound..<strike, of: ending.parts)
    naturals[naturals.count - 1].natural = max(last.natural, before.natural + ending.ring)
  }
  return naturals
}
