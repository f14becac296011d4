import Testing

@testable import KindlyLanguage

private func pairs(_ value: String) -> [String] {
  let source = Source(path: "a.practice", text: value + "\n\nStay.\n")
  return read(practice: source).tree.header.pronounce.map {
    "\($0.value.word)=\($0.value.spoken)"
  }
}

@Test func `a list of pronunciations is read as a list`() {
  let two = ["metta=maytah", "sangha=sungha"]
  #expect(pairs("Pronounce: metta as maytah, sangha as sungha") == two)
  #expect(pairs("Pronounce: metta as maytah; sangha as sungha") == two)
  #expect(pairs("Pronounce: metta as maytah\nPronounce: sangha as sungha") == two)
  #expect(
    pairs("Pronounce: metta as may, tah; sangha as sungha") == ["metta=may, tah", "sangha=sungha"])
  #expect(pairs("Pronounce: om, ah as ohm ah") == ["om, ah=ohm ah"])
}

@Test func `a pronunciation without both sides is told by itself`() {
  let source = Source(
    path: "a.practice", text: "Pronounce: metta as maytah; sangha, as ; x as\n\nStay.\n")
  let told = read(practice: source).diagnostics
  #expect(!told.isEmpty && told.allSatisfy { $0.code == "unreadable-value" })
}

@Test func `canonical pronunciations have semicolons`() {
  let source = Source(
    path: "a.practice", text: "pronounce: metta as maytah,  sangha as sungha // note\n\nStay.\n")
  let text = formatted(source, as: .practice)
  #expect(text == "Pronounce: metta as maytah; sangha as sungha // note\n\nStay.\n")
}

@Test func `a voice file takes the same lists`() {
  let source = Source(
    path: "a.voice",
    text: "Name: A\nLanguage: en\nVoice: en\nPronounce: metta as maytah, sangha as sungha\n")
  #expect(read(voice: source).tree.pronunciations.count == 2)
}

@Test func `a title holds values`() {
  let source = Source(path: "a.practice", text: "Title: For {client|you}, {name}\n\nStay.\n")
  let reading = read(practice: source)
  #expect(reading.diagnostics.isEmpty)
  #expect(reading.tree.header.title?.value == "For you, name")
  #expect(reading.tree.header.titleWords?.value.count == 4)
}
