// Compiled with the sources of Sound by Tests/Benchmarks/bells.sh.
import Glibc

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// The least of several timings of the same work, in seconds.
func least(_ times: Int = 7, _ work: () -> Void) -> Double {
  (0..<times).map { _ in
    let start = now()
    work()
    return now() - start
  }.min() ?? 0
}

func text(_ number: Double, _ digits: Int) -> String {
  let scale = pow(10, Double(digits))
  return String((number * scale).rounded() / scale)
}

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
var slowest = 0.0
let choir = least {
  for place in 0..<count { voices[place].start(struck.sound, at: 17) }
  for index in 0..<blocks {
    out.update(repeating: 0, count: 128)
    for place in 0..<count { voices[place].add(into: out, block: index) }
  }
}
for index in 0..<blocks {
  let start = now()
  for place in 0..<count { voices[place].add(into: out, block: index) }
  slowest = max(slowest, now() - start)
}
let partials = struck.sound.oscillations
let perSample = choir / Double(count * partials * seconds * 48_000) * 1e9
print(
  "64 fresh bells of \(partials) stereo oscillations:",
  "\(text(choir / Double(seconds) * 100, 2)) % of a core,",
  "\(text(perSample, 3)) ns per sample and oscillation,",
  "slowest block \(text(slowest * 1e6, 0)) of 1333 µs")
for place in 0..<count { voices[place].start(struck.sound, at: 17) }
let strike = least(1) { for place in 0..<count { voices[place].add(into: out, block: 0) } }
print("64 strikes within one block: \(text(strike * 1e6, 0)) µs")
let seek = least {
  voices[0].add(into: out, block: 255)
  voices[0].add(into: out, block: 5 * 256 + 255)
}
print("a seek to just before a closed form: \(text(seek / 2 * 1e6, 1)) µs")
print(
  "table of a bell: \(text(least { _ = BellTable(bell) } * 1e3, 2)) ms",
  "strike: \(text(least { _ = StruckBell(table, strength: 0.7) } * 1e6, 0)) µs")

// Yardsticks: the same stereo oscillations without blocks or tables.
let frames = 48_000
let left = UnsafeMutablePointer<Float>.allocate(capacity: frames)
let right = UnsafeMutablePointer<Float>.allocate(capacity: frames)
let naive = least(3) {
  for one in table.oscillations {
    for frame in 0..<frames / 8 {
      let time = Double(frame) / 48_000
      let wave = Float(exp(-one.decay * time) * sin(6.283185307179586 * one.hertz * time))
      left[frame] += wave * Float(one.left)
      right[frame] += wave * Float(one.right)
    }
  }
}
let recurrence = least(3) {
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
let work = Double(table.oscillations.count * frames)
print(
  "yardsticks, ns per sample and oscillation:",
  "exp·sin \(text(naive * 8 / work * 1e9, 2)), Float64 recurrence \(text(recurrence / work * 1e9, 2))"
)
