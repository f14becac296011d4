// How long the length solver takes for 1,000, 20,000 and 200,000 silences, next to n log n.
// `Tests/Benchmarks/run solve` compiles it together with the solver's own files.

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

for count in [1_000, 20_000, 200_000] {
  let glues = silences(count)
  let natural = glues.reduce(0) { $0 + $1.natural }
  let low = glues.reduce(0) { $0 + $1.low }
  let floor = glues.reduce(0) { $0 + $1.floor }
  func solve(_ length: Int64) {
    guard case .lengths(let lengths) = fit(glues, into: length),
      lengths.reduce(0, +) == length
    else { fatalError("A sum was wrong.") }
  }
  // Sorting is what the solver's n log n is compared with.
  let keys = glues.map(\.natural)
  let set = "solve \(count) silences"
  row(set, "shrink", "ms", timings(times(21)) { solve((natural + low) / 2) })
  row(set, "grow", "ms", timings(times(21)) { solve(natural * 3) })
  row(set, "shrink to the floors", "ms", timings(times(21)) { solve((low + floor) / 2) })
  let sorting = timings(times(21)) { _ = keys.sorted() }
  row(set, "sort as many numbers", "ms", sorting, isYardstick: true)
}
