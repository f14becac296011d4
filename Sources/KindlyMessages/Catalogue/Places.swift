package import KindlyBase

// Where a sitting begins, and what went wrong in it.
extension Message {
  package static func pastTheEnd(_ asked: String, _ whole: Frames) -> Message {
    Message(
      "--from \(asked) is past the end; the session lasts \(whole).",
      de: "--from \(asked) liegt hinter dem Ende; die Sitzung dauert \(whole).",
      es: "--from \(asked) está después del final; la sesión dura \(whole).")
  }

  package static func noSuchSection(_ asked: String, _ advice: Message) -> Message {
    Message(
      "--from \(asked): this session has no such section. \(advice)",
      de: "--from \(asked): So einen Abschnitt gibt es hier nicht. \(advice)",
      es: "--from \(asked): esta sesión no tiene esa sección. \(advice)")
  }

  package static func meantSection(_ name: String) -> Message {
    Message(
      "Did you mean \(quoted: name)?",
      de: "Meinst du \(quoted: name)?",
      es: "¿Querías decir \(quoted: name)?")
  }

  package static let writeTime = Message(
    line: "Write a time such as 3:20.",
    de: "Schreib eine Zeit wie 3:20.",
    es: "Escribe un tiempo como 3:20.")

  package static func writeTimeOrSection(_ names: String) -> Message {
    Message(
      "Write a time such as 3:20, or one of: \(names).",
      de: "Schreib eine Zeit wie 3:20 oder einen von diesen: \(names).",
      es: "Escribe un tiempo como 3:20, o una de estas: \(names).")
  }

  package static func placeNotKept(_ reason: Message, _ time: Frames) -> Message {
    Message(
      "\(reason) `--from \(time)` goes on from here.",
      de: "\(reason) Mit `--from \(time)` geht es hier weiter.",
      es: "\(reason) Con `--from \(time)` sigues desde aquí.")
  }

  package static let silentWords = Message(
    "Some words could not be read back when they were due, and were silent. Clear the kept speech with: kindly cache clear",
    de:
      "Einige Worte ließen sich nicht lesen, als sie dran waren, und blieben stumm. Lösche die gemerkte Sprache mit: kindly cache clear",
    es:
      "Algunas palabras no se pudieron leer a tiempo y quedaron en silencio. Borra la voz guardada con: kindly cache clear"
  )
}
