/// What the packets of an Ogg stream are.
enum OggCodec {
  case opus
  case vorbis

  /// Bytes of the comment packet before the length of the vendor: `OpusTags`, or 3 and `vorbis`.
  var prefix: Int { self == .opus ? 8 : 7 }
}

/// Packets laid out over the pages of an Ogg file (RFC 3533), a second at most in each.
///
/// The serial number depends on the content alone, so equal recordings are equal files.
final class OggFile: PacketContainer {
  private let file: WholeFile
  private let serial: UInt32
  /// What positions count: the stream's own end for Opus, what each packet says otherwise.
  private let scale: Int64
  private let last: Int64?
  private let most: Int64

  private var sequence: UInt32 = 0
  private var laces: [UInt8] = []
  private var content: [UInt8] = []
  private let headers: (TrackLoudness?) throws(RecordingError) -> [[UInt8]]
  private var first: Int64 = 0
  private var end: Int64 = 0

  /// Begins the stream with its header packets, the first on a page of its own.
  ///
  /// - Parameters:
  ///   - headers: The packets, for a loudness once it is known; always of the same sizes.
  ///   - rate: Frames a second of the packets' ends.
  ///   - scale: Steps of the stream's positions in one of those frames.
  ///   - last: The position after the last frame that is heard; nil where the last packet tells.
  init(
    file: WholeFile, serial: UInt32, rate: Int, scale: Int64 = 1, last: Int64? = nil,
    headers: @escaping (TrackLoudness?) throws(RecordingError) -> [[UInt8]]
  ) throws(RecordingError) {
    self.file = file
    self.serial = serial
    self.scale = scale
    self.last = last
    most = Int64(rate)
    self.headers = headers
    try file.write(headerPages(nil))
  }

  /// The pages of the header packets.
  private func headerPages(_ loudness: TrackLoudness?) throws(RecordingError) -> [UInt8] {
    let packets = try headers(loudness)
    sequence = 0
    return headerPages([packets[0]], flags: 2)
      + headerPages(Array(packets.dropFirst()), flags: 0)
  }

  func add(_ packet: Packet) throws(RecordingError) {
    try add(packet.bytes, end: packet.end)
  }

  func add(_ packet: Packet, times count: Int64, advance: Int64) throws(RecordingError) {
    for index in 0..<count { try add(packet.bytes, end: packet.end + index * advance) }
  }

  func finish(loudness: TrackLoudness?) throws(RecordingError) {
    try flush(isLast: true)
    guard let loudness, file.canSeek else { return }
    let pages = try headerPages(loudness)
    try pages.withUnsafeBytes { raw in
      Result { () throws(RecordingError) in try file.write(raw, at: 0) }
    }.get()
  }

  private func add(_ bytes: [UInt8], end: Int64) throws(RecordingError) {
    let needed = bytes.count / 255 + 1
    if !laces.isEmpty, laces.count + needed > 255 || end - first > most {
      try flush(isLast: false)
    }
    for _ in 1..<needed { laces.append(255) }
    laces.append(UInt8(bytes.count % 255))
    content += bytes
    self.end = end
  }

  private func flush(isLast: Bool) throws(RecordingError) {
    let position = isLast ? last ?? end * scale : end * scale
    try file.write(
      page(laces: laces, content: content, position: position, flags: isLast ? 4 : 0))
    first = end
    laces.removeAll(keepingCapacity: true)
    content.removeAll(keepingCapacity: true)
  }

  /// Lays packets out over as many pages as they need.
  private func headerPages(_ packets: [[UInt8]], flags: UInt8) -> [UInt8] {
    var out: [UInt8] = []
    var laces: [UInt8] = []
    for packet in packets {
      laces += [UInt8](repeating: 255, count: packet.count / 255) + [UInt8(packet.count % 255)]
    }
    var content = packets.joined().map(\.self)[...]
    var rest = laces[...]
    var continues = false
    while !rest.isEmpty {
      let here = Array(rest.prefix(255))
      rest = rest.dropFirst(here.count)
      let size = here.reduce(0) { $0 + Int($1) }
      // No packet ends in a page of 255 full laces: position −1.
      let endsNone = here.allSatisfy { $0 == 255 }
      out += page(
        laces: here, content: Array(content.prefix(size)), position: endsNone ? -1 : 0,
        // Flag 1 says that the first packet began in an earlier page.
        flags: flags | (continues ? 1 : 0))
      content = content.dropFirst(size)
      continues = here.last == 255
    }
    return out
  }

  private func page(
    laces: [UInt8], content: [UInt8], position: Int64, flags: UInt8
  ) -> [UInt8] {
    var page = Bytes()
    page.all.reserveCapacity(27 + laces.count + content.count)
    page.name("OggS")
    page.all += [0, flags]
    page.little(position)
    page.little(serial)
    page.little(sequence)
    page.little(UInt32(0))
    page.all.append(UInt8(laces.count))
    page.all += laces
    page.all += content
    let checksum = Self.checksum(page.all)
    for index in 0..<4 { page.all[22 + index] = UInt8(truncatingIfNeeded: checksum >> (8 * index)) }
    sequence &+= 1
    return page.all
  }

  /// CRC-32 as Ogg has it: polynomial 0x04C11DB7, high bit first, from 0, not inverted.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      bytes.reduce(0) { sum, byte in (sum << 8) ^ table[Int(UInt8(sum >> 24) ^ byte)] }
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index) << 24) { value, _ in
      value & 0x8000_0000 != 0 ? (value << 1) ^ 0x04c1_1db7 : value << 1
    }
  }
}
