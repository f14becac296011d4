import KindlyLanguage

/// Rounds of each `[phrases, fill]` to try, by segment; none where nothing is to be filled.
///
/// Takes of a phrase differ in length and go round after `takesOfAPhrase`, so that many rounds more add
/// the same each time: as many trials, and one for the first round, tell everything.
func trialRounds(of plan: Plan, length: Int64?) -> [[Int]] {
  guard !plan.fills.isEmpty else { return [] }
  // Which segments there are does not depend on how long speech lasts.
  let segments = needs(of: plan, spoken: plan.utterances.map { _ in 0 })
  guard length != nil || segments.contains(where: { $0.pin != nil }) else { return [] }
  return (2...takesOfAPhrase + 1).map { Array(repeating: $0, count: segments.count) }
}

/// How many rounds each `[phrases, fill]` takes, by segment: as many as come closest to the
/// segment's length from below, and at least one. Several in one segment take as many each.
///
/// - Parameter trials: What each segment needs with one round of each, with two, and so on.
/// - Returns: nil where one round each is the answer.
func roundsThatFill(length: Int64?, _ trials: [[Need]]) -> [Int]? {
  guard let once = trials.first, trials.allSatisfy({ $0.count == once.count }) else { return nil }
  var start: Int64 = 0
  var rounds: [Int] = []
  for (segment, need) in once.enumerated() {
    let end = need.pin ?? length
    let room = end.map { $0 - start } ?? 0
    let lengths = trials.map { $0[segment] }
    rounds.append(1 + min(more(lengths.map(\.whole), room), more(lengths.map(\.toBell), room)))
    start = need.pin ?? start
  }
  // More are refused while the plan is unfolded; they need not be tried.
  let limited = rounds.map { min($0, Limit.events + 1) }
  return limited.contains { $0 > 1 } ? limited : nil
}

/// In how many takes a phrase is spoken at most.
let takesOfAPhrase = 5

/// How many further rounds fit, given the frames of one round, of two, and so on to a whole cycle of
/// takes after the first.
private func more(_ lengths: [Int64], _ room: Int64) -> Int {
  let once = lengths[0]
  let cycle = lengths[lengths.count - 1] - once
  guard cycle > 0 else { return .max - 1 }
  let cycles = max(0, room - once) / cycle
  let fitting = lengths.dropLast().lastIndex { $0 + cycles * cycle <= room } ?? 0
  return Int(cycles) * (lengths.count - 1) + fitting
}

/// What a segment needs when every silence is natural.
struct Need {
  /// From its start to its end.
  var whole: Int64
  /// From its start to the last bell rung out, where that is in it; 0 elsewhere.
  var toBell: Int64
  var pin: Int64?
}

func needs(of plan: Plan, spoken: [Int64]) -> [Need] {
  let ending = FinalSilence(joined(plan, spoken: spoken), bells: plan.bells)
  return segments(of: ending.parts).map { segment in
    var need = Need(whole: segment.natural, toBell: 0, pin: segment.pin?.frame)
    if let strike = ending.lastStrike, segment.pin == nil, segment.parts.contains(strike) {
      let before = Segment(segment.parts.lowerBound..<strike, of: ending.parts)
      need.toBell = before.natural + ending.ring
    }
    return need
  }
}
