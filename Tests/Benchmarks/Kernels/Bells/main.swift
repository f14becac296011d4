// What bells cost, next to two yardsticks: `Tests/Benchmarks/run bells` compiles this with the sources
// of Sound.
import Glibc

// 7 partials, each a doublet that rises: 28 oscillations, no mallet noise.
let bell = Bell(
  name: "Benchmark", pitch: 221,
  partials: (0..<7).map {
    Bell.Partial(
      ratio: 1 + 1.9 * Double($0), level: -4 * Double($0), decay: 40, beat: 1 + Double($0),
      depth: 0.7, mode: $0, attack: 30)
  })
let seconds = 4
let blocks = Int64(seconds * 48_000 / 64)
let out = UnsafeMutablePointer<Float>.allocate(capacity: 128)

// 64 bells, all struck at once; slow onsets keep every oscillation alive.
let table = BellTable(bell)
let struck = StruckBell(table, strength: 1)
let count = 64
let voices = UnsafeMutablePointer<BellRinging>.allocate(capacity: count)
for place in 0..<count {
  (voices + place).initialize(to: BellRinging(capacity: struck.sound.oscillations))
}
let partials = struck.sound.oscillations
/// Milliseconds of some work on so many samples of an oscillation as nanoseconds for one.
func each(_ milliseconds: [Double], of samples: Int) -> [Double] {
  milliseconds.map { $0 * 1e6 / Double(samples) }
}
let choir = timings(times(7)) {
  for place in 0..<count { voices[place].start(struck.sound, at: 17) }
  for index in 0..<blocks {
    out.update(repeating: 0, count: 128)
    for place in 0..<count { voices[place].add(into: out, block: index) }
  }
}
let set = "a sample of a stereo oscillation"
row(
  set, "\(count) fresh bells of \(partials)", "ns",
  each(choir, of: count * partials * seconds * 48_000))

// Yardsticks: the same stereo oscillations without blocks or tables.
let frames = 48_000
let left = UnsafeMutablePointer<Float>.allocate(capacity: frames)
let right = UnsafeMutablePointer<Float>.allocate(capacity: frames)
let naive = timings(times(5)) {
  for one in table.oscillations {
    for frame in 0..<frames / 8 {
      let time = Double(frame) / 48_000
      let wave = Float(exp(-one.decay * time) * sin(6.283185307179586 * one.hertz * time))
      left[frame] += wave * Float(one.left)
      right[frame] += wave * Float(one.right)
    }
  }
}
let recurrence = timings(times(5)) {
  for one in table.oscillations {
    let step = Complex.damped(decay: one.decay / 48_000, turns: one.hertz / 48_000)
    var state = one.amplitude
    for frame in 0..<frames {
      let wave = Float(state.real)
      left[frame] += wave * Float(one.left)
      right[frame] += wave * Float(one.right)
      state = state * step
    }
  }
}
let samples = table.oscillations.count * frames
row(set, "exp · sin", "ns", each(naive, of: samples / 8), isYardstick: true)
row(set, "Float64 recurrence", "ns", each(recurrence, of: samples), isYardstick: true)

// What is done once or seldom, beside the block of 64 frames it must not delay: 1,333 µs.
var blocksTaken: [Double] = []
for place in 0..<count { voices[place].start(struck.sound, at: 17) }
for index in 0..<blocks {
  blocksTaken += timings(1) {
    for place in 0..<count { voices[place].add(into: out, block: index) }
  }
}
let once = "what must fit into a block"
row(once, "a block of \(count) bells", "µs", blocksTaken.map { $0 * 1e3 })
let strikes = (0..<times(21)).flatMap { _ in
  for place in 0..<count { voices[place].start(struck.sound, at: 17) }
  return timings(1) { for place in 0..<count { voices[place].add(into: out, block: 0) } }
}
row(once, "\(count) strikes in one block", "µs", strikes.map { $0 * 1e3 })
let seeks = timings(times(21)) {
  voices[0].add(into: out, block: 255)
  voices[0].add(into: out, block: 5 * 256 + 255)
}
row(once, "a seek to just before a closed form", "µs", seeks.map { $0 * 500 })
row(once, "a block lasts", "µs", [64.0 / 48_000 * 1e6], isYardstick: true)
let tables = timings(times(21)) { _ = BellTable(bell) }
row("making a bell", "table", "µs", tables.map { $0 * 1e3 })
let strike = timings(times(21)) { _ = StruckBell(table, strength: 0.7) }
row("making a bell", "strike", "µs", strike.map { $0 * 1e3 })
