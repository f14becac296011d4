import KindlyLanguage
import Testing

@Suite struct VoiceTests {
  /// A voice file without mistakes, with every key that a voice of espeak-ng may have.
  static let whole = """
    Name: Test voice   // a note
    Summary: For tests
    Author: Nobody
    Language: en-US
    Engine: espeak-ng
    Voice: en-us
    Speed: 96 words per minute
    Measured: 109 at 110
    Pitch: 5
    Range: 40
    Volume: 20
    Word gap: 20 ms
    Loudness: \u{2212}21 LUFS
    Tone: high-pass 145 Hz; low shelf 170 Hz +0.5 dB; peak 2.35 kHz \u{2212}3.1 dB Q 1.09
    Compression: 2.5:1
    Reverb: -26 dB
    Pronounce: metta as meh-tah; sutta as soo-tah
    Pronounce: Ajahn Chah as ah-john chah
    Line gap: 1.5 s
    Paragraph gap: 4 s
    Section gap: 7 s
    Echo: 3 s
    Short pause: 6 s
    Pause: 12 s
    Long pause: 40 s

    pitch 180 275
    formant 0 114 126 145
    stressAdd 10 64 82 54 23 79 74 158
    """

  /// What is said about the text, as `line: code: message hint`.
  func said(_ text: String) -> [String] {
    read(voice: Source(path: "own.voice", text: text)).diagnostics.map { diagnostic in
      let before = diagnostic.span.map { text.utf8.prefix($0.lower) }
      let line = before.map { String($0.count(where: { $0 == 10 }) + 1) } ?? "-"
      return "\(line): \(diagnostic.code): \(diagnostic.message) \(diagnostic.hint)"
    }
  }

  /// A voice with one line more.
  func with(_ line: String) -> String { "Name: A\nLanguage: en\nVoice: en-us\n\(line)\n" }

  @Test func `every key is read in its unit`() {
    let reading = read(voice: Source(path: "own.voice", text: Self.whole))
    #expect(reading.diagnostics.isEmpty)
    let voice = reading.tree
    #expect(voice.name == "Test voice")
    #expect(voice.language == "en-US")
    let variant =
      "language variant\npitch 180 275\nformant 0 114 126 145\n"
      + "stressAdd 10 64 82 54 23 79 74 158\n"
    #expect(
      voice.engine
        == .espeak(
          EspeakVoice(
            voice: "en-us", variant: .own(variant), pitch: 5, range: 40, volume: 20, wordGap: 2)))
    #expect(voice.speed == Speed(wanted: 96, asked: 110, measured: 109))
    #expect(voice.loudness == -21)
    #expect(voice.compression == 2.5)
    #expect(voice.reverb == -26)
    #expect(
      voice.tone == [
        Voice.Filter(shape: .highPass, frequency: 145),
        Voice.Filter(shape: .lowShelf, frequency: 170, gain: 0.5),
        Voice.Filter(shape: .peak, frequency: 2350, gain: -3.1, q: 1.09),
      ])
    #expect(voice.pronunciations.map(\.word) == ["metta", "sutta", "Ajahn Chah"])
    #expect(voice.pronunciations.map(\.spoken) == ["meh-tah", "soo-tah", "ah-john chah"])
    #expect(voice.gaps.line == 72_000)
    #expect(voice.gaps.longPause == 1_920_000)
  }

  @Test func `a command is a list of arguments`() {
    let text = """
      Name: Piper
      Language: en-US
      Engine: command
      Voice: /models/joe.onnx
      Command: piper -m {voice} --length-scale {stretch} "two words" ""
      Version: piper --version
      Output: raw 22050 Hz
      Timeout: 90 s
      Seed: 7
      Install: pip install piper-tts
      """
    #expect(said(text).isEmpty)
    guard case .command(let command) = read(voice: Source(path: "a.voice", text: text)).tree.engine
    else {
      Issue.record("not a command")
      return
    }
    #expect(
      command.arguments == [
        "piper", "-m", "{voice}", "--length-scale", "{stretch}", "two words", "",
      ])
    #expect(command.version == ["piper", "--version"])
    #expect(command.output == .raw(rate: 22_050))
    #expect(command.timeout == 90)
    #expect(command.seed == 7)
    #expect(command.install == "pip install piper-tts")
  }

  @Test func `a voice needs a name, a language and a voice of its engine`() {
    #expect(
      said("Pitch: 5\n").map { $0.prefix(15) } == [
        "-: missing-key:", "-: missing-key:", "-: missing-key:",
      ])
  }

  @Test(arguments: [
    (
      "Loudnes: -20 LUFS",
      "4: unknown-key: I don't know the key \"Loudnes\". Did you mean \"Loudness\"?"
    ),
    (
      "Speed: 96",
      "4: unreadable-value: I can't read \"96\" as \"Speed\". Write it like this: "
        + "\"Speed: 100 words per minute\"."
    ),
    (
      "Pitch: 101",
      "4: out-of-range: \"Pitch\" is 101, which is outside of 0 to 100. Choose a value from 0 to 100."
    ),
    (
      "Engine: espeek-ng",
      "4: unreadable-value: \"espeek-ng\" is not a value of \"Engine\". Did you mean \"espeak-ng\"?"
    ),
    (
      "Tone: peek 100 Hz 3 dB",
      "4: unreadable-value: I can't read \"peek 100 Hz 3 dB\" as \"Tone\". Write it like this: "
        + "\"Tone: low shelf 170 Hz +0.5 dB; peak 2350 Hz -3.1 dB Q 1.09\"."
    ),
    (
      "Command: rm -rf",
      "4: voice-engine: \"Command\" means something only with \"Engine: command\". "
        + "Take the line out, or change the engine."
    ),
    (
      "formnat 0 100 100 100",
      "4: voice-row: I don't know what \"formnat\" is in a voice. Did you mean \"formant\"?"
    ),
    ("pitch 100", "4: voice-row: \"pitch\" has 1 numbers after it. Write 2."),
    (
      "formant 9 100",
      "4: voice-row: \"9\" can't follow \"formant\". Write whole numbers from 0 to 8."
    ),
    (
      "flutter x",
      "4: voice-row: \"x\" can't follow \"flutter\". Write whole numbers from 0 to 100."
    ),
    (
      "Pronounce: metta",
      "4: unreadable-value: I can't read \"metta\" as \"Pronounce\". Write it like this: "
        + "\"Pronounce: metta as meh-tah; sutta as soo-tah\"."
    ),
  ])
  func `a mistake is explained at its line`(line: String, expected: String) {
    #expect(said(with(line)) == [expected])
  }

  @Test func `attributes that name files or programs are not rows`() {
    for line in ["mbrola us1 mbrola", "dictionary en", "phonemes en", "replace 1 a b"] {
      #expect(said(with(line)).count == 1)
    }
  }

  @Test func `placeholders are known ones`() {
    let text = """
      Name: A
      Language: en
      Engine: command
      Command: speak {texd} {out}
      """
    #expect(
      said(text) == [
        "4: unreadable-value: I don't know what to put in place of {texd}. Did you mean {text}?"
      ])
  }
}
