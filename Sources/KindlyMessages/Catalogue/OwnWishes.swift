// The listener's own wishes among words of another language.
extension Message {
  package static func foreignWishes(
    in own: Message, practice: Message, _ tag: String
  ) -> Message {
    Message(
      "Your own wishes are \(own), and this practice is \(practice). `kindly phrases choose --language \(tag)` finds some that fit; `--phrases classic` says others this time.",
      de:
        "Deine eigenen Wünsche sind \(own), diese Übung ist \(practice). Mit `kindly phrases choose --language \(tag)` findest du passende; `--phrases classic` spricht diesmal andere.",
      es:
        "Tus propios deseos están \(own) y esta práctica está \(practice). `kindly phrases choose --language \(tag)` te ayuda a elegir los que encajen; `--phrases classic` dice otros esta vez."
    )
  }

  /// In which language something is, by its BCP 47 tag.
  package static func language(_ tag: String) -> Message {
    switch tag {
    case "en": Message(line: "in English", de: "auf Englisch", es: "en inglés")
    case "de": Message(line: "in German", de: "auf Deutsch", es: "en alemán")
    case "es": Message(line: "in Spanish", de: "auf Spanisch", es: "en español")
    case "fr": Message(line: "in French", de: "auf Französisch", es: "en francés")
    case "hi": Message(line: "in Hindi", de: "auf Hindi", es: "en hindi")
    default:
      Message(
        line: "in the language \(tag)", de: "in der Sprache \(tag)", es: "en el idioma \(tag)")
    }
  }
}
