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
/// A claim that is full by less than its fair part gets its capacity and leaves, which makes the
/// others' parts larger, until nobody else is full. The others get their fair part rounded down, and
/// the frames left over go one each in text order.
///
/// Whoever is full stays so, in whatever order the full ones leave: the outcome is that of serving
/// them sorted by capacity / weight. So each pass over the text serves all it meets, and there is
/// nothing to sort. A pass either drops a third of the weight or raises the fair part by less than
/// half of what the pass before did, so the passes are bounded by the digits of the numbers and not
/// by how many there are; practices take about five.
///
/// - Parameters:
///   - amount: Frames to hand out, not negative.
///   - claims: In text order.
///   - lengths: Every silence's length, to which parts are added.
///   - sign: 1, or −1 to take the parts away.
/// - Returns: What nobody could take.
func fill(_ amount: Int64, _ claims: consuming [Claim], into lengths: inout [Int64], sign: Int64)
  -> Int64
{
  var pool = Pool(amount: amount, claims: claims, lengths: lengths, sign: sign)
  lengths = []
  while pool.serveFull() {}
  let left = pool.share()
  lengths = pool.lengths
  return left
}

/// What is left to hand out, and those who still claim it.
private struct Pool {
  var amount: UInt64
  var weight: UInt64
  var claims: [Claim]
  var lengths: [Int64]
  let sign: Int64

  init(amount: Int64, claims: consuming [Claim], lengths: consuming [Int64], sign: Int64) {
    self.amount = UInt64(max(0, amount))
    weight = claims.reduce(into: 0) { $0 += UInt64($1.weight) }
    self.claims = claims
    self.lengths = lengths
    self.sign = sign
  }

  /// Serves everybody who is full when met in text order; returns whether there was anybody.
  mutating func serveFull() -> Bool {
    var kept = 0
    for place in claims.indices {
      let claim = claims[place]
      if isFull(claim) {
        serve(claim)
      } else {
        claims[kept] = claim
        kept += 1
      }
    }
    let served = kept < claims.count
    claims.removeSubrange(kept...)
    return served
  }

  /// Splits what is left among those who can all take their part and one frame more; returns it if
  /// there is nobody.
  mutating func share() -> Int64 {
    guard amount > 0, !claims.isEmpty else { return Int64(amount) }
    var over = amount
    for claim in claims {
      let part = part(of: claim)
      over -= part
      lengths[claim.index] += sign * Int64(part)
    }
    for claim in claims.prefix(Int(over)) { lengths[claim.index] += sign }
    return 0
  }

  private mutating func serve(_ claim: Claim) {
    lengths[claim.index] += sign * claim.capacity
    amount -= UInt64(claim.capacity)
    weight -= UInt64(claim.weight)
  }

  /// Whether its capacity is no more than its fair part, compared exactly.
  private func isFull(_ claim: Claim) -> Bool {
    let capacity = UInt64(claim.capacity).multipliedFullWidth(by: weight)
    let fair = amount.multipliedFullWidth(by: UInt64(claim.weight))
    return (capacity.high, capacity.low) <= (fair.high, fair.low)
  }

  /// Its fair part, rounded down.
  private func part(of claim: Claim) -> UInt64 {
    let product = amount.multipliedFullWidth(by: UInt64(claim.weight))
    return product.high == 0
      ? product.low / weight : weight.dividingFullWidth(product).quotient
  }
}
