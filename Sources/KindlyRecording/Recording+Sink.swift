import KindlyTimeline

extension Recording {
  /// Opens the file for the encoding and everything that goes into it beside samples.
  func sink(
    to destination: Destination, files: FileSystem
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
    let (stream, atEnd) = try stream(in: file, chapters: chapters)
    return (file, try EncoderSink(stream: stream, encoding: encoding, atEnd: atEnd))
  }

  /// The file as the encoder sees it, with chapters and tags in their places; and what is done after
  /// its last byte.
  private func stream(
    in file: WholeFile, chapters: [Chapter]
  ) throws(RecordingError) -> (EncoderStream, () throws(RecordingError) -> Void) {
    let comments = VorbisComments(tags: tags, chapters: chapters)
    switch encoding.format {
    case .wav, .flac:
      let beginning = FLACBeginning(comments: comments)
      return (
        EncoderStream(file: file, base: beginning.base),
        { () throws(RecordingError) in try beginning.write(in: file) }
      )
    case .opus, .vorbis:
      let codec: OggPages.Codec = encoding.format == .opus ? .opus : .vorbis
      let pages = OggPages(codec: codec, serial: serial, comments: comments)
      return (EncoderStream(file: file, pages: pages), { () throws(RecordingError) in })
    case .mp3:
      let tag = ID3Tag(tags: tags, chapters: chapters)
      try file.write(tag.bytes)
      return (
        EncoderStream(file: file, base: Int64(tag.bytes.count)), { () throws(RecordingError) in }
      )
    }
  }

  /// The serial number of an Ogg stream: FNV-1a over what is heard and said about it, so that equal
  /// recordings are equal files and different ones may be chained.
  private var serial: UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    let lines = VorbisComments(tags: tags, chapters: timeline.chapters).lines
    for byte in (lines + [String(timeline.frames.count)]).joined(separator: "\n").utf8 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    }
    return hash
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
    case .opus, .vorbis, .mp3: return seconds * 1000 + 4096
    }
  }
}

extension Recording.Destination {
  fileprivate var name: String {
    switch self {
    case .path(let path, _): path
    case .open(_, let name): name
    }
  }

  fileprivate func file(
    expected: Int64, files: FileSystem
  ) throws(RecordingError) -> WholeFile {
    switch self {
    case .path(let path, let replacing):
      try WholeFile(at: path, replacing: replacing, expected: expected, files: files)
    case .open(let descriptor, let name):
      try WholeFile(descriptor: descriptor, name: name, files: files)
    }
  }
}

extension FileFormat {
  /// Whether the beginning of a file is finished last.
  fileprivate var goesBack: Bool { self == .flac || self == .mp3 }
}
