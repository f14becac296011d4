/// Mono samples at 48 kHz in memory that stays where it is.
///
/// Made and freed on the control side only; the audio thread reads `samples` while the control side
/// keeps the clip alive. The memory may be a mapped file, so that clips which are not due cost no
/// memory of their own.
public final class Clip: @unchecked Sendable {  // immutable after init
  /// The samples; valid as long as the clip lives, which whoever takes their address must see to.
  public let samples: UnsafeBufferPointer<Float>
  private let release: (UnsafeBufferPointer<Float>) -> Void

  /// Takes over memory that `release` gives back when the clip goes away.
  public init(
    samples: UnsafeBufferPointer<Float>,
    release: @escaping @Sendable (UnsafeBufferPointer<Float>) -> Void
  ) {
    self.samples = samples
    self.release = release
  }

  /// Copies samples into memory of the clip's own.
  public convenience init(_ values: [Float]) {
    let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    self.init(samples: UnsafeBufferPointer(memory)) { $0.deallocate() }
  }

  deinit { release(samples) }

  /// Lends the samples, and keeps the clip alive meanwhile.
  public func withSamples<Result>(
    _ body: (UnsafeBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(self) { try body(samples) }
  }

  /// Length in frames.
  public var count: Int { samples.count }
}
