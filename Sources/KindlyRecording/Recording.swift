import Glibc
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

  /// What a file of that session holds; `gain` is a factor on every sample.
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

  /// Where a recording goes.
  public enum Destination: Sendable, Hashable {
    /// A file, device or FIFO by its name; an existing file only if it may be replaced.
    case path(String, replacing: Bool = false, origin: NameOrigin = .given)
    /// Something open already, such as standard output, and its name in sentences.
    case open(Int32, name: String)
  }

  /// Writes the file, whole or not at all.
  ///
  /// The bytes do not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - source: The samples, and which spans sound.
  ///   - threads: Threads that make samples at once; by default one for each core.
  ///   - files: The operating system.
  ///   - hearing: Given every frame of the session once, in order, on this thread.
  ///   - loudness: Asked once all was heard: integrated loudness in LUFS, for players that bring files
  ///     to one loudness; nil for no such tag.
  ///   - progress: Told after each part how far the work is; false stops it.
  public func write(
    to destination: Destination, from source: SoundSource, threads: Int = Self.cores,
    files: FileSystem = FileSystem(), hearing: ((HeardPart) -> Void)? = nil,
    loudness: () -> Double? = { nil },
    progress: (Frames) -> Bool = { _ in true }
  ) throws(RecordingError) -> Summary {
    try write(
      to: destination, from: source, threads: threads, skipsSilence: true, files: files,
      hearing: hearing, loudness: loudness, progress: progress)
  }

  /// The cores of the machine.
  public static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Writes the file; with `skipsSilence` false all of it is encoded, which gives the same sound.
  func write(
    to destination: Destination, from source: SoundSource, threads: Int, skipsSilence: Bool,
    files: FileSystem = FileSystem(), hearing: ((HeardPart) -> Void)? = nil,
    loudness: () -> Double? = { nil }, progress: (Frames) -> Bool = { _ in true }
  ) throws(RecordingError) -> Summary {
    try encoding.validate()
    let (file, sink) = try sink(to: destination, skipsSilence: skipsSilence, files: files)
    let pump = SamplePump(recording: self, threads: threads)
    let peak = try pump.run(source, into: sink, hearing: hearing) { progress(Frames($0)) }
    try sink.finish(
      loudness: loudness().map { TrackLoudness(integrated: $0, peak: Double(peak)) })
    let bytes = file.length
    try file.commit()
    return Summary(frames: timeline.frames, bytes: bytes)
  }

  /// Writes the file at `path`; see `write(to:from:threads:files:progress:)`.
  public func write(
    to path: String, replacing: Bool = false, from source: SoundSource,
    files: FileSystem = FileSystem(), progress: (Frames) -> Bool = { _ in true }
  ) throws(RecordingError) -> Summary {
    try write(
      to: .path(path, replacing: replacing), from: source, files: files, progress: progress)
  }

  /// Writes the file at `path` from samples that are asked for in order, on this thread.
  public func write(
    to path: String, replacing: Bool = false, from source: BlockSource,
    files: FileSystem = FileSystem(), progress: (Frames) -> Bool = { _ in true }
  ) throws(RecordingError) -> Summary {
    try withoutActuallyEscaping(source) { source in
      // One thread asks, and it is this one.
      nonisolated(unsafe) let source = source
      return Result { () throws(RecordingError) in
        try write(
          to: .path(path, replacing: replacing),
          from: SoundSource(sounding: [0..<timeline.frames.count]) {
            { _, out, frames in source(out, frames) }
          },
          threads: 1, files: files, progress: progress)
      }
    }.get()
  }
}
