/// A piece of a compressed stream: an Opus or Vorbis packet, or an MP3 frame.
struct Packet: Sendable, Hashable {
  /// Its bytes.
  var bytes: [UInt8]
  /// Frames of sound, at the encoder's rate, that the stream holds up to the end of this packet. It
  /// counts the encoder's delay where the format's own positions do.
  var end: Int64
}

/// An encoder that hands over its packets one by one. One thread at a time.
protocol PacketEncoder: AnyObject {
  /// Where packets go as they are made.
  typealias Taker = (Packet) throws(RecordingError) -> Void

  /// Equal packets in a row, made of nothing but zeros, after which the encoder remembers nothing of
  /// what it heard before: more zeros only give more of them.
  var settling: Int { get }

  /// Takes interleaved samples in the encoder's channels, and gives the packets that are finished.
  func encode(
    _ samples: UnsafePointer<Float>, frames: Int, _ take: Taker
  ) throws(RecordingError)

  /// Gives the last packets, so that everything taken can be heard.
  func finish(_ take: Taker) throws(RecordingError)
}

/// A file that holds packets: Ogg pages, or MP3 frames behind their table of contents.
protocol PacketContainer: AnyObject {
  /// Adds a packet.
  func add(_ packet: Packet) throws(RecordingError)
  /// Adds `count` packets with the same bytes, each `advance` frames after the one before.
  func add(_ packet: Packet, times count: Int64, advance: Int64) throws(RecordingError)
  /// Writes what comes last, and how loud the file came to.
  func finish(loudness: TrackLoudness?) throws(RecordingError)
}
