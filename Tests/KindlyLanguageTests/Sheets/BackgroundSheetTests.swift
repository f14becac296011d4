import KindlyBase
import KindlyLanguage
import Testing

@Suite struct BackgroundSheetTests {
  static let whole = """
    Name: Test   // a note
    Summary: For tests
    Loudness: \u{2212}36.5 LUFS
    Dip: 4 dB
    Width: 0.5
    Seed: 12
    Loop: 4 min

    noise 0 dB, 300 to 9000 Hz, slope -3 dB, moves 2 dB in 3 s
    waves -3 dB, every 9 s, rise 3 s, fall 5 s, spread 8 dB
    resonance -6 dB, 340 Hz, q 5, glides 25 % in 4 s
    Drops -6 dB, 0.9 to 4.5 kHz, 14 a second
    crackles -9 dB, 900 to 4500 Hz, 8.5 a second, decay 2 ms
    tone -12 dB, 110 Hz
    string -3 dB, 138 Hz, every 5 s, decay 4 s, harmonics 12
    """

  /// What is said about the text, as `line: code: message`.
  func said(_ text: String) -> [String] {
    read(background: Source(path: "own.background", text: text)).diagnostics.map { diagnostic in
      let before = diagnostic.span.map { text.utf8.prefix($0.lower) }
      let line = before.map { String($0.count(where: { $0 == 10 }) + 1) } ?? "-"
      return "\(line): \(diagnostic.code): \(diagnostic.message)"
    }
  }

  @Test func `every key and part is read in its unit`() throws {
    let reading = read(background: Source(path: "own.background", text: Self.whole))
    #expect(reading.diagnostics.isEmpty)
    let background = reading.tree
    #expect(background.name == "Test")
    #expect(background.loudness == -36.5)
    #expect(background.dip == 4)
    #expect(background.width == 0.5)
    #expect(background.seed == 12)
    #expect(background.loop == 240)
    #expect(background.layers.map(\.kind) == BackgroundLayer.Kind.allCases)
    let noise = try #require(background.layers.first)
    #expect((noise.low, noise.high, noise.slope) == (300, 9_000, -3))
    #expect(noise.moves == .init(depth: 2, time: 3))
    #expect(background.layers[1].rise == 3)
    #expect(background.layers[2].glides == .init(depth: 0.25, time: 4))
    #expect((background.layers[3].low, background.layers[3].high) == (900, 4_500))
    #expect(background.layers[3].decay == nil)
    #expect(background.layers[4].decay == 0.002)
    #expect(background.layers[4].rate == 8.5)
    #expect(background.layers[6].harmonics == 12)
  }

  @Test func `a background needs a name and something that sounds`() {
    #expect(
      said("Loudness: -38 LUFS\n") == [
        "-: missing-key: This file has no \"Name\".",
        "-: background-row: Nothing sounds: this background has no rows.",
      ])
  }

  @Test(arguments: [
    ("nois 0 dB", "2: background-row: I don't know a layer \"nois\"."),
    ("noise", "2: background-row: I can't read \"noise\" as a layer and its level."),
    ("noise 0", "2: background-row: I can't read \"noise 0\" as a layer and its level."),
    ("noise 90 dB", "2: out-of-range: \"90 db\" is outside of -60 dB to 20 dB."),
    ("noise 0 dB, slop -3 dB", "2: background-row: I can't read \"slop -3 db\" in a layer."),
    (
      "noise 0 dB, slope -3",
      "2: background-row: I can't read \"slope -3\" as a number with its unit."
    ),
    (
      "noise 0 dB, q 5", "2: background-row: \"q 5\" has no effect in a layer of noise."
    ),
    (
      "noise 0 dB, slope -3 dB, slope -6 dB",
      "2: background-row: This layer has two parts such as \"slope -3 dB\"."
    ),
    (
      "noise 0 dB, 900 to 300 Hz",
      "2: out-of-range: This band ends below the frequency at which it begins."
    ),
    (
      "noise 0 dB, moves 3 dB in 0 s",
      "2: out-of-range: \"moves 3 db in 0 s\" is outside of 0.2 s to 300 s."
    ),
    (
      "tone 0 dB", "2: background-row: A layer of tone needs a part such as \"440 Hz\"."
    ),
    (
      "drops 0 dB, 400 to 900 Hz, 9000 a second",
      "2: out-of-range: \"9000 a second\" is outside of 0.05 to 3000."
    ),
    ("Loop: 3 h", "2: unreadable-value: I can't read \"3 h\" as \"Loop\"."),
    ("Width: 2", "2: out-of-range: \"Width\" is 2, which is outside of 0 to 1."),
  ])
  func `a mistake is told with its line`(line: String, expected: String) {
    let rest = line.hasPrefix("L") || line.hasPrefix("W") ? "noise 0 dB\n" : ""
    #expect(said("Name: A\n\(line)\n\(rest)") == [expected])
  }

  @Test func `bytes of any kind are read without a trap`() {
    var seed: UInt64 = 7
    for _ in 0..<2_000 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 20)
      }
      _ = read(background: Source(path: "own.background", bytes: bytes))
    }
  }
}
