public import Timeline

/// A session to be written as a sound file.
public struct Recording: Sendable {
  /// What happens when: length, chapters.
  public var timeline: Timeline
  /// How it is stored.
  public var encoding: Encoding
  /// What players show.
  public var tags: Tags
  /// A constant factor for every sample.
  public var gain: Float

  /// Makes a recording of a session.
  public init(timeline: Timeline, encoding: Encoding, tags: Tags, gain: Float = 1) {
    self.timeline = timeline
    self.encoding = encoding
    self.tags = tags
    self.gain = gain
  }

  /// What was written.
  public struct Summary: Sendable, Hashable {
    /// Length at 48 kHz.
    public var frames: Frames
    /// Size of the file in bytes.
    public var bytes: Int64
  }

  /// Frames asked of the source at once.
  static let block = 4096

  /// Writes the file at `path`, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: Name of the file, device or FIFO.
  ///   - replacing: Whether a file that is there may be replaced.
  ///   - source: The samples, asked for in order.
  ///   - files: The operating system.
  ///   - progress: Told now and then how far the work is; false stops it.
  public func write(
    to path: String, replacing: Bool = false, from source: BlockSource,
    files: FileSystem = FileSystem(), progress: (Frames) -> Bool = { _ in true }
  ) throws(RecordingError) -> Summary {
    try encoding.validate()
    let (file, sink) = try sink(at: path, replacing: replacing, files: files)
    try Pouring(recording: self).run(source, into: sink) { progress(Frames($0)) }
    try sink.finish()
    let bytes = file.length
    try file.commit()
    return Summary(frames: timeline.frames, bytes: bytes)
  }
}
