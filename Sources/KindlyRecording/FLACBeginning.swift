/// The metadata at the beginning of a FLAC file (RFC 9639), with our comments in place of the
/// encoder's.
///
/// The encoder's first byte stands as many bytes into the file as our comments take, so its finished
/// metadata can be copied to the front with them put in, and meets the sound exactly.
struct FLACBeginning {
  private let comments: VorbisComments

  init(comments: VorbisComments) { self.comments = comments }

  /// Where the encoder shall begin.
  var base: Int64 { Int64(comments.body.count) }

  /// Moves the metadata of a finished file to its front.
  func write(in file: WholeFile) throws(RecordingError) {
    let original = try Self.metadata(of: file, at: base)
    guard let bytes = rewritten(original), bytes.count == original.count + Int(base) else {
      throw .encoder(format: .flac, message: "unexpected metadata")
    }
    try bytes.withUnsafeBytes { raw in
      Result { () throws(RecordingError) in try file.write(raw, at: 0) }
    }.get()
  }

  /// `fLaC` and all metadata blocks.
  private static func metadata(
    of file: WholeFile, at start: Int64
  ) throws(RecordingError) -> [UInt8] {
    var all = try read(4, from: file, at: start)
    var isLast = false
    while !isLast {
      let header = try read(4, from: file, at: start + Int64(all.count))
      isLast = header[0] & 0x80 != 0
      let size = header[1...].reduce(0) { $0 << 8 | Int($1) }
      all += header
      all += try read(size, from: file, at: start + Int64(all.count))
    }
    return all
  }

  private static func read(
    _ count: Int, from file: WholeFile, at place: Int64
  ) throws(RecordingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBytes { raw in
      Result { () throws(RecordingError) in try file.read(into: raw, at: place) }
    }.get()
    if got < count { throw .encoder(format: .flac, message: "metadata cut short") }
    return bytes
  }

  private func rewritten(_ original: [UInt8]) -> [UInt8]? {
    var out = Array(original.prefix(4))
    var rest = original.dropFirst(4)
    while rest.count >= 4 {
      let kind = rest[rest.startIndex]
      let size = rest.dropFirst().prefix(3).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count >= 4 + size else { return nil }
      var body = Array(rest.dropFirst(4).prefix(size))
      if kind & 0x7f == 4 {
        guard let replaced = comments.replacing(body[...]) else { return nil }
        body = replaced
      }
      out.append(kind)
      for shift in [16, 8, 0] { out.append(UInt8(body.count >> shift & 0xff)) }
      out += body
      rest = rest.dropFirst(4 + size)
    }
    return out
  }
}
