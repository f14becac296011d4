import KindlyLanguage
import Testing

@Suite struct BellFileTests {
  /// A bell file without mistakes, with every key.
  static let whole = """
    Name: Test bowl   // a note
    Summary: For tests
    Author: Nobody
    Pitch: 221 Hz
    Loudness: \u{2212}23 LUFS
    Contact: 4 ms
    Attack: 0.03s
    Spread: 0.45
    Noise: -38 dB, 300 to 2500 Hz, 40 ms
    Glide: 1.2 %, 0.5 s
    Wait: 8 s
    Apart: 7.5 seconds

    // ratio level T60 beat depth mode attack
    1.0000  0.0  55.0  1.72  0.70  2  0.045
    2.778  -5    26
    """

  /// What is said about the text, as `line: code: message`.
  func said(_ text: String) -> [String] {
    read(bell: Source(path: "own.bell", text: text)).diagnostics.map { diagnostic in
      let before = diagnostic.span.map { text.utf8.prefix($0.lower) }
      let line = before.map { String($0.count(where: { $0 == 10 }) + 1) } ?? "-"
      return "\(line): \(diagnostic.code): \(diagnostic.message)"
    }
  }

  /// A bell with one line replaced or added.
  func with(_ line: String) -> String { "Name: A\nPitch: 200 Hz\n1 0 10\n\(line)\n" }

  @Test func `every key and column is read in its unit`() {
    let reading = read(bell: Source(path: "own.bell", text: Self.whole))
    #expect(reading.diagnostics.isEmpty)
    let bell = reading.tree
    #expect(bell.name == "Test bowl")
    #expect(bell.summary == "For tests")
    #expect(bell.pitch == 221)
    #expect(bell.loudness == -23)
    #expect(bell.contact == 0.004)
    #expect(bell.attack == 0.03)
    #expect(bell.spread == 0.45)
    #expect(bell.noise == Bell.Noise(level: -38, low: 300, high: 2500, decay: 0.04))
    #expect(bell.glide == Bell.Glide(depth: 0.012, time: 0.5))
    #expect(bell.wait == Frames(384_000))
    #expect(bell.apart == Frames(360_000))
    #expect(
      bell.partials == [
        Bell.Partial(
          ratio: 1, level: 0, decay: 55, beat: 1.72, depth: 0.7, mode: 2, attack: 0.045),
        Bell.Partial(ratio: 2.778, level: -5, decay: 26),
      ])
  }

  @Test func `a bell needs a name, a pitch and something that rings`() {
    #expect(
      said("Wait: 3 s\n") == [
        "-: missing-key: This file has no \"Name\".",
        "-: missing-key: This file has no \"Pitch\".",
        "-: bell-row: Nothing rings: this bell has no rows.",
      ])
  }

  @Test(arguments: [
    ("Loudnes: -20 LUFS", "4: unknown-key: I don't know the key \"Loudnes\"."),
    ("Pitch: 100 Hz", "4: key-twice: \"Pitch\" was already given in line 2."),
    ("Wait: 8", "4: unreadable-value: I can't read \"8\" as \"Wait\"."),
    ("Contact: 4 m", "4: unreadable-value: I can't read \"4 m\" as \"Contact\"."),
    (
      "Spread: 0.9",
      "4: out-of-range: \"Spread\" is 0.9, which is outside of 0 to 0.5."
    ),
    (
      "Contact: 1 s",
      "4: out-of-range: \"Contact\" is 1 s, which is outside of 0.1 ms to 50 ms."
    ),
    (
      "Noise: -38 dB, 2500 to 300 Hz, 40 ms",
      "4: out-of-range: The noise ends below the frequency at which it begins."
    ),
    ("Noise: loud", "4: unreadable-value: I can't read \"loud\" as \"Noise\"."),
    (
      "Glide: 20 %, 0.5 s",
      "4: out-of-range: \"Glide\" is 20 %, which is outside of -5 % to 5 %."
    ),
    ("1 0", "4: bell-row: A row of a bell has 3 to 7 numbers; this one has 2."),
    ("1 0 x", "4: bell-row: \"x\" is not a number for T60."),
    ("1 0 nan", "4: bell-row: \"nan\" is not a number for T60."),
    ("1 0 0", "4: out-of-range: T60 is 0, which is outside of 0.01 to 300."),
    ("0 0 5", "4: out-of-range: The ratio is 0, which is outside of 0.01 to 200."),
    ("1 0 5 1 1.5", "4: out-of-range: The depth is 1.5, which is outside of 0 to 1."),
    ("1 0 5 1 1 2.5", "4: out-of-range: The mode is 2.5, which is outside of 0 to 99."),
    (
      "150 0 5",
      "4: out-of-range: This partial would lie at 30000 Hz, above the 21,600 Hz that are played."
    ),
  ])
  func `a mistake is told with its line`(line: String, expected: String) {
    #expect(said(with(line)) == [expected])
  }

  @Test func `the place of a wrong number is the number itself`() {
    let text = with("1.5  -3   far")
    let found = read(bell: Source(path: "own.bell", text: text)).diagnostics
    let span = found.first?.span ?? SourceSpan(0, 0)
    #expect(String(decoding: Array(text.utf8)[span.lower..<span.upper], as: UTF8.self) == "far")
  }

  @Test func `all mistakes are told at once, in the order of the text`() {
    #expect(
      said("Pitch: 5\n1 0 0\nWait: soon\n2 2\n").map { $0.prefix(2) } == [
        "-:", "1:", "2:", "3:", "4:",
      ])
  }

  @Test func `bytes of any kind are read without a trap`() {
    var seed: UInt64 = 7
    for _ in 0..<3000 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 20)
      }
      _ = read(bell: Source(path: "own.bell", bytes: bytes))
    }
  }

  @Test func `a sheet written as text is read again as it was`() {
    let bell = read(bell: Source(path: "own.bell", text: Self.whole)).tree
    let text = bell.text(notes: ["Estimated."])
    #expect(text.hasPrefix("// Estimated.\n\nName: Test bowl\n"))
    let again = read(bell: Source(path: "own.bell", text: text))
    #expect(again.diagnostics.isEmpty)
    #expect(again.tree == bell)
  }

  @Test func `numbers are written with the digits that matter`() {
    var bell = Bell(name: "A", pitch: 1234.567_89)
    bell.partials = [
      Bell.Partial(ratio: 2.000_000_4, level: -0.004, decay: 0.0501, beat: -1.25, depth: 1)
    ]
    let text = bell.text()
    #expect(text.contains("Pitch: 1234.568 Hz\n"))
    #expect(text.contains("\n2         0        0.0501    -1.25     1        0\n"))
  }
}
