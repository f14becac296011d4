extension BellSound {
  /// One block of the first `live` oscillations from their states, as left then right.
  ///
  /// Eight frames at a time, one oscillation after the other (two at once was slower). No
  /// `addingProduct`: without FMA in the target it is a call into C, 39 times slower.
  @_noLocks
  func render(
    _ states: UnsafePointer<Complex>, _ live: Int, into scratch: UnsafeMutablePointer<Float>
  ) {
    let out = UnsafeMutableRawPointer(scratch)
    for place in stride(from: 0, to: 512, by: 32) {
      out.storeBytes(of: SIMD8<Float>.zero, toByteOffset: place, as: SIMD8<Float>.self)
    }
    for index in 0..<live {
      let mode = modes[index]
      let state = states[index]
      let real = SIMD8<Float>(repeating: Float(state.real))
      let imaginary = SIMD8<Float>(repeating: Float(state.imaginary))
      let left = SIMD8<Float>(repeating: mode.left)
      let right = SIMD8<Float>(repeating: mode.right)
      let table = UnsafeRawPointer(mode.table)
      var place = 0
      while place < 256 {
        let wave =
          table.load(fromByteOffset: place, as: SIMD8<Float>.self) * real
          - table.load(fromByteOffset: place + 256, as: SIMD8<Float>.self) * imaginary
        let one = out.load(fromByteOffset: place, as: SIMD8<Float>.self) + wave * left
        let two = out.load(fromByteOffset: place + 256, as: SIMD8<Float>.self) + wave * right
        out.storeBytes(of: one, toByteOffset: place, as: SIMD8<Float>.self)
        out.storeBytes(of: two, toByteOffset: place + 256, as: SIMD8<Float>.self)
        place += 32
      }
    }
  }

  /// One block while the pitch bends: each oscillation turned sample by sample, its turning itself
  /// turned, which is the bend to second order; over 64 frames the third is below −120 dB.
  @_noLocks
  func renderGliding(_ live: Int, at age: Int64, into scratch: UnsafeMutablePointer<Float>) {
    for place in 0..<128 { scratch[place] = 0 }
    let bend = glide.bend(at: age)
    // 1 − e^(−n/time) = n/time − n²/(2·time²) …
    let slope = (glide.whole - bend) / glide.time
    let curve = -slope / (2 * glide.time)
    for index in 0..<live {
      let mode = modes[index]
      var state = mode.state(at: age, bend: bend)
      // The phase from frame n to n+1 grows by turns · (1 + slope + curve · (2n + 1)).
      var turn = Complex.damped(decay: mode.decay, turns: mode.turns * (1 + slope + curve))
      let bending = Complex.damped(decay: 0, turns: mode.turns * 2 * curve)
      for place in 0..<64 {
        let wave = Float(state.real)
        scratch[place] += wave * mode.left
        scratch[64 + place] += wave * mode.right
        state = state * turn
        turn = turn * bending
      }
    }
  }
}
