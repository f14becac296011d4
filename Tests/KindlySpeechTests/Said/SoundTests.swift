import KindlyBase
@testable import KindlySpeech
import Testing

/// What no narrator may spell or name, from its phonemes.
@Suite struct SpelledTests {
  private static let narrators = [
    ("en-US", "en-us"), ("en-GB", "en-gb-x-rp"), ("de", "de"), ("es", "es"), ("fr", "fr-fr"),
    ("hi", "hi"),
  ]

  private static let letters = (Array(0xC0...0x24F) + Array(0x1E00...0x1EFF)).compactMap {
    Unicode.Scalar($0 as UInt32)
  }.filter(\.properties.isAlphabetic)

  private func voice(_ language: String, _ name: String) -> Voice {
    Voice(name: name, language: language, engine: .espeak(EspeakVoice(voice: name)))
  }

  @Test(arguments: narrators)
  func `no letter is spelled or named`(language: String, name: String) throws {
    let narrator = Narrator(cache: nil, program: workerProgram)
    let words = Self.letters.flatMap { letter in
      let letter = Character(letter)
      return ["ana\(letter)ana", "\(letter)ana", "ana\(letter)"]
    }
    for start in stride(from: 0, to: words.count, by: 30) {
      let some = words[start..<min(start + 30, words.count)]
      let request = SpeechRequest(
        text: some.joined(separator: ", "), voice: voice(language, name))
      let phonemes = try #require(try narrator.phonemes(of: request))
      // A word that is spelled is said in several, and a code is longer than any of these.
      let said = phonemes.split(separator: " ")
      #expect(said.count == some.count, "\(some): \(phonemes)")
      #expect(said.allSatisfy { $0.unicodeScalars.count < 28 }, "\(some): \(phonemes)")
    }
  }

  @Test func `emoji are silent`() {
    let emoji = (0x23...0x1FBFF).compactMap { Unicode.Scalar($0 as UInt32) }.filter {
      $0.properties.isEmojiPresentation || $0.properties.isEmoji && $0.value > 0xFF
    }
    #expect(emoji.count > 1_000)
    for (language, _) in Self.narrators {
      for scalar in emoji {
        let said = SpeakableText("Rest \(Character(scalar)) here.", language: language).string
        // Arrows are a pause, and two emoji are marks of a sentence.
        let ways = ["Rest here.", "Rest, here.", "Rest! here.", "Rest!? here."]
        #expect(ways.contains(said), "\(scalar)")
      }
    }
  }

  @Test(arguments: narrators)
  func `emoji and the signs of keyboards make no sound`(language: String, name: String) throws {
    let narrator = Narrator(cache: nil, program: workerProgram)
    let plain = try narrator.phonemes(
      of: SpeechRequest(text: "mana mina muna", voice: voice(language, name)))
    let signs =
      "~ * _ ^ | \\ < > { } [ ] ` ´ ¨ ¬ ¦ ¤ ¶ • · © ® ™ ! \" ' ( ) , . - / : ; ? ¿ ¡ … – — « » „ “"
    for sign in signs.split(separator: " ") + ["🙏", "🧘🏽‍♀️", "❤️", "👩‍👩‍👧", "🇫🇷"] {
      let text = "mana \(sign) mina\(sign) muna"
      let said = try narrator.phonemes(of: SpeechRequest(text: text, voice: voice(language, name)))
      #expect(bare(said) == bare(plain), "\(sign)")
    }
  }

  /// Without stress, pauses and the names of languages, which a mark may change.
  private func bare(_ phonemes: String?) -> String {
    let parts = (phonemes ?? "").split(separator: "(").map { $0.drop { $0 != ")" }.dropFirst() }
    let plain = phonemes?.hasPrefix("(") == true ? parts.joined() : phonemes ?? ""
    return plain.filter { !"ˈˌ ː".contains($0) }
  }

  @Test(arguments: [
    (
      "en", "You & me, 5 % + 3 ° = @ # € $ £ §",
      ["and", "percent", "plus", "degrees", "equals", "at"]
    ),
    ("de", "Du & ich, 5 % + 3 °", ["und", "Prozent", "plus", "Grad"]),
    ("es", "Tú & yo, 5 % + 3 °", ["y", "por ciento", "más", "grados"]),
    ("fr", "Toi & moi, 5 % + 3 °", ["et", "pour cent", "plus", "degrés"]),
    ("hi", "ध्यान & ध्यान 5 %", ["और", "प्रतिशत"]),
  ])
  func `some signs are words of the language`(
    language: String, text: String, words: [String]
  ) {
    let said = SpeakableText(text, language: language).string
    for word in words { #expect(said.contains(word), "\(said)") }
  }
}
