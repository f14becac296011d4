import Testing

@testable import KindlyRecording

/// The digest that FLAC keeps of a file's samples.
@Suite struct MD5Tests {
  private static func digest(_ bytes: [UInt8]) -> String {
    var md5 = MD5()
    bytes.withUnsafeBytes { md5.add($0) }
    return text(md5)
  }

  private static func text(_ md5: MD5) -> String {
    md5.digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  @Test(
    arguments: [
      ("", "d41d8cd98f00b204e9800998ecf8427e"),
      ("abc", "900150983cd24fb0d6963f7d28e17f72"),
      ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
      (
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "57edf4a22be3c955ac49da2e2107b67a"
      ),
    ])
  func `the examples of RFC 1321 have the digests given there`(text: String, digest: String) {
    #expect(Self.digest(Array(text.utf8)) == digest)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 4_096, 100_001])
  func `zeros that are only counted have the digest of zeros that are read`(zeros: Int) {
    for before in [0, 1, 63, 64, 130] {
      let beginning = (0..<before).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) }
      var counted = MD5()
      beginning.withUnsafeBytes { counted.add($0) }
      counted.addZeros(Int64(zeros))
      counted.addZeros(3)
      let read = beginning + [UInt8](repeating: 0, count: zeros + 3)
      #expect(Self.text(counted) == Self.digest(read))
    }
  }
}
