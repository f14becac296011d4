// What to do where words can't be spoken, and who speaks instead.
extension Message {
  package static func installWith(_ command: String) -> Message {
    Message(
      "Install it with: \(command)", de: "So installierst du es: \(command)",
      es: "Instálalo con: \(command)")
  }

  package static let engineListsVoices = Message(
    "The list is printed by: espeak-ng --voices", de: "Die Liste zeigt: espeak-ng --voices",
    es: "La lista se ve con: espeak-ng --voices")

  /// `names`: at least one.
  package static func didYouMeanOne(of names: [String]) -> Message {
    let choice = either(of: names)
    return Message(
      "Did you mean \(choice)?", de: "Meinst du \(choice)?", es: "¿Querías decir \(choice)?")
  }

  /// `"a", "b" or "c"`.
  package static func either(of names: [String]) -> Message {
    let all = names.map { Message("\(quoted: $0)", de: "\(quoted: $0)", es: "\(quoted: $0)") }
    guard let last = all.last, let first = all.first, all.count > 1 else {
      return all.first ?? Message("", de: "", es: "")
    }
    let others = all.dropFirst().dropLast().reduce(first) { list, next in
      Message("\(list), \(next)", de: "\(list), \(next)", es: "\(list), \(next)")
    }
    return Message("\(others) or \(last)", de: "\(others) oder \(last)", es: "\(others) o \(last)")
  }

  package static let writeWords = Message(
    "Write words, or take the line out.", de: "Schreib Worte oder lösche die Zeile.",
    es: "Escribe palabras o quita la línea.")

  package static let writeSeveralLines = Message(
    "Make several lines of it, with a pause between them.",
    de: "Mach mehrere Zeilen daraus, mit einer Pause dazwischen.",
    es: "Divídelo en varias líneas, con una pausa entre ellas.")

  package static let sayItOtherwise = Message(
    "Write it in other words, or take it out.",
    de: "Schreib es mit anderen Worten oder lass es weg.",
    es: "Escríbelo de otra manera o quítalo.")

  package static func installProgram(_ name: String) -> Message {
    Message(
      "Install \(name), or choose another voice with --voice.",
      de: "Installiere \(name) oder wähle mit --voice eine andere Stimme.",
      es: "Instala \(name) o elige otra voz con --voice.")
  }

  package static func trustVoice(_ narrator: String) -> Message {
    Message(
      "See the command and agree to it with: kindly voices trust \(narrator)",
      de: "Sieh dir den Befehl an und stimm ihm zu mit: kindly voices trust \(narrator)",
      es: "Mira la orden y acéptala con: kindly voices trust \(narrator)")
  }

  package static let putModel = Message(
    "Put one there, or its path after Voice in a copy of the voice file in your own folder.",
    de:
      "Leg es dorthin, oder schreib seinen Pfad hinter Voice in eine Kopie der Stimmdatei in deinem eigenen Ordner.",
    es:
      "Ponlo ahí, o escribe su ruta detrás de Voice en una copia del archivo de voz en tu propia carpeta."
  )

  package static let tryVoiceCommand = Message(
    "Try the voice file's command in a terminal, or choose another voice with --voice.",
    de:
      "Probier den Befehl der Stimmdatei in einem Terminal aus, oder wähle mit --voice eine andere Stimme.",
    es: "Prueba la orden del archivo de voz en una terminal, o elige otra voz con --voice.")

  package static let giveLongerTimeout = Message(
    "Give the voice file a longer Timeout, or choose another voice with --voice.",
    de:
      "Schreib einen längeren Timeout in die Stimmdatei, oder wähle mit --voice eine andere Stimme.",
    es: "Escribe un Timeout más largo en el archivo de voz, o elige otra voz con --voice.")

  package static let putRecording = Message(
    "Put a WAV or FLAC file of at least one word there.",
    de: "Leg eine WAV- oder FLAC-Datei mit mindestens einem Wort dorthin.",
    es: "Pon ahí un archivo WAV o FLAC con una palabra al menos.")

  package static let tryAgainOrDoctor = Message(
    "Try again; kindly doctor says what works here and what does not.",
    de: "Versuch es noch einmal; kindly doctor sagt, was hier geht und was nicht.",
    es: "Inténtalo de nuevo; kindly doctor dice qué funciona aquí y qué no.")

  package static func speaksInstead(
    _ failure: Message, _ other: String, of narrator: String
  ) -> Message {
    Message(
      "\(failure) \(other) speaks instead of \(narrator).",
      de: "\(failure) Statt \(narrator) spricht \(other).",
      es: "\(failure) En lugar de \(narrator) habla \(other).")
  }

  package static func derivedSpeaks(_ name: String, like usual: String) -> Message {
    Message(
      "\(name) speaks: no voice file is for this language, so it has the timbre of \(usual) on espeak-ng's own voice.",
      de:
        "\(name) spricht: Für diese Sprache gibt es keine Stimmdatei, darum hat die Stimme von espeak-ng die Klangfarbe von \(usual).",
      es:
        "Habla \(name): no hay ningún archivo de voz para este idioma, así que es la voz de espeak-ng con el timbre de \(usual)."
    )
  }
}
