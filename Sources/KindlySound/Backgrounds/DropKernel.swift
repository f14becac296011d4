import KindlyBase

/// Drops and crackles: damped sines at random times.
///
/// A drop is a bubble: its decay follows from its pitch, and its pitch rises while it rings (K. van den
/// Doel: Physically-based Models for Liquid Sounds, ACM TAP 2(4), 2005).
struct DropKernel: LayerKernel {
  let powers: SpectralPower
  private let layer: BackgroundLayer
  private let place: LayerPlace
  private let events: RandomEvents
  private let movement: SideMovement
  private let rises: Bool
  /// Frames of the longest event.
  private let longest: Int

  init(_ layer: BackgroundLayer, at place: LayerPlace) {
    self.layer = layer
    self.place = place
    events = RandomEvents(rate: layer.rate, noise: place.noise(0))
    movement = place.movement(layer.moves)
    rises = layer.kind == .drops
    longest = Self.length(of: Self.decay(of: layer.low, in: layer))
    // A·e^(-t/τ)·sin has the energy A²τ/4, half of it on each side; decibels are even from -spread to 0.
    let spread = 0.230_258_509_299_404_57 * layer.spread
    let size = spread > 0.001 ? (1 - MathFunctions.exp(-spread)) / spread : 1
    var plain = 0.0
    var weighted = 0.0
    for point in 0..<64 {
      let hertz = Self.pitch((Double(point) + 0.5) / 64, in: layer)
      let power = layer.rate * size * Self.decay(of: hertz, in: layer) / 8 / 64
      plain += power
      weighted += power * SpectralPower.weight(at: hertz)
    }
    powers = SpectralPower(plain: plain, weighted: weighted)
  }

  func add(
    into out: UnsafeMutablePointer<SIMD2<Double>>, from start: Int, frames: Int, gain: Double
  ) {
    for block in (start - longest) / 64 - 1..<(start + frames) / 64 {
      let wrapped = place.wrapped(block * 64)
      for event in events.events(inBlock: wrapped / 64) {
        let begin = block * 64 + event.frame - wrapped - start
        add(event, into: out, at: begin, frames: frames, gain: gain)
      }
    }
  }

  private func add(
    _ event: RandomEvents.Event, into out: UnsafeMutablePointer<SIMD2<Double>>, at begin: Int,
    frames: Int, gain: Double
  ) {
    let hertz = Self.pitch(events.unit(event, 0), in: layer)
    let decay = Self.decay(of: hertz, in: layer)
    let length = min(Self.length(of: decay), frames - begin)
    guard begin + length > 0 else { return }
    var size = gain * MathFunctions.amplitude(decibels: -layer.spread * events.unit(event, 1))
    if events.unit(event, 3) < 0.5 { size = -size }
    // In two steps: Swift 6.2 can't tell the types of both products at once.
    let gains: SIMD2<Double> = movement.gain(at: place.wrapped(event.frame)) * size
    let sides = place.pan(events.unit(event, 2)) * gains
    let perFrame = 1 / (decay * Frames.hertz)
    var state = Complex(1)
    var turn = Complex.damped(decay: perFrame, turns: hertz / Frames.hertz)
    // f(t) = f·(1 + 0.1·t/τ).
    let bend = Complex.damped(decay: 0, turns: rises ? 0.1 * perFrame * hertz / Frames.hertz : 0)
    for frame in 0..<length {
      if begin + frame >= 0 { out[begin + frame] += sides * state.imaginary }
      state = state * turn
      turn = turn * bend
    }
  }

  private static func pitch(_ share: Double, in layer: BackgroundLayer) -> Double {
    layer.low * MathFunctions.power(layer.high / layer.low, share)
  }

  /// Seconds to 1/e: as given, or of a bubble of that pitch, whose radius in metres is 3 / f.
  private static func decay(of hertz: Double, in layer: BackgroundLayer) -> Double {
    if let decay = layer.decay { return decay }
    guard layer.kind == .drops else { return 0.002 }
    let radius = 3 / hertz
    return 1 / (0.13 / radius + 0.0072 / (radius * radius.squareRoot()))
  }

  /// Frames until an event is 104 dB down.
  private static func length(of decay: Double) -> Int { Int(12 * decay * Frames.hertz) + 1 }
}
