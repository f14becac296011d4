/// Mono samples at 48 kHz in memory that stays where it is.
///
/// Made and freed on the control side only; the audio thread reads `samples` while the control side
/// keeps the clip alive. It is never a mapped file: whoever shortens or changes one would be heard, or
/// end the program. Its length is known from the beginning; samples that can be made, or had again, need
/// not be there while they are not due, and read as silence meanwhile.
public final class Clip: @unchecked Sendable {  // immutable after init
  /// The samples; valid as long as the clip lives, which whoever takes their address must see to.
  public let samples: UnsafeBufferPointer<Float>
  private let release: (UnsafeBufferPointer<Float>) -> Void
  private let store: Store?

  /// Where samples come from that need not stay in memory.
  public struct Store: Sendable {
    /// Whether all samples are in memory now.
    public var isFilled: @Sendable () -> Bool
    /// Brings all samples into memory, checked, for one more who needs them; false if they can't be had
    /// now. Any thread.
    public var fill: @Sendable () -> Bool
    /// One who needed them needs them no more. Once nobody does, the memory is given back, and the samples
    /// read as silence until they are filled again.
    public var empty: @Sendable () -> Void

    /// Joins both ways; `isFilled`: whether samples are there, which they are unless somebody says
    /// otherwise.
    public init(
      isFilled: @escaping @Sendable () -> Bool = { true },
      fill: @escaping @Sendable () -> Bool, empty: @escaping @Sendable () -> Void
    ) {
      self.isFilled = isFilled
      self.fill = fill
      self.empty = empty
    }
  }

  /// Takes over memory that `release` gives back when the clip goes away.
  /// `store`: where the samples come from; nil where they stay in memory.
  public init(
    samples: UnsafeBufferPointer<Float>, store: Store? = nil,
    release: @escaping @Sendable (UnsafeBufferPointer<Float>) -> Void
  ) {
    self.samples = samples
    self.store = store
    self.release = release
  }

  /// Whether all samples are in memory.
  public var isFilled: Bool { store?.isFilled() ?? true }

  /// Has all samples in memory until `empty` answers it. Control side; may read a disk, or make them in
  /// milliseconds.
  /// - Returns: false if they could not be had; then the whole clip is silent, and nothing is to be
  ///   answered.
  public func fill() -> Bool { store?.fill() ?? true }

  /// Answers one `fill`: the memory is given back when all are answered. Control side.
  public func empty() { store?.empty() }

  /// The samples, wherever they are; nil if they can't be had now. Control side, as `fill`.
  public func copied() -> [Float]? {
    guard fill() else { return nil }
    defer { empty() }
    return withSamples(Array.init)
  }

  /// Copies samples into memory of the clip's own.
  public convenience init(_ values: [Float]) {
    let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    self.init(samples: UnsafeBufferPointer(memory)) { $0.deallocate() }
  }

  deinit { release(samples) }

  /// Lends the samples as they are in memory, and keeps the clip alive meanwhile.
  public func withSamples<Result>(
    _ body: (UnsafeBufferPointer<Float>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(self) { try body(samples) }
  }

  /// Length in frames.
  public var count: Int { samples.count }
}
