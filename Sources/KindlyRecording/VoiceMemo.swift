/// A sound file of any kind, such as a phone's memo, on its way to a recording for a practice.
public enum VoiceMemo {
  /// Converts a sound file to FLAC, one channel at 48 kHz, through ffmpeg. Nothing the file says about
  /// itself is kept: memos tell where they were recorded.
  ///
  /// - Throws: `missingConverter` without ffmpeg, `unreadable` if there is no sound in the file.
  public static func convert(
    _ path: String, to output: String, replacing: Bool = false, files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    guard let ffmpeg = FFmpeg() else { throw .missingConverter }
    if !replacing, try WholeFile.exists(at: output, files: files) { throw .exists(output) }
    let scratch = try ScratchFolder()
    let made = scratch.path + "/out.flac"
    do {
      try ffmpeg.run(
        path,
        [
          "-map", "0:a:0", "-map_metadata", "-1", "-ac", "1", "-ar", "48000", "-c:a", "flac",
          "-f", "flac",
        ], to: made)
    } catch {
      throw .unreadable(path: path, message: error.message)
    }
    guard let bytes = FileBytes(made) else {
      throw .unreadable(path: path, message: "ffmpeg wrote nothing")
    }
    let file = try WholeFile(at: output, replacing: replacing, files: files)
    try file.write(bytes)
    try file.commit()
  }
}

extension WholeFile {
  /// Adds the bytes of another file at the end: all, or those that lie in a part of it.
  func write(_ bytes: FileBytes, _ part: Range<Int64> = 0..<Int64.max) throws(RecordingError) {
    var place = part.lowerBound
    while case let part = bytes.bytes(at: place, count: Int(min(1 << 16, part.upperBound - place))),
      !part.isEmpty
    {
      try write(part)
      place += Int64(part.count)
    }
  }
}
