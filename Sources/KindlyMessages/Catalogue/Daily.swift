// A practice at the same time every day.
extension Message {
  package static func dailyIsSet(_ time: String, _ told: String) -> Message {
    Message(
      "Every day at \(time): \(told)",
      de: "Jeden Tag um \(time) Uhr: \(told)",
      es: "Todos los días, \(time): \(told)")
  }

  package static func dailyUndo(_ time: String) -> Message {
    Message(
      line: "To undo it: kindly daily stop \(time)",
      de: "Rückgängig machen: kindly daily stop \(time)",
      es: "Para deshacerlo: kindly daily stop \(time)")
  }

  package static let dailyNeedsLogin = Message(
    line: "It plays while you are logged in and the computer is awake.",
    de: "Es erklingt, wenn du angemeldet bist und der Rechner wach ist.",
    es: "Suena si tienes la sesión abierta y el equipo está encendido.")

  package static let dailyIsEmpty = Message(
    line: "Nothing is set. `kindly daily 06:30 metta` plays metta every morning.",
    de: "Nichts ist eingestellt. `kindly daily 06:30 metta` spielt metta jeden Morgen.",
    es: "No hay nada programado. `kindly daily 06:30 metta` pone metta cada mañana.")

  package static func dailyIsStopped(_ time: String, _ told: String) -> Message {
    Message(
      "No longer every day at \(time): \(told)",
      de: "Nicht mehr jeden Tag um \(time) Uhr: \(told)",
      es: "Ya no todos los días, \(time): \(told)")
  }

  package static func dailyHasNone(_ time: String) -> Message {
    Message(
      line: "Nothing is set for \(time). `kindly daily` lists what is.",
      de: "Für \(time) Uhr ist nichts eingestellt. `kindly daily` zeigt, was es gibt.",
      es: "No hay nada programado: \(time). `kindly daily` muestra lo que hay.")
  }

  package static func dailyNoTime(_ text: String) -> Message {
    Message(
      "\(quoted: text) is not a time of day. Write the time first: `kindly daily 06:30 metta`",
      de: "\(quoted: text) ist keine Uhrzeit. Schreib zuerst die Zeit: `kindly daily 06:30 metta`",
      es: "\(quoted: text) no es una hora. Escribe primero la hora: `kindly daily 06:30 metta`")
  }

  package static let dailyNoPractice = Message(
    line: "Write a practice after the time: `kindly daily 06:30 metta`",
    de: "Schreib nach der Zeit eine Übung: `kindly daily 06:30 metta`",
    es: "Escribe una práctica después de la hora: `kindly daily 06:30 metta`")

  package static let dailyStandardInput = Message(
    "A practice from standard input can't be played every day. Save it as a file first.",
    de:
      "Eine Übung von der Standardeingabe lässt sich nicht jeden Tag spielen. Speichere sie als Datei.",
    es:
      "Una práctica de la entrada estándar no se puede repetir cada día. Guárdala en un archivo.")

  package static func dailyFolder(_ path: String) -> Message {
    Message(
      "systemd can't start anything in the folder \(quoted: path). Start from another folder, and name files by their whole path.",
      de:
        "systemd kann im Ordner \(quoted: path) nichts starten. Beginne in einem anderen Ordner und nenne Dateien mit ihrem ganzen Pfad.",
      es:
        "systemd no puede iniciar nada en la carpeta \(quoted: path). Empieza desde otra carpeta y escribe la ruta completa de los archivos."
    )
  }

  package static func dailyForeign(_ path: String) -> Message {
    Message(
      "\(path) was not written by kindly, so I leave it alone. Choose another time, or move that file away.",
      de:
        "\(path) stammt nicht von kindly, darum lasse ich es stehen. Wähle eine andere Zeit oder verschiebe diese Datei.",
      es:
        "\(path) no es de kindly, así que no lo toco. Elige otra hora o mueve ese archivo a otro sitio."
    )
  }

  package static func dailyChanged(_ path: String) -> Message {
    Message(
      "\(path) was changed by hand, so I leave it alone. Remove it yourself, or choose another time.",
      de:
        "\(path) wurde von Hand geändert, darum lasse ich es stehen. Lösche es selbst oder wähle eine andere Zeit.",
      es:
        "\(path) se ha cambiado a mano, así que no lo toco. Bórralo tú o elige otra hora.")
  }

  package static let dailySystemdSilent = Message(
    "systemd could not be told now; it learns of this when you next log in.",
    de:
      "systemd war jetzt nicht erreichbar; es erfährt davon, wenn du dich das nächste Mal anmeldest.",
    es: "No se ha podido avisar a systemd ahora; lo sabrá la próxima vez que inicies sesión.")
}
