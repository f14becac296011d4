import KindlyBase
import Testing

@Test(arguments: [
  ("donâ€™t", "don’t"), ("FÃ¼ÃŸe", "Füße"), ("â€œRainâ€ is heard", "“Rain” is heard"),
  ("â€œRainâ€\u{9D}", "“Rain”"), ("oddychaj siÄ™ teraz", "oddychaj się teraz"),
  ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"), ("à¤¶à¤¾à¤‚à¤¤à¤¿", "शांति"), ("ðŸŒ§ falls", "🌧 falls"),
  // Twice on its way.
  ("donÃ¢â‚¬â„¢t", "don’t"),
])
func `UTF-8 that was taken for Windows-1252 is put right`(garbled: String, meant: String) {
  #expect(Mojibake.repaired(garbled) == meant)
}

@Test(arguments: [
  "„DAS MENÜ“ und „SCHÖ…“", "Ein „Ü“ und ein „Ä“.", "Café, naïve, São, Ångström", "5 € each", "",
])
func `text that is right stays as it is`(text: String) {
  #expect(Mojibake.repaired(text) == nil)
}
