import KindlySound

/// The discrete Fourier transform of a power of two, in place (Cooley and Tukey 1965).
struct Fourier {
  private let count: Int
  private let turns: [Complex]

  /// Prepares for `count` values, a power of two.
  init(count: Int) {
    self.count = count
    turns = (0..<count / 2).map { .damped(decay: 0, turns: -Double($0) / Double(count)) }
  }

  /// Transforms `count` values.
  func transform(_ values: inout [Complex]) {
    values.withUnsafeMutableBufferPointer { transform($0) }
  }

  private func transform(_ values: UnsafeMutableBufferPointer<Complex>) {
    var mirrored = 0
    for place in 1..<count {
      var bit = count >> 1
      while mirrored & bit != 0 {
        mirrored ^= bit
        bit >>= 1
      }
      mirrored |= bit
      if place < mirrored { values.swapAt(place, mirrored) }
    }
    var width = 2
    while width <= count {
      let half = width / 2
      let stride = count / width
      for start in Swift.stride(from: 0, to: count, by: width) {
        for place in 0..<half {
          let other = values[start + half + place] * turns[place * stride]
          let one = values[start + place]
          values[start + place] = one + other
          values[start + half + place] = one - other
        }
      }
      width *= 2
    }
  }
}
