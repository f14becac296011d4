import Testing

@testable import KindlyBase

/// Values of the authors' own test suite.
@Suite struct FNV1aTests {
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325, 0x811c_9dc5),
      ("a", 0xaf63_dc4c_8601_ec8c, 0xe40c_292c),
      ("foobar", 0x8594_4171_f739_67e8, 0xbf9c_f968),
    ] as [(String, UInt64, UInt32)])
  func hashesAreThoseOfTheAuthors(text: String, wide: UInt64, narrow: UInt32) {
    #expect(FNV1a.hash(text.utf8) == wide)
    #expect(FNV1a.hash32(text.utf8) == narrow)
  }

  @Test func itGoesOn() {
    #expect(FNV1a.hash("bar".utf8, from: FNV1a.hash("foo".utf8)) == FNV1a.hash("foobar".utf8))
  }
}
