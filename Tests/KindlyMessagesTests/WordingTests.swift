import KindlyBase
import Testing

@testable import KindlyMessages

@Suite struct WordingTests {
  @Test(arguments: [
    (InterfaceLanguage.english, "1 minute, 2.5 s", "0 minutes, 0.3 s"),
    (.german, "1 Minute, 2,5 s", "0 Minuten, 0,3 s"),
    (.spanish, "1 minuto, 2,5 s", "0 minutos, 0,3 s"),
  ])
  func `plurals and decimals follow the language`(
    language: InterfaceLanguage, one: String, none: String
  ) {
    func message(_ count: Int, _ seconds: Double) -> Message {
      Message(
        "\(count, "minute", "minutes"), \(number: seconds) s",
        de: "\(count, "Minute", "Minuten"), \(number: seconds) s",
        es: "\(count, "minuto", "minutos"), \(number: seconds) s")
    }
    #expect(message(1, 2.5).text(in: language) == one)
    #expect(message(0, 0.25).text(in: language) == none)
  }

  @Test(arguments: [
    (0.0, 1, "0"), (-0.04, 1, "0"), (-2, 0, "-2"), (2.96, 1, "3"), (12.345, 2, "12,35"),
    (1.05, 2, "1,05"), (7.5, 0, "8"),
  ])
  func `numbers are rounded and have no zeros at their end`(
    number: Double, digits: Int, text: String
  ) {
    #expect(InterfaceLanguage.german.digits(of: number, most: digits) == text)
  }

  @Test func `names are quoted as the language does, safe, and never translated`() {
    let name = "q\u{1B}[2J"
    let message = Message("\(quoted: name)", de: "\(quoted: name)", es: "\(quoted: name)")
    #expect(message.text(in: .english) == "\"q␛[2J\"")
    #expect(message.text(in: .german) == "„q␛[2J“")
    #expect(message.text(in: .spanish) == "«q␛[2J»")
  }

  @Test func `days are written as the language writes them`() {
    let day = "2026-11-03"
    let message = Message("\(date: day)", de: "\(date: day)", es: "\(date: day)")
    #expect(
      InterfaceLanguage.allCases.map { message.text(in: $0) }
        == ["2026-11-03", "03.11.2026", "03/11/2026"])
  }

  @Test func `months are written as the language writes them`() {
    let message = Message(
      "\(date: "2026-11")", de: "\(date: "2026-11")", es: "\(date: "2026-11")")
    #expect(
      InterfaceLanguage.allCases.map { message.text(in: $0) } == ["2026-11", "11.2026", "11/2026"])
  }

  @Test func `a language that forgets a value is found`() async {
    await #expect(processExitsWith: .failure) {
      _ = Message("\(3) bells", de: "Glocken", es: "\(3) campanas")
    }
  }
}

@Suite struct InterfaceLanguageTests {
  @Test(
    arguments: [
      ([:], .english),
      (["LANG": "de_DE.UTF-8"], .german),
      (["LANG": "es_MX.utf8"], .spanish),
      (["LANG": "de"], .german),
      (["LANG": "de_DE.UTF-8", "LC_MESSAGES": "es_ES.UTF-8"], .spanish),
      (["LANG": "de_DE.UTF-8", "LC_ALL": "C"], .english),
      (["LANG": "de_DE.UTF-8", "LC_ALL": ""], .german),
      (["LANG": "C.UTF-8", "LANGUAGE": "de"], .english),
      (["LANG": "en_GB.UTF-8", "LANGUAGE": "de:en"], .german),
      (["LANG": "de_DE.UTF-8", "LANGUAGE": "fr:es:de"], .spanish),
      (["LANG": "fr_FR.UTF-8"], .english),
      (["LANG": "tlh"], .english),
      (["LANG": "de_DE.ISO-8859-1"], .english),
      (["LANG": "de_DE@euro"], .german),
      (["LANG": "desert"], .english),
    ] as [([String: String], InterfaceLanguage)])
  func `the system's language is found as other programs find it`(
    environment: [String: String], language: InterfaceLanguage
  ) {
    #expect(InterfaceLanguage(system: { environment[$0] }) == language)
  }
}
