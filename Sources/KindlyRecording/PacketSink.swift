/// Writes a compressed file packet by packet, and silence without encoding it.
///
/// Fed with zeros, an encoder soon gives the same packet again and again. Once it has given it as often
/// as it needs to settle, whole packets of zeros are kept from it and the packet is written as often
/// as they would have brought it. What the encoder is given later gives the packets it would have
/// given, only their places move.
final class PacketSink: SampleSink {
  let form = SampleForm.float

  private let encoding: Encoding
  private let encoder: any PacketEncoder
  private let container: any PacketContainer
  private let skipsSilence: Bool
  private let zeros: [Float]
  /// Frames that were kept from the encoder so far.
  private var kept: Int64 = 0
  private var last = Packet(bytes: [], end: 0)
  /// Frames between the last two packets.
  private var advance: Int64 = 0
  /// How many packets were equal to the one before, since sound was last taken.
  private var equals = 0

  /// Frames of silence given to the encoder at once: less than any packet holds.
  private static let step = 240

  /// Writes what `encoder` makes to `container`. With `skipsSilence` false everything is encoded: the
  /// straight way, which tests compare with.
  init(
    _ encoder: any PacketEncoder, to container: any PacketContainer, encoding: Encoding,
    skipsSilence: Bool = true
  ) {
    self.encoder = encoder
    self.container = container
    self.encoding = encoding
    self.skipsSilence = skipsSilence
    zeros = [Float](repeating: 0, count: Self.step * encoding.channels)
  }

  func write(
    _ samples: UnsafeRawPointer, frames: Int, at frame: Int64
  ) throws(RecordingError) {
    equals = 0
    try encoder.encode(samples.assumingMemoryBound(to: Float.self), frames: frames, take)
  }

  func writeSilence(frames: Int64, at frame: Int64) throws(RecordingError) {
    var rest = frames
    while rest > 0 {
      if isSettled, rest >= advance {
        let count = rest / advance
        let next = Packet(bytes: last.bytes, end: last.end + kept + advance)
        try container.add(next, times: count, advance: advance)
        kept += count * advance
        rest -= count * advance
        continue
      }
      let count = Int(min(rest, Int64(Self.step)))
      try zeros.withUnsafeBufferPointer { zeros in
        Result { () throws(RecordingError) in
          guard let base = zeros.baseAddress else { return }
          try encoder.encode(base, frames: count, take)
        }
      }.get()
      rest -= Int64(count)
    }
  }

  func finish(loudness: TrackLoudness?) throws(RecordingError) {
    try encoder.finish(take)
    try container.finish(loudness: loudness)
  }

  private var isSettled: Bool { skipsSilence && equals >= encoder.settling && advance > 0 }

  private func take(_ packet: Packet) throws(RecordingError) {
    let step = packet.end - last.end
    equals = packet.bytes == last.bytes && step == advance ? equals + 1 : 0
    advance = step
    last = packet
    try container.add(Packet(bytes: packet.bytes, end: packet.end + kept))
  }
}
