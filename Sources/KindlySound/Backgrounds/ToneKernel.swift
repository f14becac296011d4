import KindlyBase

/// A steady sine of a whole number of cycles in the loop, each side moving on its own.
struct ToneKernel: LayerKernel {
  let powers: SpectralPower
  private let place: LayerPlace
  private let movement: SideMovement
  private let cycles: Int
  private let phase: Double

  init(_ layer: BackgroundLayer, at place: LayerPlace) {
    self.place = place
    movement = place.movement(layer.moves)
    cycles = max(1, Int((layer.frequency * Double(place.loop) / Frames.hertz).rounded()))
    phase = place.noise(0).unit(0)
    powers = SpectralPower(
      plain: 0.5, weighted: 0.5 * SpectralPower.weight(at: layer.frequency))
  }

  func add(
    into out: UnsafeMutablePointer<SIMD2<Double>>, from start: Int, frames: Int, gain: Double
  ) {
    let done = Double(cycles * place.wrapped(start) % place.loop) / Double(place.loop)
    var state = Complex.damped(decay: 0, turns: done + phase)
    let turn = Complex.damped(decay: 0, turns: Double(cycles) / Double(place.loop))
    var from = movement.gain(at: place.wrapped(start)) * gain
    for block in stride(from: 0, to: frames, by: 64) {
      let to = movement.gain(at: place.wrapped(start + block + 64)) * gain
      let step = (to - from) / 64
      for offset in 0..<64 {
        out[block + offset] += (from + step * Double(offset)) * state.imaginary
        state = state * turn
      }
      from = to
    }
  }
}
