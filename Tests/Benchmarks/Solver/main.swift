// How long the length solver takes for 1,000, 20,000 and 200,000 silences, next to n log n.
// Run by solver.sh, which compiles it together with the solver's own files.

/// Numbers that look random and are the same everywhere (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Echoes, pauses of any length and ranges: nothing two of which fill at the same moment.
func silences(_ count: Int) -> [Glue] {
  var random = Seeded(state: 1)
  return (0..<count).map { _ in
    let frames = Int64.random(in: 1_000...200_000, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return Glue(about: frames)
    case 1:
      return Glue(between: frames, and: frames + Int64.random(in: 1...100_000, using: &random))
    default:
      return Glue(
        floor: frames + 48_000, low: frames + 96_000, natural: frames + 192_000,
        high: 3 * (frames + 192_000), ceiling: 3 * (frames + 192_000), readiness: 2)
    }
  }
}

/// The shortest time of `runs`, in milliseconds: what a busy machine adds says nothing.
func best(_ runs: Int, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  let times = (0..<runs).map { _ in clock.measure(work) }.sorted()
  let (seconds, attoseconds) = times[0].components
  return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
}

/// n log2 n.
func nLogN(_ count: Int) -> Double {
  Double(count) * Double(Int.bitWidth - count.leadingZeroBitCount)
}

print("silences   shrink ms  grow ms   to the floors ms  ns per n log n")
for count in [1_000, 20_000, 200_000] {
  let glues = silences(count)
  let natural = glues.reduce(0) { $0 + $1.natural }
  let low = glues.reduce(0) { $0 + $1.low }
  let floor = glues.reduce(0) { $0 + $1.floor }
  var checks = 0
  func solve(_ length: Int64) {
    guard case .lengths(let lengths) = fit(glues, into: length) else { return }
    checks += lengths.reduce(0, +) == length ? 1 : 0
  }
  let shrink = best(21) { solve((natural + low) / 2) }
  let grow = best(21) { solve(natural * 3) }
  let deep = best(21) { solve((low + floor) / 2) }
  guard checks == 63 else {
    print("A sum was wrong.")
    break
  }
  let worst = max(shrink, grow, deep)
  func cell(_ value: Double) -> String { "\(Double(Int(value * 100)) / 100)" }
  print(
    count, cell(shrink), cell(grow), cell(deep), cell(worst * 1e6 / nLogN(count)), separator: "\t")
}
