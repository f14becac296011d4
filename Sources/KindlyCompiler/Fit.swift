/// What came of asking silences to last so long together.
public enum Fit: Sendable, Hashable {
  /// Each silence's length, in text order; their sum is what was asked, to the frame.
  case lengths([Int64])
  /// Every silence at its floor is still longer by so many frames.
  case tooShort(by: Int64)
  /// Every silence at its ceiling is still shorter by so many frames.
  case tooLong(by: Int64)
}

/// The length solver: lets silences shrink or grow until together they last exactly `length`.
///
/// Shrinking goes to every low mark before any silence goes on to its floor. Growing is left to the
/// rests, by shares, where there are any; otherwise it goes to every high mark before any silence
/// goes on to its ceiling. Only whole numbers are used, so the answer is the same on any machine.
///
/// - Parameters:
///   - glues: The silences in text order, rigid ones included.
///   - length: What they shall last together, in frames; may be negative when sounds alone are
///     longer than what was asked.
public func fit(_ glues: [Glue], into length: Int64) -> Fit {
  var lengths = glues.map(\.natural)
  let difference = length - lengths.reduce(0, +)
  guard difference != 0 else { return .lengths(lengths) }
  let left =
    difference < 0
    ? shrink(glues, by: -difference, &lengths) : grow(glues, by: difference, &lengths)
  guard left == 0 else { return difference < 0 ? .tooShort(by: left) : .tooLong(by: left) }
  return .lengths(lengths)
}

/// Takes `amount` frames away; returns what could not be taken.
private func shrink(_ glues: [Glue], by amount: Int64, _ lengths: inout [Int64]) -> Int64 {
  let toLow = claims(of: glues) { $0.natural - $0.low }
  let left = fill(amount, toLow, into: &lengths, sign: -1)
  guard left > 0 else { return 0 }
  return fill(left, claims(of: glues) { $0.low - $0.floor }, into: &lengths, sign: -1)
}

/// Adds `amount` frames; returns what could not be added.
private func grow(_ glues: [Glue], by amount: Int64, _ lengths: inout [Int64]) -> Int64 {
  let rests = glues.indices.filter { glues[$0].shares > 0 }
    .map { Claim(index: $0, capacity: Glue.unlimited, weight: glues[$0].shares) }
  guard rests.isEmpty else { return fill(amount, rests, into: &lengths, sign: 1) }
  let toHigh = claims(of: glues) { room(from: $0.natural, to: $0.high) }
  let left = fill(amount, toHigh, into: &lengths, sign: 1)
  guard left > 0 else { return 0 }
  let toCeiling = claims(of: glues) { room(from: $0.high, to: $0.ceiling) }
  return fill(left, toCeiling, into: &lengths, sign: 1)
}

private func claims(of glues: [Glue], capacity: (Glue) -> Int64) -> [Claim] {
  var claims: [Claim] = []
  claims.reserveCapacity(glues.count)
  for (index, glue) in glues.enumerated() where glue.readiness > 0 {
    let capacity = capacity(glue)
    if capacity > 0 {
      claims.append(Claim(index: index, capacity: capacity, weight: glue.weight))
    }
  }
  return claims
}

private func room(from mark: Int64, to next: Int64) -> Int64 {
  next == Glue.unlimited ? Glue.unlimited : next - mark
}
