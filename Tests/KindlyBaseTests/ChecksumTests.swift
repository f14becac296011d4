@testable import KindlyBase
import Testing

@Suite struct ChecksumTests {
  /// The examples of FIPS 180-4 and of RFC 6234.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 119),
      "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"
    ),
  ])
  func `SHA-256 agrees with the standard`(text: String, digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  private func xxh64(_ bytes: [UInt8], chunk: Int) -> UInt64 {
    var hash = XXH64()
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        let end = min(start + chunk, bytes.count)
        hash.update(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
    return hash.finish()
  }

  @Test func `XXH64 agrees with its specification in any chunks`() {
    #expect(xxh64([], chunk: 1) == 0xEF46_DB37_51D8_E999)
    #expect(xxh64(Array("a".utf8), chunk: 1) == 0xD24E_C4F1_A98C_6E5B)
    #expect(xxh64(Array("abc".utf8), chunk: 1) == 0x44BC_2CF5_AD77_0999)
    let text = Array("Nobody inspects the spammish repetition".utf8)
    for chunk in [1, 3, 7, 31, 32, 33, 100] {
      #expect(xxh64(text, chunk: chunk) == 0xFBCE_A83C_8A37_8BF1)
    }
  }
}
