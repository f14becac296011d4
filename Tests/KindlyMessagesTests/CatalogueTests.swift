import KindlyBase
import Testing

@testable import KindlyMessages

@Suite struct CatalogueTests {
  @Test func `every message of the sources is among the samples`() throws {
    let declared = try declaredNames()
    #expect(declared.count > 40)
    #expect(Set(declared).subtracting(samples.map(\.name)) == [])
    #expect(Set(samples.map(\.name)).subtracting(declared) == [])
  }

  @Test func `the languages tell the same values`() {
    for (name, message) in samples { #expect(message.disagreement == nil, "\(name)") }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `what has a line of its own fits it`(language: InterfaceLanguage) {
    for (name, message) in samples where message.room == .line {
      for line in message.text(in: language).split(separator: "\n") {
        #expect(columns(of: String(line)) <= 78, "\(name): \(line)")
      }
    }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `no word is wider than a narrow terminal`(language: InterfaceLanguage) {
    for (name, message) in samples {
      for word in message.text(in: language).split(separator: " ") where !word.contains("/") {
        #expect(columns(of: String(word)) <= 38, "\(name): \(word)")
      }
    }
  }

  @Test func `a translation is more than the English again, and ends as it does`() {
    /// Words that are the same in two languages, and keys.
    let same: Set = ["key", "minutes", "seconds", "hours", "rowIsUnreadable", "saveAsIsUnfit"]
    for (name, message) in samples {
      let english = message.text(in: .english)
      for language in [InterfaceLanguage.german, .spanish] {
        let text = message.text(in: language)
        #expect(text != english || same.contains(name), "\(name): \(text)")
        #expect(
          !text.isEmpty && !text.contains("  ") && (text.first == " ") == (english.first == " "),
          "\(name): \(text)")
        let marks: Set<Character> = [".", "?", ":", "!"]
        let ends = [english, text].map { $0.last.flatMap { marks.contains($0) ? $0 : nil } }
        #expect(ends[0] == ends[1], "\(name): \(text)")
      }
    }
  }

  @Test func `what is typed stays the same: commands and options`() {
    func typed(_ text: String) -> [String] {
      (text.matches(of: /`[^`]*`/).map { String($0.output) }
        + text.matches(of: /--[a-z-]+/).map { String($0.output) }).sorted()
    }
    for (name, message) in samples {
      let texts = InterfaceLanguage.allCases.map { message.text(in: $0) }
      for text in texts { #expect(typed(text) == typed(texts[0]), "\(name): \(text)") }
    }
  }

  @Test func `listeners are du and tú, never Sie and usted`() {
    for (name, message) in samples {
      let german = message.text(in: .german)
      #expect(
        german.firstMatch(of: /[a-zäöüß,] (Sie|Ihr|Ihre|Ihnen|Ihren|Ihrem)\b/) == nil, "\(name)")
      #expect(
        german.firstMatch(of: /\b(Du|Dein|Deine|Dir|Dich)\b/.ignoresCase(false)) == nil
          || german.firstMatch(of: /[a-zäöüß,] (Du|Dein|Deine|Dir|Dich)\b/) == nil, "\(name)")
      let spanish = message.text(in: .spanish)
      #expect(spanish.lowercased().firstMatch(of: /\b(usted|vosotros|vos)\b/) == nil, "\(name)")
      let opens = spanish.count { "¿¡".contains($0) }
      // `?` is a key of the player, too.
      let closes = spanish.replacing("?:", with: "").count { "?!".contains($0) }
      #expect(opens == closes, "\(name): \(spanish)")
    }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `no two replies of a language begin alike`(language: InterfaceLanguage) {
    let replies = samples.filter { $0.name.hasPrefix("reply") }
    let letters = Set(replies.map { $0.message.text(in: language).prefix(1) })
    #expect(replies.count == 9)
    #expect(letters.count == replies.count)
    #expect(language == .english || !letters.contains("q"))
  }
}
