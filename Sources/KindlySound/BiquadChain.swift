/// Filters one after another, in one pass over the samples.
///
/// Sample by sample through all of them, the recursions of several filters overlap in the processor;
/// filter by filter, each waits for itself. A value: copy it to filter something else.
struct BiquadChain: Sendable, Hashable {
  private var filters: [Biquad]

  /// Samples between two looks whether a state has become too small to matter.
  private static let stretch = 256

  /// Chains filters in the order they are applied; without any, samples pass unchanged.
  init(_ filters: [Biquad]) { self.filters = filters }

  /// Filters samples in place.
  mutating func apply(to samples: UnsafeMutableBufferPointer<Float>) {
    guard !filters.isEmpty else { return }
    run(samples.count) { place, filters in
      var value = Double(samples[place])
      for index in filters.indices { value = filters[index].step(value) }
      samples[place] = Float(value)
    }
  }

  /// The sum of the squares of what the filters make of samples, which stay as they are.
  mutating func power(of samples: UnsafeBufferPointer<Float>) -> Double {
    var sum = 0.0
    run(samples.count) { place, filters in
      var value = Double(samples[place])
      for index in filters.indices { value = filters[index].step(value) }
      sum += value * value
    }
    return sum
  }

  @inline(__always)
  private mutating func run(
    _ count: Int, _ body: (Int, UnsafeMutableBufferPointer<Biquad>) -> Void
  ) {
    filters.withUnsafeMutableBufferPointer { filters in
      for start in stride(from: 0, to: count, by: Self.stretch) {
        for place in start..<min(count, start + Self.stretch) { body(place, filters) }
        for index in filters.indices { filters[index].settle() }
      }
    }
  }
}
