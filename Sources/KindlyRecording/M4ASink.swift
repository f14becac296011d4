/// Writes AAC in an M4A file through ffmpeg: the session as FLAC first, chapters, tags and cover
/// inside, from which ffmpeg makes the file.
final class M4ASink: SampleSink {
  private let ffmpeg: FFmpeg
  private let file: WholeFile
  private let encoding: Encoding
  private let scratch: ScratchFolder
  private let source: WholeFile
  private let flac: FLACSink
  private let tags: Tags

  var form: SampleForm { flac.form }

  init(
    file: WholeFile, encoding: Encoding, frames: Int64, tags: Tags, chapters: [Chapter],
    skipsSilence: Bool
  ) throws(RecordingError) {
    guard let ffmpeg = FFmpeg() else { throw .missingEncoder(.m4a, package: "ffmpeg") }
    self.ffmpeg = ffmpeg
    self.file = file
    self.encoding = encoding
    self.tags = tags
    scratch = try ScratchFolder()
    source = try WholeFile(at: scratch.path + "/in.flac")
    let lossless = Encoding(
      format: .flac, rate: encoding.rate, mono: encoding.mono, samples: .int24)
    flac = try FLACSink(
      file: FLACFile(
        file: source, encoding: lossless, frames: frames,
        comments: VorbisComments(tags: Tags(title: tags.title), chapters: chapters),
        vendor: "Kindly",
        pictures: tags.cover.map { [$0.block] } ?? []),
      encoding: lossless, frames: frames, skipsSilence: skipsSilence)
  }

  func write(
    _ samples: UnsafeRawPointer, frames: Int, at frame: Int64
  ) throws(RecordingError) {
    try flac.write(samples, frames: frames, at: frame)
  }

  func writeSilence(frames: Int64, at frame: Int64) throws(RecordingError) {
    try flac.writeSilence(frames: frames, at: frame)
  }

  func finish(loudness: TrackLoudness?) throws(RecordingError) {
    try flac.finish(loudness: loudness)
    try source.commit()
    let output = scratch.path + "/out.m4a"
    do {
      try ffmpeg.run(
        scratch.path + "/in.flac",
        [
          "-map", "0:a", "-map", "0:v?", "-c:v", "copy", "-disposition:v", "attached_pic",
          "-c:a", "aac", "-b:a", "\(encoding.bitRate ?? encoding.aacBitRate)",
          "-map_chapters", "0", "-fflags", "+bitexact", "-flags:a",
          "+bitexact", "-movflags", "+faststart", "-f", "ipod",
        ] + metadata, to: output)
    } catch {
      throw .encoder(format: .m4a, message: error.message)
    }
    guard let made = FileBytes(output) else {
      throw .encoder(format: .m4a, message: "ffmpeg wrote nothing")
    }
    let more = MP4Tags(
      loudness: loudness, performer: tags.performer, language: tags.language)
    try more.write(made, to: file)
  }
}

extension M4ASink {
  /// The tags as ffmpeg takes them: what it finds in a FLAC file it gives other names.
  private var metadata: [String] {
    let pairs: [(String, String?)] = [
      ("title", tags.title), ("artist", tags.author), ("album", tags.album), ("genre", tags.genre),
      ("date", tags.date), ("comment", tags.comment), ("description", tags.summary),
      ("track", tags.track?.text),
    ]
    return pairs.flatMap { name, text in text.map { ["-metadata", "\(name)=\($0)"] } ?? [] }
  }
}

extension Encoding {
  /// Bits a second for AAC: 32,000 to 128,000 for each channel.
  fileprivate var aacBitRate: Int {
    Int(32_000 + 96_000 * max(0, min(1, quality))) * channels
  }
}
