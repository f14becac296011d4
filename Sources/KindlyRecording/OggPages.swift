/// Rewrites an Ogg stream on its way to the file: a serial number that depends on the content alone,
/// and our comments in place of the encoder's (RFC 3533, RFC 7845, Vorbis I section 5).
struct OggPages {
  /// What the first packets of a stream are.
  enum Codec {
    case opus
    case vorbis

    var headerPackets: Int { self == .opus ? 2 : 3 }
    /// Bytes before the length of the vendor: `OpusTags`, or 3 and `vorbis`.
    var prefix: Int { self == .opus ? 8 : 7 }
  }

  private let codec: Codec
  private let serial: UInt32
  private let comments: VorbisComments
  private var arrived: [UInt8] = []
  private var packet: [UInt8] = []
  private var headers: [[UInt8]] = []
  private var sequence: UInt32 = 0

  init(codec: Codec, serial: UInt32, comments: VorbisComments) {
    self.codec = codec
    self.serial = serial
    self.comments = comments
  }

  /// Takes bytes as the encoder writes them; the answer is what goes to the file now, or nil if they
  /// are no Ogg stream.
  mutating func passing(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    arrived.append(contentsOf: bytes)
    var out: [UInt8] = []
    var start = 0
    while let size = pageSize(at: start) {
      if size == 0 { return nil }
      let page = Array(arrived[start..<start + size])
      start += size
      if headers.count < codec.headerPackets {
        guard take(page) else { return nil }
        if headers.count == codec.headerPackets {
          guard let pages = headerPages() else { return nil }
          out += pages
        }
      } else {
        out += renumbered(page)
      }
    }
    arrived.removeFirst(start)
    return out
  }

  /// Bytes of the page that begins at `start`; nil while it is not all there, 0 if none begins there.
  private func pageSize(at start: Int) -> Int? {
    guard arrived.count - start >= 27 else { return nil }
    guard arrived[start..<start + 4].elementsEqual("OggS".utf8) else { return 0 }
    let segments = Int(arrived[start + 26])
    guard arrived.count - start >= 27 + segments else { return nil }
    let body = arrived[start + 27..<start + 27 + segments].reduce(0) { $0 + Int($1) }
    let size = 27 + segments + body
    return arrived.count - start >= size ? size : nil
  }

  /// Collects the header packets of a page. No sound may stand in the page of the last one.
  private mutating func take(_ page: [UInt8]) -> Bool {
    var place = 27 + Int(page[26])
    for lace in page[27..<27 + Int(page[26])] {
      packet += page[place..<place + Int(lace)]
      place += Int(lace)
      if lace == 255 { continue }
      if headers.count == codec.headerPackets { return false }
      headers.append(packet)
      packet = []
    }
    return true
  }

  private mutating func headerPages() -> [UInt8]? {
    let original = headers[1].dropFirst(codec.prefix)
    guard let body = comments.replacing(original) else { return nil }
    let framing: [UInt8] = codec == .vorbis ? [1] : []
    let tags = Array(headers[1].prefix(codec.prefix)) + body + framing
    return pages(of: [headers[0]], flags: 2) + pages(of: [tags] + headers.dropFirst(2), flags: 0)
  }

  /// Lays packets out over as many pages as they need.
  private mutating func pages(of packets: [[UInt8]], flags: UInt8) -> [UInt8] {
    var laces: [UInt8] = []
    for packet in packets {
      laces += [UInt8](repeating: 255, count: packet.count / 255) + [UInt8(packet.count % 255)]
    }
    let content = Array(packets.joined())
    var out: [UInt8] = []
    var place = 0
    var continues = false
    while !laces.isEmpty {
      let here = laces.prefix(255)
      laces.removeFirst(here.count)
      let size = here.reduce(0) { $0 + Int($1) }
      var page = Bytes()
      page.name("OggS")
      // Version 0; flag 1 says that the first packet began in an earlier page.
      page.all += [0, flags | (continues ? 1 : 0)]
      // No packet ends in a page of 255 full laces: position −1.
      page.little(here.allSatisfy { $0 == 255 } ? Int64(-1) : Int64(0))
      page.all += [UInt8](repeating: 0, count: 12) + [UInt8(here.count)] + here
      page.all += content[place..<place + size]
      place += size
      continues = here.last == 255
      out += renumbered(page.all)
    }
    return out
  }

  /// The page with our serial number, its place in our stream, and the checksum of that.
  private mutating func renumbered(_ page: [UInt8]) -> [UInt8] {
    var page = page
    var numbers = Bytes()
    numbers.little(serial)
    numbers.little(sequence)
    numbers.little(UInt32(0))
    page.replaceSubrange(14..<26, with: numbers.all)
    sequence &+= 1
    var checksum = Bytes()
    checksum.little(Self.checksum(page))
    page.replaceSubrange(22..<26, with: checksum.all)
    return page
  }

  /// CRC-32 as Ogg has it: polynomial 0x04C11DB7, high bit first, from 0, not inverted.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(0) { sum, byte in (sum << 8) ^ table[Int(UInt8(sum >> 24) ^ byte)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index) << 24) { value, _ in
      value & 0x8000_0000 != 0 ? (value << 1) ^ 0x04c1_1db7 : value << 1
    }
  }
}
