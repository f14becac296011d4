extension FileFacts {
  /// Reads what a sound file of ours says about itself; nil if it is none.
  public init?(path: String) {
    guard let file = FileBytes(path, looks: Self.looks) else { return nil }
    guard let format = Self.format(of: file) else { return nil }
    if format == .m4a {
      guard let facts = Self.ofMP4(file) else { return nil }
      self = facts
      return
    }
    guard let length = Self.milliseconds(of: file, as: format) else { return nil }
    self.init(format: format, milliseconds: length)
    switch format {
    case .wav: readChunks(of: file)
    case .flac: readBlocks(of: file)
    case .opus: readPackets(of: file, prefix: OggCodec.opus.prefix)
    case .vorbis: readPackets(of: file, prefix: OggCodec.vorbis.prefix)
    case .mp3: readTag(of: file)
    case .m4a: break
    }
  }

  /// Chunks, blocks, pages and boxes that are looked at in one file; our own have some dozens.
  private static let looks = 20_000

  private static func format(of file: FileBytes) -> FileFormat? {
    let start = file.bytes(at: 0, count: 36)
    func has(_ text: String, at place: Int = 0) -> Bool {
      start.dropFirst(place).prefix(text.utf8.count).elementsEqual(text.utf8)
    }
    if has("RIFF") || has("RF64") { return .wav }
    if has("fLaC") { return .flac }
    if has("OggS") {
      return has("OpusHead", at: 28) ? .opus : has("vorbis", at: 29) ? .vorbis : nil
    }
    if has("ftyp", at: 4) { return .m4a }
    let isSync = start.count > 1 && start[0] == 0xff && start[1] & 0xe0 == 0xe0
    return has("ID3") || isSync ? .mp3 : nil
  }
}
