import CKindlyEncoders

/// MP3 frames by libmp3lame.
///
/// In silence a frame has the fewest bytes its rate allows. LAME lets its threshold of hearing sink
/// for some seconds of quiet, so it settles later than its frames look.
final class MP3Packets: PacketEncoder {
  /// With a bit rate LAME keeps account of the bits it saved, in silence too: that is never repeated.
  let settling: Int

  private let lame: kindly_lame
  private let channels: Int
  /// What LAME gave and was not cut into frames yet.
  private var arrived: [UInt8] = []
  private var room: [UInt8]
  private var frames: Int64 = 0
  private var hasBegun = false

  /// Frames given to LAME at once.
  private static let most = 1152

  init(_ encoding: Encoding) throws(RecordingError) {
    guard let lame = lame_init() else { throw .missingEncoder(.mp3, package: "libmp3lame0") }
    self.lame = lame
    channels = encoding.channels
    settling = encoding.bitRate == nil ? 120 : .max
    // LAME's own bound: a quarter more than the frames, and 7,200 bytes; all there is for the end.
    room = [UInt8](repeating: 0, count: Self.most * 5 / 4 + 7200 + 65_536)
    lame_set_num_channels(lame, Int32(channels))
    lame_set_in_samplerate(lame, Int32(encoding.rate))
    lame_set_out_samplerate(lame, Int32(encoding.rate))
    lame_set_write_id3tag_automatic(lame, 0)
    lame_set_bWriteVbrTag(lame, 1)
    if let bitRate = encoding.bitRate {
      // Constant, or so many on average.
      lame_set_VBR(lame, encoding.isConstant ? 0 : 3)
      lame_set_brate(lame, Int32(bitRate / 1000))
      lame_set_VBR_mean_bitrate_kbps(lame, Int32(bitRate / 1000))
    } else {
      lame_set_VBR(lame, 4)
      lame_set_VBR_quality(lame, Float((1 - encoding.quality) * 10))
    }
    let code = lame_init_params(lame)
    guard code >= 0 else { throw .encoder(format: .mp3, message: "error \(code)") }
  }

  deinit { lame_close(lame) }

  /// The frame with the Xing and LAME headers as LAME wrote it, for the frames it knows of.
  var contents: [UInt8] {
    var frame = [UInt8](repeating: 0, count: 4096)
    let count = lame_get_lametag_frame(lame, &frame, frame.count)
    return Array(frame.prefix(count))
  }

  func encode(
    _ samples: UnsafePointer<Float>, frames: Int, _ take: Taker
  ) throws(RecordingError) {
    var done = 0
    while done < frames {
      let count = min(frames - done, Self.most)
      let part = samples + done * channels
      let got =
        channels == 1
        ? lame_encode_buffer_ieee_float(lame, part, part, Int32(count), &room, Int32(room.count))
        : lame_encode_buffer_interleaved_ieee_float(
          lame, part, Int32(count), &room, Int32(room.count))
      try accept(got, take)
      done += count
    }
  }

  func finish(_ take: Taker) throws(RecordingError) {
    try accept(lame_encode_flush(lame, &room, Int32(room.count)), take)
    guard arrived.isEmpty else { throw .encoder(format: .mp3, message: "half a frame is left") }
  }

  private func accept(_ count: Int32, _ take: Taker) throws(RecordingError) {
    guard count >= 0 else { throw .encoder(format: .mp3, message: "error \(count)") }
    arrived += room[..<Int(count)]
    var start = 0
    while let frame = MP3Frame(arrived[start...]) {
      guard arrived.count - start >= frame.bytes else { break }
      guard hasBegun else {
        // An empty frame keeps the place of the headers, which are written last.
        hasBegun = true
        start += frame.bytes
        continue
      }
      frames += 1
      try take(
        Packet(
          bytes: Array(arrived[start..<start + frame.bytes]), end: frames * frame.samples))
      start += frame.bytes
    }
    arrived.removeFirst(start)
  }
}

/// What the first four bytes of an MP3 frame say (ISO 11172-3, section 2.4.1.3).
struct MP3Frame {
  /// Size of the frame.
  var bytes: Int
  /// Frames of sound in it.
  var samples: Int64
  /// Bytes of the side information behind the header.
  var sideBytes: Int
  /// Frames of sound a second.
  var rate: Int

  /// Reads a header; nil where fewer than four bytes are left or none begins.
  init?(_ head: ArraySlice<UInt8>) {
    guard head.count >= 4 else { return nil }
    let place = head.startIndex
    let (one, two, three) = (head[place + 1], head[place + 2], head[place + 3])
    guard head[place] == 0xff, one & 0xe6 == 0xe2 else { return nil }
    let isFirst = one >> 3 & 3 == 3
    let kbits = (isFirst ? Self.kbits1 : Self.kbits2)[Int(two >> 4)]
    let base = [44_100, 48_000, 32_000, 0][Int(two >> 2 & 3)]
    // MPEG-2 halves the rates of MPEG-1, MPEG-2.5 quarters them.
    let rate = isFirst ? base : one >> 3 & 3 == 2 ? base / 2 : base / 4
    guard kbits > 0, rate > 0 else { return nil }
    self.rate = rate
    samples = isFirst ? 1152 : 576
    bytes = Int(samples) / 8 * kbits * 1000 / rate + Int(two >> 1 & 1)
    let isMono = three >> 6 == 3
    sideBytes = isFirst ? (isMono ? 17 : 32) : (isMono ? 9 : 17)
  }

  private static let kbits1 = [
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0,
  ]
  private static let kbits2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0]
}
