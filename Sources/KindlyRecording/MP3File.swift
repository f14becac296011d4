/// MP3 frames one after the other behind a first one that holds the Xing and LAME headers.
///
/// LAME writes those headers for the frames it encoded. Frames that were repeated are put in: number of
/// frames, size, table of contents, and both checksums.
final class MP3File: PacketContainer {
  private let file: WholeFile
  private let expected: Int64
  private let tag: (TrackLoudness?) -> [UInt8]
  private let contents: () -> [UInt8]
  private let start: Int64
  private var headBytes: Int64 = 0
  private var count: Int64 = 0
  private var bytes: Int64 = 0
  private var checksum: UInt16 = 0
  /// Where each hundredth of the frames begins.
  private var places: [Int64] = []

  /// Begins the file with its tag.
  ///
  /// - Parameters:
  ///   - frames: Frames of sound the file will have, about.
  ///   - samples: Frames of sound in a frame of MP3.
  ///   - tag: The tag before the first frame, for a loudness once it is known; always of one size.
  ///   - contents: LAME's headers, asked for at the end.
  init(
    file: WholeFile, frames: Int64, samples: Int64, tag: @escaping (TrackLoudness?) -> [UInt8],
    contents: @escaping () -> [UInt8]
  ) throws(RecordingError) {
    self.file = file
    self.tag = tag
    try file.write(tag(nil))
    self.contents = contents
    start = file.length
    expected = max(1, frames / samples + 1)
  }

  func add(_ packet: Packet) throws(RecordingError) {
    try add(packet, times: 1, advance: 0)
  }

  func add(_ packet: Packet, times: Int64, advance: Int64) throws(RecordingError) {
    if count == 0 { try keepPlace(for: packet) }
    // A block of equal frames at a time.
    var rest = times
    while rest > 0 {
      let block = Int(min(rest, 256))
      var frames: [UInt8] = []
      frames.reserveCapacity(block * packet.bytes.count)
      for _ in 0..<block {
        note()
        frames += packet.bytes
        count += 1
        bytes += Int64(packet.bytes.count)
      }
      checksum = Self.checksum(frames, from: checksum)
      try file.write(frames)
      rest -= Int64(block)
    }
  }

  /// Notes where the next frame begins, if it is the first of a hundredth.
  private func note() {
    while places.count < 100, count * 100 >= Int64(places.count) * expected { places.append(bytes) }
  }

  /// Leaves room for the first frame: as large as LAME makes it, which it tells once it has frames.
  private func keepPlace(for packet: Packet) throws(RecordingError) {
    let size = contents().count
    headBytes = Int64(size)
    try file.write([UInt8](repeating: 0, count: size))
  }

  func finish(loudness: TrackLoudness?) throws(RecordingError) {
    var head = contents()
    guard head.count == Int(headBytes), let frame = MP3Frame(head[...]) else {
      throw .encoder(format: .mp3, message: "unexpected header")
    }
    let xing = 4 + frame.sideBytes
    guard head.count >= xing + 156 else { throw .encoder(format: .mp3, message: "short header") }
    let size = headBytes + bytes
    head.put(UInt32(clamping: count), at: xing + 8)
    head.put(UInt32(clamping: size), at: xing + 12)
    while places.count < 100 { places.append(bytes) }
    for (index, place) in places.enumerated() {
      head[xing + 16 + index] = UInt8(clamping: (headBytes + place) * 256 / max(1, size))
    }
    head.put(UInt32(clamping: size), at: xing + 148)
    head.put(checksum, at: xing + 152)
    head.put(Self.checksum(Array(head[..<(xing + 154)]), from: 0), at: xing + 154)
    try put(head, at: start)
    if let loudness { try put(tag(loudness), at: 0) }
  }

  private func put(_ bytes: [UInt8], at place: Int64) throws(RecordingError) {
    try bytes.withUnsafeBytes { raw in
      Result { () throws(RecordingError) in try file.write(raw, at: place) }
    }.get()
  }

  /// CRC-16 as the LAME header has it: polynomial 0x8005, low bit first, from 0.
  static func checksum(_ bytes: [UInt8], from start: UInt16) -> UInt16 {
    table.withUnsafeBufferPointer { table in
      bytes.reduce(start) { sum, byte in
        (sum >> 8) ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
      }
    }
  }

  private static let table: [UInt16] = (0..<256).map { index in
    (0..<8).reduce(UInt16(index)) { value, _ in
      value & 1 != 0 ? (value >> 1) ^ 0xa001 : value >> 1
    }
  }
}

extension [UInt8] {
  /// Puts a number in, its high byte first.
  fileprivate mutating func put<Number: FixedWidthInteger>(_ number: Number, at place: Int) {
    Swift.withUnsafeBytes(of: number.bigEndian) { raw in
      for (index, byte) in raw.enumerated() { self[place + index] = byte }
    }
  }
}
