import KindlyBase
import Testing

@Suite struct ColumnsTests {
  @Test(arguments: [
    ("", 0), ("metta", 5), ("慈悲", 4), ("ﾒｯﾀ", 3), ("é", 1), ("e\u{301}", 1), ("👍", 2),
    ("👩‍👧", 2), ("मैत्री", 3), ("a\u{200B}b", 2), ("━", 1),
  ])
  func `columns are what a terminal takes`(text: String, width: Int) {
    #expect(columns(of: text) == width)
  }

  @Test func `nothing that steers a terminal stays`() {
    #expect(visible("a\u{1B}[2Jb\tc\u{202E}d\u{7}") == "a␛[2Jb c<U+202E>d␇")
    #expect(visible("👩‍👧 Zoë") == "👩‍👧 Zoë")
  }
}
