import KindlyBase
import KindlyTimeline

extension Recording {
  /// Opens the file for the encoding and everything that goes into it beside samples.
  func sink(
    to destination: Destination, skipsSilence: Bool, files: FileSystem
  ) throws(RecordingError) -> (WholeFile, any SampleSink) {
    let frames = timeline.frames.at(rate: encoding.rate)
    let chapters = timeline.chapters
    if encoding.format == .wav {
      let layout = WAVLayout(frames: frames, encoding: encoding, chapters: chapters, tags: tags)
      let file = try destination.file(expected: layout.fileBytes, files: files)
      return (file, try WAVSink(file: file, layout: layout, encoding: encoding))
    }
    let file = try destination.file(expected: encoding.leastBytes(frames: frames), files: files)
    if encoding.format.goesBack && !file.canSeek {
      throw .needsSeeking(path: destination.name, format: encoding.format)
    }
    return (file, try compressed(in: file, frames, chapters, skipsSilence))
  }

  /// The sink of a compressed format, chapters and tags in their places.
  private func compressed(
    in file: WholeFile, _ frames: Int64, _ chapters: [Chapter], _ skipsSilence: Bool
  ) throws(RecordingError) -> any SampleSink {
    let comments = VorbisComments(tags: tags, chapters: chapters)
    let encoder: any PacketEncoder
    let container: any PacketContainer
    switch encoding.format {
    case .m4a:
      return try M4ASink(
        file: file, encoding: encoding, frames: frames, tags: tags, chapters: chapters,
        skipsSilence: skipsSilence)
    case .wav, .flac:
      let flac = try FLACFile(
        file: file, encoding: encoding, frames: frames, comments: comments, vendor: "Kindly",
        pictures: tags.cover.map { [$0.block] } ?? [])
      return try FLACSink(
        file: flac, encoding: encoding, frames: frames, skipsSilence: skipsSilence)
    case .opus:
      let opus = try OpusPackets(encoding)
      // Positions count at 48 kHz, whatever the encoder was given (RFC 7845, section 4).
      let scale = 48_000 / Int64(encoding.rate)
      encoder = opus
      let lines = comments.adding(tags.cover)
      let encoding = encoding
      container = try OggFile(
        file: file, serial: serial, rate: encoding.rate, scale: scale,
        last: frames * scale + Int64(opus.delay)
      ) { opus.headers(encoding, lines, $0) }
    case .vorbis:
      let vorbis = try VorbisPackets(encoding)
      encoder = vorbis
      container = try OggFile(
        file: file, serial: serial, rate: encoding.rate,
        headers: vorbis.headers(comments.adding(tags.cover)))
    case .mp3:
      let mp3 = try MP3Packets(encoding)
      let tags = tags
      encoder = mp3
      container = try MP3File(
        file: file, frames: frames, samples: encoding.rate >= 32_000 ? 1152 : 576,
        tag: { ID3Tag(tags: tags, chapters: chapters, loudness: $0).bytes },
        contents: { mp3.contents })
    }
    return PacketSink(encoder, to: container, encoding: encoding, skipsSilence: skipsSilence)
  }

  /// The serial number of an Ogg stream: FNV-1a over what is heard and said about it, so that equal
  /// recordings are equal files and different ones may be chained.
  private var serial: UInt32 {
    let lines = VorbisComments(tags: tags, chapters: timeline.chapters).lines
    return FNV1a.hash32((lines + [String(timeline.frames.count)]).joined(separator: "\n").utf8)
  }
}

extension Encoding {
  /// Bits a second for one channel of Ogg Opus: 16,000 to 256,000.
  var opusBitRate: Int {
    // 16^quality in steps that need no mathematics library: a straight line in each octave.
    let octaves = max(0, min(1, quality)) * 4
    let whole = Int(octaves)
    return Int(16_000 * Double(1 << whole) * (1 + octaves - Double(whole)))
  }

  /// Bytes the file will surely need, to refuse a disk that is full from the start. Silence packs
  /// well, so this is a tenth of what loud music takes.
  fileprivate func leastBytes(frames: Int64) -> Int64 {
    let seconds = frames / Int64(rate)
    switch format {
    case .wav: return frames * Int64(channels * samples.bytes)
    case .flac: return frames * Int64(channels * samples.bytes) / 20
    case .opus, .vorbis, .mp3, .m4a: return seconds * 1000 + 4096
    }
  }
}

extension Recording.Destination {
  fileprivate var name: String {
    switch self {
    case .path(let path, _, _): path
    case .open(_, let name): name
    }
  }

  fileprivate func file(
    expected: Int64, files: FileSystem
  ) throws(RecordingError) -> WholeFile {
    switch self {
    case .path(let path, let replacing, let origin):
      try WholeFile(
        at: path, replacing: replacing, origin: origin, expected: expected, files: files)
    case .open(let descriptor, let name):
      try WholeFile(descriptor: descriptor, name: name, files: files)
    }
  }
}

extension FileFormat {
  /// Whether the beginning of a file is finished last.
  fileprivate var goesBack: Bool { self == .flac || self == .mp3 }
}
