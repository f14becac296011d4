/// Coloured noise, steady or in waves.
struct NoiseKernel: LayerKernel {
  let powers: SpectralPower
  private let place: LayerPlace
  private let noise: StereoNoise
  private let filters: ColouredNoise
  private let movement: SideMovement
  private let swells: Swells?

  /// By half a second every filter has forgotten what came before, to below -200 dB.
  private static let lead = 24_000

  init(_ layer: BackgroundLayer, at place: LayerPlace) {
    self.place = place
    noise = StereoNoise(place.noise(0), width: place.width)
    filters = ColouredNoise(low: layer.low, high: layer.high, slope: layer.slope)
    powers = filters.powers
    movement = place.movement(layer.moves)
    swells = layer.kind == .waves ? Swells(layer, loop: place.loop, seed: place.seed) : nil
  }

  func add(
    into out: UnsafeMutablePointer<SIMD2<Double>>, from start: Int, frames: Int, gain: Double
  ) {
    var filters = filters
    for frame in start - Self.lead..<start {
      _ = filters.next(noise.sample(at: place.wrapped(frame)))
    }
    var from = gains(at: start) * gain
    for block in stride(from: 0, to: frames, by: 64) {
      let to = gains(at: start + block + 64) * gain
      let step = (to - from) / 64
      for offset in 0..<64 {
        let sample = filters.next(noise.sample(at: place.wrapped(start + block + offset)))
        out[block + offset] += sample * (from + step * Double(offset))
      }
      from = to
    }
  }

  private func gains(at frame: Int) -> SIMD2<Double> {
    let frame = place.wrapped(frame)
    let gain = movement.gain(at: frame)
    guard let swells else { return gain }
    return gain * swells.value(at: frame)
  }
}

/// Noise through a resonance that glides, at constant power.
struct ResonanceKernel: LayerKernel {
  let powers: SpectralPower
  private let layer: BackgroundLayer
  private let place: LayerPlace
  private let noise: StereoNoise
  private let movement: SideMovement
  private let glide: SlowMovement
  private let lead: Int

  init(_ layer: BackgroundLayer, at place: LayerPlace) {
    self.layer = layer
    self.place = place
    noise = StereoNoise(place.noise(0), width: place.width)
    movement = place.movement(layer.moves)
    glide = SlowMovement(layer.glides, loop: place.loop, noise: place.noise(5))
    // The power of noise behind a resonance is that of a band of π/2 times its width.
    let power = 1.570_796_326_794_896_6 * layer.frequency / layer.q / 24_000
    powers = SpectralPower(
      plain: power, weighted: power * SpectralPower.weight(at: layer.frequency))
    // e^(-π·f·t/Q) has fallen to -200 dB.
    let seconds = 23 * layer.q / (3.14 * layer.frequency * MathFunctions.exp(-layer.glides.depth))
    lead = 64 * Int(min(20, max(0.1, seconds)) * 750)
  }

  func add(
    into out: UnsafeMutablePointer<SIMD2<Double>>, from start: Int, frames: Int, gain: Double
  ) {
    var resonance = StereoResonance()
    var from = SIMD2<Double>.zero
    for block in stride(from: -lead, to: frames, by: 64) {
      let first = place.wrapped(start + block)
      let bend = MathFunctions.exp(glide.value(at: first))
      resonance.tune(to: min(20_000, layer.frequency * bend), q: layer.q)
      let to = movement.gain(at: place.wrapped(first + 64)) * (gain / bend.squareRoot())
      if block == -lead { from = to }
      let step = (to - from) / 64
      for offset in 0..<64 {
        let sample = resonance.next(noise.sample(at: place.wrapped(first + offset)))
        if block >= 0 { out[block + offset] += sample * (from + step * Double(offset)) }
      }
      from = to
    }
  }
}
