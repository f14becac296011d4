import CKindlyEncoders

/// Ogg Vorbis packets by libvorbis.
///
/// In silence they have one byte. The encoder keeps the loudest level it met and lets it fall by 6 dB
/// a second, and weighs what it hears against it: only when that has fallen below everything is what
/// follows encoded as if all of the silence had been encoded too. So short silences are encoded.
final class VorbisPackets: PacketEncoder {
  let settling: Int

  private let info: UnsafeMutablePointer<vorbis_info>
  private let state: UnsafeMutablePointer<vorbis_dsp_state>
  private let block: UnsafeMutablePointer<vorbis_block>
  private let channels: Int
  private var isOpen = false

  init(_ encoding: Encoding) throws(RecordingError) {
    guard kindly_has_vorbis() else { throw .missingEncoder(.vorbis, package: "libvorbisenc2") }
    info = .allocate(capacity: 1)
    state = .allocate(capacity: 1)
    block = .allocate(capacity: 1)
    info.initialize(to: vorbis_info())
    state.initialize(to: vorbis_dsp_state())
    block.initialize(to: vorbis_block())
    channels = encoding.channels
    // Sixteen seconds, 96 dB: packets in silence hold half a long block of 1024 or 2048 frames.
    // With a bit rate libvorbis keeps account of the bits it saved: that is never repeated.
    settling =
      encoding.bitRate == nil ? 16 * encoding.rate / (encoding.rate > 26_000 ? 1024 : 512) : .max
    vorbis_info_init(info)
    let code =
      if let bitRate = encoding.bitRate {
        vorbis_encode_init(
          info, encoding.channels, encoding.rate, encoding.isConstant ? bitRate : -1, bitRate,
          encoding.isConstant ? bitRate : -1)
      } else {
        kindly_vorbis_variable(info, encoding.channels, encoding.rate, Float(encoding.quality))
      }
    guard code == 0, vorbis_analysis_init(state, info) == 0 else {
      vorbis_info_clear(info)
      throw .encoder(format: .vorbis, message: "error \(code)")
    }
    vorbis_block_init(state, block)
    isOpen = true
  }

  deinit {
    if isOpen {
      vorbis_block_clear(block)
      vorbis_dsp_clear(state)
      vorbis_info_clear(info)
    }
    info.deallocate()
    state.deallocate()
    block.deallocate()
  }

  /// Header packets: identification, comments, setup (Vorbis I, section 4.2). Zeros behind the comments
  /// fill up for what is measured while the file is written.
  func headers(
    _ comments: VorbisComments
  ) throws(RecordingError) -> (TrackLoudness?) throws(RecordingError) -> [[UInt8]] {
    var empty = vorbis_comment()
    var packets = (ogg_packet(), ogg_packet(), ogg_packet())
    vorbis_comment_init(&empty)
    defer { vorbis_comment_clear(&empty) }
    vorbis_analysis_headerout(state, &empty, &packets.0, &packets.1, &packets.2)
    let (head, original, setup) = (packets.0.content, packets.1.content, packets.2.content)
    let prefix = OggCodec.vorbis.prefix
    func body(_ pairs: [(String, String)]) throws(RecordingError) -> [UInt8] {
      guard let body = comments.adding(pairs).replacing(original.dropFirst(prefix)) else {
        throw .encoder(format: .vorbis, message: "unexpected comments")
      }
      return Array(original.prefix(prefix)) + body + [1]
    }
    let room = try body(TrackLoudness.widest.replayGain).count
    return { (loudness) throws(RecordingError) in
      let body = try body(loudness?.replayGain ?? [])
      return [head, body + [UInt8](repeating: 0, count: max(0, room - body.count)), setup]
    }
  }

  func encode(
    _ samples: UnsafePointer<Float>, frames: Int, _ take: Taker
  ) throws(RecordingError) {
    guard frames > 0 else { return }
    guard let rows = vorbis_analysis_buffer(state, Int32(frames)) else {
      throw .encoder(format: .vorbis, message: "no memory")
    }
    for channel in 0..<channels {
      guard let row = rows[channel] else { continue }
      for index in 0..<frames { row[index] = samples[index * channels + channel] }
    }
    vorbis_analysis_wrote(state, Int32(frames))
    try drain(take)
  }

  func finish(_ take: Taker) throws(RecordingError) {
    vorbis_analysis_wrote(state, 0)
    try drain(take)
  }

  private func drain(_ take: Taker) throws(RecordingError) {
    var packet = ogg_packet()
    while vorbis_analysis_blockout(state, block) == 1 {
      vorbis_analysis(block, nil)
      vorbis_bitrate_addblock(block)
      while vorbis_bitrate_flushpacket(state, &packet) == 1 {
        try take(Packet(bytes: packet.content, end: packet.granulepos))
      }
    }
  }
}

extension ogg_packet {
  fileprivate var content: [UInt8] { Array(UnsafeBufferPointer(start: packet, count: bytes)) }
}
