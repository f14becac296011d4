import Practice
import Testing

@Suite struct WrittenArgumentsTests {
  @Test(
    arguments: [
      ("20m", 57_600_000), ("1 min 30 s", 4_320_000), ("half a minute", 1_440_000),
      ("1h", 172_800_000),
    ] as [(String, Int64)])
  func `a length is read as in a cue`(text: String, frames: Int64) {
    #expect(Duration(reading: text) == .frames(frames))
  }

  @Test(arguments: ["", " ", "20", "10:00", "0s", "20m please-no", "soon", "20m\u{0}", "-5m"])
  func `what is no length is nil`(text: String) {
    #expect(Duration(reading: text) == nil)
  }

  @Test func `recipients are read as in a cue`() {
    #expect(Recipient.pair(reading: "friend") == [.friend])
    #expect(Recipient.pair(reading: "a dear friend and myself") == [.friend, .oneself])
    #expect(Recipient.pair(reading: "Maya, she") == [.named("Maya", .she)])
    #expect(Recipient.pair(reading: "freind") == nil)
    #expect(Recipient.pair(reading: "a, b, c") == nil)
    #expect(Recipient.pair(reading: "") == nil)
  }
}
