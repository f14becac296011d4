import KindlyBase

/// Events at random times at a mean rate (a Poisson process), as a function of the time: each 64 frames
/// have so many of them, wherever one begins to look.
struct RandomEvents: Sendable {
  /// Event number `number` of a block; its random numbers are `noise.unit(index + 0 …)`.
  struct Event {
    /// First frame in the loop.
    var frame: Int
    /// Where the event's own random numbers begin.
    var index: Int
  }

  private let noise: CounterNoise
  /// Thresholds of the number of events in one block: at least 1, at least 2 …
  private let thresholds: [Double]

  /// The most events that begin in one block.
  private static let most = 16

  /// Events of a mean rate a second, up to 3,000.
  init(rate: Double, noise: CounterNoise) {
    self.noise = noise
    let mean = rate * 64 / Frames.hertz
    var term = MathFunctions.exp(-mean)
    var sum = 0.0
    thresholds = (0..<Self.most).map { number in
      sum += term
      term *= mean / Double(number + 1)
      return sum
    }
  }

  /// The events that begin in a block of the loop.
  func events(inBlock block: Int) -> [Event] {
    let base = block * 128
    let draw = noise.unit(base)
    let count = thresholds.prefix { draw >= $0 }.count
    return (0..<count).map { number in
      let index = base + 8 * number
      return Event(frame: block * 64 + Int(64 * noise.unit(index + 1)), index: index + 2)
    }
  }

  /// Random numbers of an event: `place` from 0 to 5.
  func unit(_ event: Event, _ place: Int) -> Double { noise.unit(event.index + place) }
}
