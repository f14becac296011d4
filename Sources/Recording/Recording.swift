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
    let layout = WAVLayout(
      frames: timeline.frames.at(rate: encoding.rate), encoding: encoding,
      chapters: timeline.chapters, tags: tags)
    let file = try WholeFile(
      at: path, replacing: replacing, expected: layout.fileBytes, files: files)
    let sink = try WAVSink(file: file, layout: layout, encoding: encoding)
    try pour(source, into: sink, progress: progress)
    try sink.finish()
    let bytes = file.length
    try file.commit()
    return Summary(frames: timeline.frames, bytes: bytes)
  }

  private func pour(
    _ source: BlockSource, into sink: any SampleSink, progress: (Frames) -> Bool
  ) throws(RecordingError) {
    let samples = UnsafeMutablePointer<Float>.allocate(capacity: Self.block * 2)
    defer { samples.deallocate() }
    var frame: Int64 = 0
    while frame < timeline.frames.count {
      let count = Int(min(Int64(Self.block), timeline.frames.count - frame))
      source(samples, count)
      if isSilent(samples, count * 2) {
        try sink.writeSilence(frames: count, at: frame)
      } else {
        for index in 0..<count * 2 { samples[index] *= gain }
        if encoding.mono {
          for index in 0..<count {
            samples[index] = (samples[2 * index] + samples[2 * index + 1]) / 2
          }
        }
        try sink.write(samples, frames: count, at: frame)
      }
      frame += Int64(count)
      if !progress(Frames(frame)) { throw .stopped }
    }
  }
}
