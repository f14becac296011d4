public import KindlyTimeline

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

  /// Where a recording goes.
  public enum Destination: Sendable, Hashable {
    /// A file, device or FIFO by its name; an existing file only if it may be replaced.
    case path(String, replacing: Bool = false)
    /// Something open already, such as standard output, and its name in sentences.
    case open(Int32, name: String)
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - source: The samples, asked for in order.
  ///   - files: The operating system.
  ///   - progress: Told after each block how far the work is; false stops it.
  public func write(
    to destination: Destination, from source: BlockSource, files: FileSystem = FileSystem(),
    progress: (Frames) -> Bool = { _ in true }
  ) throws(RecordingError) -> Summary {
    try encoding.validate()
    let (file, sink) = try sink(to: destination, files: files)
    try SamplePump(recording: self).run(source, into: sink) { progress(Frames($0)) }
    try sink.finish()
    let bytes = file.length
    try file.commit()
    return Summary(frames: timeline.frames, bytes: bytes)
  }

  /// Writes the file at `path`; see `write(to:from:files:progress:)`.
  public func write(
    to path: String, replacing: Bool = false, from source: BlockSource,
    files: FileSystem = FileSystem(), progress: (Frames) -> Bool = { _ in true }
  ) throws(RecordingError) -> Summary {
    try write(
      to: .path(path, replacing: replacing), from: source, files: files, progress: progress)
  }
}
