package import KindlyBase

// What there is to hear, and how it is found.
extension Message {
  package static let listPhraseSets = Message(
    line: "Phrase sets", de: "Wunschsammlungen", es: "Listas de deseos")

  package static let hasProblems = Message(
    line: "(has problems: kindly check)", de: "(hat Fehler: kindly check)",
    es: "(tiene errores: kindly check)")

  package static func nothingHas(_ words: String) -> Message {
    Message(
      "Nothing here has the words \(quoted: words). See all with: kindly list",
      de: "Zu \(quoted: words) gibt es hier nichts. Alles zeigt dir: kindly list",
      es: "No hay nada con \(quoted: words). Para verlo todo: kindly list")
  }

  package static func theseFit(_ problem: Message) -> Message {
    Message(
      "\(problem) These fit the word:",
      de: "\(problem) Dazu passen:",
      es: "\(problem) Quizá busques:")
  }

  package static func playOneWith(_ command: String) -> Message {
    Message(
      "Play one with: \(command)", de: "Zum Abspielen: \(command)",
      es: "Para escuchar una: \(command)")
  }

  package static let namePractice = Message(
    "Name a practice, such as: kindly play metta. `kindly list` shows them all.",
    de: "Nenne eine Übung, zum Beispiel: kindly play metta-de. `kindly list` zeigt alle.",
    es: "Nombra una práctica, por ejemplo: kindly play metta-es. `kindly list` las muestra todas.")

  package static func usualLengthUnfit(_ title: String, _ wanted: Frames, _ own: Frames) -> Message
  {
    Message(
      "\(title) can't last \(wanted), the length in your profile; it lasts \(own).",
      de:
        "\(title) kann nicht \(wanted) dauern, wie es in deinem Profil steht, sondern dauert \(own).",
      es: "\(title) no puede durar \(wanted), como pide tu perfil; dura \(own).")
  }
}

// Options of the command line that don't go together.
extension Message {
  package static func chooseOneOf(_ options: String) -> Message {
    Message(
      "Choose only one of these: \(options)",
      de: "Davon geht nur eines: \(options)",
      es: "Elige solo una de estas opciones: \(options)")
  }

  package static let lineNeedsOne = Message(
    line: "--line goes with one practice.",
    de: "--line geht nur mit einer einzigen Übung.",
    es: "--line solo va con una práctica.")

  package static func lineIsSilent(_ line: Int, last: Int) -> Message {
    Message(
      "--line \(line): nothing is heard from there on; the last line heard is \(last).",
      de: "--line \(line): Ab da ist nichts zu hören; die letzte hörbare Zeile ist \(last).",
      es:
        "--line \(line): a partir de ahí no se oye nada; la última línea que se oye es la \(last).")
  }

  package static let seedNeedsRandom = Message(
    line: "--seed goes with bells at random, such as --every 3-7m.",
    de: "--seed gehört zu zufälligen Glocken, etwa --every 3-7m.",
    es: "--seed va con campanas al azar, como --every 3-7m.")

  package static let oneThing = Message(
    line: "Ask for one thing at a time.", de: "Bitte nur eines auf einmal.",
    es: "Pide una sola cosa cada vez.")

  package static let addNeedsLength = Message(
    line: "--add and --length go together: --add \"Sitting\" --length 20m",
    de: "--add und --length gehören zusammen: --add \"Meditation\" --length 20m",
    es: "--add y --length van juntas: --add \"Meditación\" --length 20m")

  package static let onNeedsAdd = Message(
    "--on takes a moment with --add, and none without: --add \"Sitting\" --length 20m --on 2026-11-20T07:00",
    de:
      "--on braucht mit --add einen Zeitpunkt, sonst keinen: --add \"Meditation\" --length 20m --on 2026-11-20T07:00",
    es:
      "--on lleva un momento con --add y ninguno sin ella: --add \"Meditación\" --length 20m --on 2026-11-20T07:00"
  )
}

// Lines that did not come through.
extension Message {
  package static func linesLost(_ count: Int) -> Message {
    Message(
      line: "(\(count, "line", "lines") could not be shown in time)",
      de: "(\(count, "Zeile kam", "Zeilen kamen") zu spät und \(for: count, "fehlt", "fehlen"))",
      es: "(\(count, "línea no se pudo", "líneas no se pudieron") mostrar a tiempo)")
  }

  package static let outputClosed = Message(
    line: "Standard output is closed, so the result can't be written.",
    de: "Die Standardausgabe ist zu, das Ergebnis kann nirgends hin.",
    es: "La salida estándar está cerrada y el resultado no se puede escribir.")

  package static func outputRefused(_ reason: String) -> Message {
    Message(
      "I can't write the result: \(reason).",
      de: "Ich kann das Ergebnis nicht schreiben: \(reason).",
      es: "No puedo escribir el resultado: \(reason).")
  }
}
