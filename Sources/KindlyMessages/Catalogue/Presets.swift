// Practices as a listener likes them.
extension Message {
  package static let noPresets = Message(
    "You have no presets. Save one with: kindly play metta --length 25m --save-as evening",
    de:
      "Du hast noch keine Favoriten. So entsteht einer: kindly play metta-de --length 25m --save-as abend",
    es:
      "Todavía no tienes favoritos. Para guardar uno: kindly play metta-es --length 25m --save-as noche"
  )

  package static func presetSaved(_ command: String) -> Message {
    Message(
      "Saved. Play it with: \(command)",
      de: "Gespeichert. Zum Abspielen: \(command)",
      es: "Guardado. Para escucharlo: \(command)")
  }

  package static func presetPlaysNothing(_ name: String, _ practice: String) -> Message {
    Message(
      "The preset \(quoted: name) plays \(quoted: practice), which is no practice or course. `kindly list` shows them all.",
      de:
        "Der Favorit \(quoted: name) spielt \(quoted: practice), das ist aber weder eine Übung noch ein Kurs. `kindly list` zeigt alle.",
      es:
        "El favorito \(quoted: name) pone \(quoted: practice), que no es ninguna práctica ni curso. `kindly list` los muestra todos."
    )
  }

  package static func presetIsUnusable(_ name: String, _ reason: String) -> Message {
    Message(
      "The preset \(quoted: name) can't be used: \(reason)",
      de: "Der Favorit \(quoted: name) lässt sich nicht verwenden: \(reason)",
      es: "El favorito \(quoted: name) no se puede usar: \(reason)")
  }

  package static func saveAsIsUnfit(_ name: String, _ reason: String) -> Message {
    Message(
      "--save-as \(name): \(reason)", de: "--save-as \(name): \(reason)",
      es: "--save-as \(name): \(reason)")
  }

  package static func saveAsIsTaken(_ name: String) -> Message {
    Message(
      "--save-as \(name): there is a practice of that name. Choose another one.",
      de: "--save-as \(name): So heißt schon eine Übung. Wähle einen anderen Namen.",
      es: "--save-as \(name): ya hay una práctica con ese nombre. Elige otro.")
  }

  package static let saveAsNeedsOne = Message(
    line: "--save-as keeps one practice: name exactly one.",
    de: "--save-as merkt sich eine Übung: Nenne genau eine.",
    es: "--save-as guarda una práctica: nombra solo una.")
}
