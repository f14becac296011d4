// Why words could not be spoken.
extension Message {
  package static func engineMissing(_ reason: String) -> Message {
    Message(
      "The speech program espeak-ng is not installed, or can't be opened (\(reason)).",
      de:
        "Das Sprachprogramm espeak-ng ist nicht installiert oder lässt sich nicht öffnen (\(reason)).",
      es: "El programa de voz espeak-ng no está instalado o no se puede abrir (\(reason)).")
  }

  package static func speechDataMissing(_ reason: String) -> Message {
    Message(
      "espeak-ng can't read its voices: \(reason).",
      de: "espeak-ng kann seine Stimmen nicht lesen: \(reason).",
      es: "espeak-ng no puede leer sus voces: \(reason).")
  }

  package static func engineLacksVoice(_ name: String) -> Message {
    Message(
      "espeak-ng has no voice \(quoted: name).",
      de: "espeak-ng hat keine Stimme \(quoted: name).",
      es: "espeak-ng no tiene ninguna voz \(quoted: name).")
  }

  package static func engineLacksVariant(_ name: String) -> Message {
    Message(
      "espeak-ng has no variant \(quoted: name).",
      de: "espeak-ng hat keine Variante \(quoted: name).",
      es: "espeak-ng no tiene ninguna variante \(quoted: name).")
  }

  package static let nothingToSay = Message(
    "There is nothing in this text that can be spoken.",
    de: "In diesem Text ist nichts, was sich sprechen lässt.",
    es: "En este texto no hay nada que se pueda decir.")

  package static func textTooLong(_ bytes: Int, most: Int) -> Message {
    Message(
      "This text has \(bytes) bytes; at most \(most) can be spoken at once.",
      de: "Dieser Text hat \(bytes) Bytes; höchstens \(most) lassen sich auf einmal sprechen.",
      es: "Este texto tiene \(bytes) bytes; de una vez se pueden decir \(most) como máximo.")
  }

  package static func soundTooLong(_ seconds: Int) -> Message {
    Message(
      "Speaking this would take more than \(seconds) seconds without a pause.",
      de: "Das zu sprechen würde ohne Pause mehr als \(seconds) Sekunden dauern.",
      es: "Decir esto sin pausa llevaría más de \(seconds) segundos.")
  }

  package static let engineGaveUp = Message(
    "espeak-ng gave up on this text.", de: "espeak-ng hat bei diesem Text aufgegeben.",
    es: "espeak-ng no ha podido con este texto.")

  package static func engineCrashed(_ signal: Int) -> Message {
    Message(
      "espeak-ng crashed on this text (signal \(signal)).",
      de: "espeak-ng ist bei diesem Text abgestürzt (Signal \(signal)).",
      es: "espeak-ng ha fallado con este texto (señal \(signal)).")
  }

  package static func engineHung(_ seconds: Int) -> Message {
    Message(
      "espeak-ng had not spoken this text after \(seconds) seconds.",
      de: "espeak-ng hatte diesen Text nach \(seconds) Sekunden noch nicht gesprochen.",
      es: "espeak-ng no había dicho este texto al cabo de \(seconds) segundos.")
  }

  package static func engineRefused(_ code: Int) -> Message {
    Message(
      "espeak-ng answered with error \(code).",
      de: "espeak-ng hat mit Fehler \(code) geantwortet.",
      es: "espeak-ng ha respondido con el error \(code).")
  }

  package static func noSpeakWorker(_ reason: String) -> Message {
    Message(
      "The process that speaks could not be used: \(reason).",
      de: "Der Prozess, der spricht, ließ sich nicht verwenden: \(reason).",
      es: "No se ha podido usar el proceso que habla: \(reason).")
  }

  package static let onlySilence = Message(
    "The speech engine produced only silence.",
    de: "Das Sprachprogramm hat nur Stille erzeugt.",
    es: "El programa de voz solo ha producido silencio.")

  package static func voiceProgramMissing(_ name: String) -> Message {
    Message(
      "The program \(quoted: name), which this voice needs, is not installed.",
      de: "Das Programm \(quoted: name), das diese Stimme braucht, ist nicht installiert.",
      es: "El programa \(quoted: name), que esta voz necesita, no está instalado.")
  }

  package static func voiceNotTrusted(_ narrator: String, _ program: String) -> Message {
    Message(
      "The voice \(quoted: narrator) starts the program \(quoted: program), which you have not agreed to.",
      de:
        "Die Stimme \(quoted: narrator) startet das Programm \(quoted: program), und dem hast du noch nicht zugestimmt.",
      es:
        "La voz \(quoted: narrator) inicia el programa \(quoted: program), que todavía no has aceptado."
    )
  }

  package static func voiceModelMissing(_ path: String) -> Message {
    Message(
      "There is no voice model at \(path).",
      de: "Das Stimmmodell \(path) gibt es nicht.",
      es: "No existe el modelo de voz \(path).")
  }

  package static func voiceProgramFailed(_ name: String, _ how: Message) -> Message {
    Message(
      "The program \(quoted: name) \(how).", de: "Das Programm \(quoted: name) \(how).",
      es: "El programa \(quoted: name) \(how).")
  }

  package static func itsLastWords(_ failure: Message, _ words: String) -> Message {
    Message(
      "\(failure) Its last words: \(words)", de: "\(failure) Seine letzten Worte: \(words)",
      es: "\(failure) Sus últimas palabras: \(words)")
  }

  package static func couldNotStart(_ error: Int) -> Message {
    Message(
      "could not be started (error \(error))", de: "ließ sich nicht starten (Fehler \(error))",
      es: "no se ha podido iniciar (error \(error))")
  }

  package static func endedWithCode(_ code: Int) -> Message {
    Message(
      "ended with code \(code)", de: "endete mit Code \(code)", es: "terminó con el código \(code)")
  }

  package static func endedBySignal(_ signal: Int) -> Message {
    Message(
      "was ended by signal \(signal)", de: "wurde von Signal \(signal) beendet",
      es: "terminó por la señal \(signal)")
  }

  package static func voiceProgramHung(_ name: String, _ seconds: Int) -> Message {
    Message(
      "The program \(quoted: name) had not spoken this text after \(seconds) seconds.",
      de:
        "Das Programm \(quoted: name) hatte diesen Text nach \(seconds) Sekunden noch nicht gesprochen.",
      es: "El programa \(quoted: name) no había dicho este texto al cabo de \(seconds) segundos.")
  }

  package static func voiceProgramSilent(_ name: String) -> Message {
    Message(
      "The program \(quoted: name) exited normally but produced no audio.",
      de: "Das Programm \(quoted: name) lief ohne Fehler, hat aber keinen Ton erzeugt.",
      es: "El programa \(quoted: name) terminó sin errores, pero no produjo ningún sonido.")
  }

  package static func voiceProgramGarbled(_ name: String, _ reason: String) -> Message {
    Message(
      "What the program \(quoted: name) gave is not a sound file: \(reason).",
      de: "Was das Programm \(quoted: name) lieferte, ist keine Tondatei: \(reason).",
      es: "Lo que ha dado el programa \(quoted: name) no es un archivo de sonido: \(reason).")
  }

  package static func recordingUnreadable(_ path: String, _ reason: String) -> Message {
    Message(
      "The recording \(path) can't be read: \(reason).",
      de: "Die Aufnahme \(path) ist nicht lesbar: \(reason).",
      es: "No se puede leer la grabación \(path): \(reason).")
  }
}
