package import KindlyBase

// The picture of the player, its keys, and what plain mode tells.
extension Message {
  // The last line of the picture.

  package static let playingHint = Message(
    line: "space pauses · q ends gently · ? keys",
    de: "Leertaste: Pause · q: sanft beenden · ?: Tasten",
    es: "espacio: pausa · q: terminar con calma · ?: teclas")

  package static let mutedHint = Message(
    line: "muted · m sounds again",
    de: "stumm · m: Ton wieder an",
    es: "sin sonido · m: oír de nuevo")

  package static let pausedHint = Message(
    line: "paused · space goes on · Q ends and remembers the place",
    de: "Pause · Leertaste: weiter · Q: beenden und die Stelle merken",
    es: "en pausa · espacio: seguir · Q: salir y recordar el punto")

  package static func waitingHint(_ time: Frames) -> Message {
    Message(
      line: "begins in \(time) · space begins now · q ends",
      de: "beginnt in \(time) · Leertaste: jetzt beginnen · q: beenden",
      es: "empieza en \(time) · espacio: empezar ya · q: salir")
  }

  package static func alsoIn(_ name: String) -> Message {
    Message(
      line: "In English: kindly play \(name)",
      de: "Auf Deutsch: kindly play \(name)",
      es: "En español: kindly play \(name)")
  }

  package static func leftHint(_ time: Frames) -> Message {
    Message(
      line: "r goes on at \(time), where you left",
      de: "r: weiter ab \(time), wo du warst",
      es: "r: seguir en \(time), donde lo dejaste")
  }

  package static let deviceLostHint = Message(
    line: "the sound device is gone · waiting for it · q ends",
    de: "das Tongerät ist weg · ich warte darauf · q: beenden",
    es: "se ha ido el dispositivo de sonido · lo espero · q: salir")

  package static let endingHint = Message(
    line: "ending gently · q once more ends at once",
    de: "klingt sanft aus · noch einmal q: sofort beenden",
    es: "termina con calma · q otra vez: salir ya")

  package static func volumeHint(_ decibels: Int) -> Message {
    Message(
      line: "volume \(decibels) dB · \(playingHint)",
      de: "Lautstärke \(decibels) dB · \(playingHint)",
      es: "volumen \(decibels) dB · \(playingHint)")
  }

  package static let deviceSilent = Message(
    line: "The sound device does not answer.",
    de: "Das Tongerät antwortet nicht.",
    es: "El dispositivo de sonido no responde.")

  // While a session is still being made.

  package static let preparing = Message(
    line: "Preparing", de: "Wird vorbereitet", es: "Preparando")

  package static func speaking(_ number: Int, of all: Int) -> Message {
    Message(
      line: "Speaking \(number) of \(all)", de: "Spreche \(number) von \(all)",
      es: "Diciendo \(number) de \(all)")
  }

  package static let preparingHint = Message(
    line: "q leaves", de: "q: abbrechen", es: "q: salir")

  // Times, breath and loudness.

  package static func passed(_ time: Frames, of whole: Frames) -> Message {
    Message(line: "\(time) of \(whole)", de: "\(time) von \(whole)", es: "\(time) de \(whole)")
  }

  package static func left(_ time: Frames) -> Message {
    Message(line: "\(time) left", de: "noch \(time)", es: "quedan \(time)")
  }

  package static let breathIn = Message(line: "in", de: "ein", es: "inspira")
  package static let breathHold = Message(line: "hold", de: "halten", es: "retén")
  package static let breathOut = Message(line: "out", de: "aus", es: "espira")

  package static let voice = Message(line: "voice", de: "Stimme", es: "voz")
  package static let bells = Message(line: "bells", de: "Glocken", es: "campanas")
  package static let background = Message(line: "background", de: "Hintergrund", es: "fondo")
  package static let off = Message(line: "off", de: "aus", es: "apagado")

  // Plain mode.

  package static let bellRings = Message(line: "Bell.", de: "Glocke.", es: "Campana.")

  package static func paused(at time: Frames) -> Message {
    Message(line: "Paused at \(time).", de: "Pause bei \(time).", es: "En pausa en \(time).")
  }

  package static func goingOn(from time: Frames) -> Message {
    Message(line: "Going on from \(time).", de: "Weiter ab \(time).", es: "Sigue desde \(time).")
  }

  package static let deviceGone = Message(
    line: "The sound device is gone. I keep the place and wait for it.",
    de: "Das Tongerät ist weg. Ich merke mir die Stelle und warte darauf.",
    es: "Se ha ido el dispositivo de sonido. Guardo el punto y lo espero.")

  package static let deviceBack = Message(
    line: "The sound device is back.",
    de: "Das Tongerät ist wieder da.",
    es: "El dispositivo de sonido ha vuelto.")

  package static func finished(after time: Frames) -> Message {
    Message(
      line: "The end, after \(time).", de: "Ende nach \(time).", es: "Fin, después de \(time).")
  }
}
