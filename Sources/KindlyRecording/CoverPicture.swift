/// A picture for the cover of a file: PNG or JPEG.
public struct CoverPicture: Sendable, Hashable {
  /// The picture file's bytes.
  public let bytes: [UInt8]
  /// `image/png` or `image/jpeg`.
  public let media: String
  /// Size in pixels.
  public let width: Int
  /// Size in pixels.
  public let height: Int

  /// The largest picture that goes into a file, in bytes.
  public static let most = 4 << 20

  /// Reads the head of a picture file; nil if it is neither PNG nor JPEG, or larger than `most`.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.most else { return nil }
    self.bytes = bytes
    if let size = Self.pngSize(bytes) {
      media = "image/png"
      (width, height) = size
    } else if let size = Self.jpegSize(bytes) {
      media = "image/jpeg"
      (width, height) = size
    } else {
      return nil
    }
    guard width > 0, height > 0 else { return nil }
  }

  /// Reads a picture file; nil if it can't be read, or as `init(_:)`.
  public init?(path: String) {
    guard let file = FileBytes(path) else { return nil }
    self.init(file.bytes(at: 0, count: Self.most + 1))
  }

  /// The picture as FLAC and Ogg files keep it (RFC 9639, section 8.8): a front cover.
  var block: [UInt8] {
    var all = Bytes()
    all.big(UInt32(3))
    all.big(UInt32(media.utf8.count))
    all.text(media)
    all.big(UInt32(0))  // no description
    all.big(UInt32(width))
    all.big(UInt32(height))
    all.big(UInt32(24))
    all.big(UInt32(0))
    all.big(UInt32(bytes.count))
    return all.all + bytes
  }

  private static func pngSize(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count > 33, bytes[..<8] == [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    return (Int(big(bytes[16..<20])), Int(big(bytes[20..<24])))
  }

  /// The size in the first start-of-frame segment (ITU T.81, section B.2.2).
  private static func jpegSize(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count > 4, bytes[..<3] == [0xff, 0xd8, 0xff] else { return nil }
    var place = 2
    while place + 9 < bytes.count, bytes[place] == 0xff {
      let marker = bytes[place + 1]
      if (0xc0...0xcf).contains(marker), ![0xc4, 0xc8, 0xcc].contains(marker) {
        return (Int(big(bytes[place + 7..<place + 9])), Int(big(bytes[place + 5..<place + 7])))
      }
      place += 2 + Int(big(bytes[place + 2..<place + 4]))
    }
    return nil
  }

  private static func big(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
