/// A silence's part in a change: how much it can take, and its weight next to the others.
struct Claim: BitwiseCopyable {
  /// The silence, by its place in the text.
  var index: Int
  /// The most it can take, in frames; `Glue.unlimited` for no end.
  var capacity: Int64
  /// Above zero.
  var weight: Int64
}

/// Hands out `amount` frames by weight, nobody more than its capacity, and no frame lost.
///
/// Claims that are full soonest (`capacity / weight`, compared exactly) are served first; as long as
/// the first is full by its fair part it gets its capacity and leaves. The others get their fair
/// part rounded down, and the frames left over go one each in text order. Cost: n log n.
///
/// - Parameters:
///   - amount: Frames to hand out, not negative.
///   - claims: In text order.
///   - grant: Told each silence's part once.
/// - Returns: What nobody could take.
func fill(_ amount: Int64, _ claims: [Claim], grant: (_ index: Int, _ frames: Int64) -> Void)
  -> Int64
{
  guard amount > 0 else { return max(0, amount) }
  let queue = fullestFirst(claims)
  var left = UInt64(amount)
  var weight = queue.reduce(into: UInt64(0)) { $0 += UInt64($1.weight) }
  var first = 0
  while first < queue.count {
    let claim = queue[first]
    let full = UInt64(claim.capacity).multipliedFullWidth(by: weight)
    let fair = left.multipliedFullWidth(by: UInt64(claim.weight))
    guard (full.high, full.low) <= (fair.high, fair.low) else { break }
    grant(claim.index, claim.capacity)
    left -= UInt64(claim.capacity)
    weight -= UInt64(claim.weight)
    first += 1
  }
  guard first < queue.count else { return Int64(left) }
  share(left, of: weight, among: queue[first...], grant: grant)
  return 0
}

/// Splits `amount` by weight among claims that can all take their part and one frame more.
private func share(
  _ amount: UInt64, of weight: UInt64, among claims: ArraySlice<Claim>,
  grant: (_ index: Int, _ frames: Int64) -> Void
) {
  let inTextOrder = claims.sorted { $0.index < $1.index }
  let parts = inTextOrder.map { claim in
    weight.dividingFullWidth(amount.multipliedFullWidth(by: UInt64(claim.weight))).quotient
  }
  let over = amount - parts.reduce(0, +)
  for (place, claim) in inTextOrder.enumerated() {
    grant(claim.index, Int64(parts[place] + (UInt64(place) < over ? 1 : 0)))
  }
}

/// Claims in the order in which a common change fills them; equals in text order.
private func fullestFirst(_ claims: [Claim]) -> [Claim] {
  let bounded = claims.filter { $0.capacity != Glue.unlimited }
  let unbounded = claims.filter { $0.capacity == Glue.unlimited }
  let capacity = bounded.reduce(0) { max($0, $1.capacity) }
  let weight = bounded.reduce(0) { max($0, $1.weight) }
  guard capacity.multipliedReportingOverflow(by: weight).overflow else {
    return bounded.sorted { one, other in
      let (left, right) = (one.capacity &* other.weight, other.capacity &* one.weight)
      return left != right ? left < right : one.index < other.index
    } + unbounded
  }
  return bounded.sorted { one, other in
    let left = one.capacity.multipliedFullWidth(by: other.weight)
    let right = other.capacity.multipliedFullWidth(by: one.weight)
    return (left.high, left.low, one.index) < (right.high, right.low, other.index)
  } + unbounded
}
