extension FileFacts {
  /// Length of a sound file, rounded down, as its head and its last page state it; nil where they state
  /// none that makes sense.
  ///
  /// No decoder is asked: the files of a folder may have come from anywhere.
  static func milliseconds(of file: FileBytes, as format: FileFormat) -> Int64? {
    let length: (frames: Int64, rate: Int64)? =
      switch format {
      case .wav: wavLength(of: file)
      case .flac: flacLength(of: file)
      case .opus, .vorbis: oggLength(of: file, isOpus: format == .opus)
      case .mp3: mp3Length(of: file)
      case .m4a: nil
      }
    guard let length, length.rate > 0, length.frames >= 0 else { return nil }
    // A head may claim any number of frames.
    return min(length.frames, Int64.max / 1000) * 1000 / length.rate
  }

  /// By the chunks `fmt ` and `data`, and `ds64` of RF64 (EBU Tech 3306); no more than the file holds.
  private static func wavLength(of file: FileBytes) -> (frames: Int64, rate: Int64)? {
    var place: Int64 = 12
    var rate: Int64 = 0
    var frameBytes: Int64 = 0
    var long: Int64?
    while case let header = file.bytes(at: place, count: 8), header.count == 8 {
      let size = Int64(little(header[4...]))
      let body = file.bytes(at: place + 8, count: Int(min(size, 28)))
      switch String(decoding: header[..<4], as: UTF8.self) {
      case "ds64" where body.count >= 16: long = Int64(clamping: little64(body[8..<16]))
      case "fmt " where body.count >= 14:
        rate = Int64(little(body[4..<8]))
        frameBytes = Int64(body[12]) | Int64(body[13]) << 8
      case "data":
        guard frameBytes > 0 else { return nil }
        let claimed = size == UInt32.max ? long ?? size : size
        return (min(claimed, file.size - place - 8) / frameBytes, rate)
      default: break
      }
      place += 8 + size + size % 2
    }
    return nil
  }

  /// By the first metadata block (RFC 9639, section 8.2): 20 bits of rate, 36 of frames, 0 for unknown.
  private static func flacLength(of file: FileBytes) -> (frames: Int64, rate: Int64)? {
    let info = file.bytes(at: 4, count: 38)
    guard info.count == 38, info[0] & 0x7f == 0 else { return nil }
    let numbers = info[14..<22].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return (Int64(numbers & 0xf_ffff_ffff), Int64(numbers >> 44))
  }

  /// By the first page and the last one of the same stream (RFC 3533; RFC 7845, section 4).
  private static func oggLength(
    of file: FileBytes, isOpus: Bool
  ) -> (frames: Int64, rate: Int64)? {
    let start = file.bytes(at: 0, count: 28 + 30)
    guard start.count == 58 else { return nil }
    let body = start[28...]
    // 1.3 MB hold the largest page 20 times over; ours have a second of sound at most.
    let tail = file.bytes(at: max(0, file.size - 1_310_720), count: 1_310_720)
    var place = tail.count - 27
    while place >= 0 {
      let page = tail[place..<place + 27]
      if page.starts(with: "OggS".utf8), page.dropFirst(14).prefix(4) == start[14..<18],
        case let end = Int64(bitPattern: little64(page.dropFirst(6))), end >= 0
      {
        if isOpus {
          return (max(0, end - Int64(body[38]) - Int64(body[39]) << 8), 48_000)
        }
        return (end, Int64(little(body[40..<44])))
      }
      place -= 1
    }
    return nil
  }

  /// By the header that LAME and others put into the first frame; without one, as if all frames were
  /// like the first.
  private static func mp3Length(of file: FileBytes) -> (frames: Int64, rate: Int64)? {
    var start: Int64 = 0
    let tag = file.bytes(at: 0, count: 10)
    if tag.count == 10, tag.starts(with: "ID3".utf8) {
      start = 10 + tag[6...].reduce(0) { $0 << 7 | Int64($1 & 0x7f) }
    }
    let head = file.bytes(at: start, count: 200)
    guard let frame = MP3Frame(head[...]) else { return nil }
    let rate = Int64(frame.rate)
    let name = head.dropFirst(4 + frame.sideBytes)
    guard name.starts(with: "Xing".utf8) || name.starts(with: "Info".utf8), name.count >= 144,
      name.dropFirst(7).first.map({ $0 & 1 == 1 }) == true
    else {
      return ((file.size - start) / Int64(frame.bytes) * frame.samples, rate)
    }
    let frames = name.dropFirst(8).prefix(4).reduce(0) { $0 << 8 | Int64($1) } * frame.samples
    // What the encoder put before and behind the sound, 12 bits each.
    let added = name.dropFirst(141).prefix(3).reduce(0) { $0 << 8 | Int64($1) }
    return (max(0, frames - added >> 12 - added & 0xfff), rate)
  }
}
