import Testing

@Suite(.besideOthers) struct PhonemesTests {
  @Test func `check shows how a line will sound, and Pronounce mends it`() throws {
    let program = try Program()
    try program.write("Title: Rain\n\nThe rain tears the leaves.\n", to: "rain.practice")
    let before = try program.run("check", "--speak", "--phonemes", "rain.practice")
    try #require(before.code == 0, "\(before.output)\(before.errors)")
    #expect(before.output.contains("3  The rain tears the leaves."))
    #expect(before.output.contains("tˈɪɹz"))
    try program.write(
      "Title: Rain\nPronounce: tears as tares\n\nThe rain tears the leaves.\n", to: "rain.practice")
    let after = try program.run("check", "--speak", "--phonemes", "rain.practice")
    #expect(after.output.contains("4  The rain tears the leaves."))
    #expect(after.output.contains("tˈɛɹz"))
  }
}
