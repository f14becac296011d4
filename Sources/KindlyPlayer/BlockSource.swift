/// Where a loudspeaker's samples come from: any frame may be asked for, as often as it takes.
///
/// A C function and what it works on, so that the audio thread calls it without a lock or a
/// reference count. For a given frame it must always answer the same; then a pause, a seek, an
/// under-run and a device that went away are all the same act: asking again from there.
public struct BlockSource: @unchecked Sendable {  // the context is used by the audio thread alone
  /// Writes up to `frames` frames of interleaved stereo at 48 kHz from `frame` on; tells how many.
  ///
  /// Fewer than asked for means that the end is reached. Called on the audio thread: it must not
  /// allocate, lock or wait.
  public typealias Fill =
    @convention(c) (
      _ context: UnsafeMutableRawPointer, _ frame: Int64, _ out: UnsafeMutablePointer<Float>,
      _ frames: Int
    ) -> Int

  /// The function.
  public let fill: Fill
  /// What it works on; must outlive the loudspeaker.
  public let context: UnsafeMutableRawPointer

  /// `fill` is called on the audio thread with `context`.
  public init(context: UnsafeMutableRawPointer, fill: @escaping Fill) {
    self.fill = fill
    self.context = context
  }
}
