package import KindlyBase

// What a listener's profile asks for, and what their own words ask for on the command line, where it
// can't be had.
extension Message {
  package static func unknownKey(_ key: String, near: String) -> Message {
    Message(
      "I don't know the key \(quoted: key). Did you mean \(quoted: near)?",
      de: "Den Schlüssel \(quoted: key) kenne ich nicht. Meinst du \(quoted: near)?",
      es: "No conozco la clave \(quoted: key). ¿Querías decir \(quoted: near)?")
  }

  package static func unknownKey(_ key: String, known: String) -> Message {
    Message(
      "I don't know the key \(quoted: key). The keys here are \(known).",
      de: "Den Schlüssel \(quoted: key) kenne ich nicht. Diese gibt es hier: \(known).",
      es: "No conozco la clave \(quoted: key). Las que hay son: \(known).")
  }

  package static func profileLineIsUnfit(_ line: String, _ path: String) -> Message {
    Message(
      "I can't use \(quoted: line) as it is. To see what is wrong: kindly check \(path)",
      de:
        "\(quoted: line) kann ich so nicht verwenden. Was daran nicht stimmt: kindly check \(path)",
      es: "No puedo usar \(quoted: line) tal como está. Para ver qué falla: kindly check \(path)")
  }

  package static let profileIsUnfit = Message(
    line: "Your profile has errors. Until they are fixed, I can't use it:",
    de: "Dein Profil hat Fehler. Bis sie behoben sind, kann ich es nicht verwenden:",
    es: "Tu perfil tiene errores. Hasta que los corrijas no puedo usarlo:")

  package static func unknownPerson(_ name: String) -> Message {
    Message(
      "I don't know who \(quoted: name) is. Say how to speak of them: --toward \"\(name), she\"",
      de:
        "Ich weiß nicht, wer \(quoted: name) ist. Schreib sie oder er dazu: --toward \"\(name), sie\"",
      es: "No sé quién es \(quoted: name). Añade ella o él: --toward \"\(name), ella\"")
  }

  package static func setIsFixed(_ name: String) -> Message {
    Message(
      "--set \(name): {\(name)} is filled in by itself and can't be set.",
      de: "--set \(name): {\(name)} füllt sich von selbst und lässt sich nicht setzen.",
      es: "--set \(name): {\(name)} se rellena por sí solo y no se puede cambiar.")
  }

  package static func setIsUnheard(_ name: String, _ advice: Message) -> Message {
    Message(
      "--set \(name): nothing here says {\(name)}. \(advice)",
      de: "--set \(name): {\(name)} kommt hier nicht vor. \(advice)",
      es: "--set \(name): aquí no aparece {\(name)}. \(advice)")
  }

  package static func meantName(_ name: String) -> Message {
    Message("Did you mean \(name)?", de: "Meinst du \(name)?", es: "¿Querías decir \(name)?")
  }

  package static let nothingToSet = Message(
    line: "There is nothing to set here.", de: "Hier gibt es nichts zu setzen.",
    es: "Aquí no hay nada que cambiar.")

  package static func wordsToSet(_ words: String) -> Message {
    Message(
      "Words to set are \(words).", de: "Setzen lassen sich: \(words).",
      es: "Se pueden cambiar: \(words).")
  }

  package static func lengthTooShort(_ title: String, _ asked: Frames, least: Frames) -> Message {
    Message(
      "\(title) can't last \(asked); ask for at least \(least).",
      de: "\(title) kann nicht \(asked) dauern; es braucht mindestens \(least).",
      es: "\(title) no puede durar \(asked); necesita al menos \(least).")
  }

  package static func lengthTooLong(_ title: String, _ asked: Frames, most: Frames) -> Message {
    Message(
      "\(title) can't last \(asked); the longest is \(most).",
      de: "\(title) kann nicht \(asked) dauern, sondern höchstens \(most).",
      es: "\(title) no puede durar \(asked), sino \(most) como máximo.")
  }
}
