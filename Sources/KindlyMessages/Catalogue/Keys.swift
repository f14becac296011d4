// The keys of the player and what they do.
extension Message {
  /// Keys that are the same in every language.
  package static func key(_ keys: String) -> Message {
    Message(line: "\(keys)", de: "\(keys)", es: "\(keys)")
  }

  package static let keySpace = Message(line: "space, p", de: "Leertaste, p", es: "espacio, p")
  package static let keyPages = Message(line: "PgUp PgDn", de: "Bild↑ Bild↓", es: "RePág AvPág")

  package static let keyPauses = Message(
    line: "pause, go on", de: "Pause, weiter", es: "pausa, seguir")

  package static let keyFiveSeconds = Message(line: "5 seconds", de: "5 Sekunden", es: "5 segundos")

  package static let keyMinute = Message(
    line: "1 minute on, back", de: "1 Minute vor, zurück", es: "1 minuto adelante, atrás")

  package static let keySection = Message(line: "section", de: "Abschnitt", es: "sección")

  package static let keyWords = Message(
    line: "words before, after", de: "Worte davor, danach", es: "palabras de antes, de después")

  package static let keyVolume = Message(
    line: "softer, louder", de: "leiser, lauter", es: "más bajo, más alto")

  package static let keyVoice = Message(
    line: "voice softer, louder; off",
    de: "Stimme leiser, lauter; aus",
    es: "voz más baja, más alta; apagada")

  package static let keyBells = Message(
    line: "bells softer, louder; off",
    de: "Glocken leiser, lauter; aus",
    es: "campanas más bajas, más altas; apagadas")

  package static let keyBackground = Message(
    line: "background softer, louder; off",
    de: "Hintergrund leiser, lauter; aus",
    es: "fondo más bajo, más alto; apagado")

  package static let keyMute = Message(line: "mute", de: "stumm", es: "sin sonido")

  package static let keyLeaveSection = Message(
    line: "leave this section", de: "diesen Abschnitt verlassen", es: "dejar esta sección")

  package static let keyWhereLeft = Message(
    line: "go on where you left last time",
    de: "weiter, wo du zuletzt aufgehört hast",
    es: "seguir donde lo dejaste la última vez")

  package static let keyEnd = Message(
    line: "end gently", de: "sanft beenden", es: "terminar con calma")

  package static let keyEndRemembering = Message(
    line: "end, remember the place",
    de: "beenden und die Stelle merken",
    es: "salir y recordar el punto")

  package static let keyHelp = Message(line: "these keys", de: "diese Tasten", es: "estas teclas")
}
