// What can be written behind an option of the command line, as the end of a sentence.
extension Message {
  package static func useThis(_ possible: Message) -> Message {
    Message("use \(possible).", de: "Möglich ist \(possible).", es: "usa \(possible).")
  }

  package static func meantThis(_ name: String) -> Message {
    Message("did you mean \(name)?", de: "Meinst du \(name)?", es: "¿querías decir \(name)?")
  }

  /// Words of the program itself, with commas between them.
  package static func oneOf(_ words: String) -> Message {
    Message("one of \(words)", de: "eines von \(words)", es: "una de estas opciones: \(words)")
  }

  package static let someWithCommas = Message(
    "one or several of vtt, srt, lrc, txt, with commas",
    de: "eines oder mehrere von vtt, srt, lrc, txt, mit Kommas dazwischen",
    es: "uno o varios de vtt, srt, lrc, txt, separados por comas")

  package static let aTime = Message(
    "a time such as 20m or \"1 h 10 min\"",
    de: "eine Zeit wie 20m oder \"1 h 10 min\"",
    es: "un tiempo como 20m o \"1 h 10 min\"")

  package static let timesWithCommas = Message(
    "times with commas between them, such as 5m,10m,20m",
    de: "eine Reihe von Zeiten mit Kommas dazwischen, etwa 5m,10m,20m",
    es: "varios tiempos separados por comas, como 5m,10m,20m")

  package static let aTimeOfDay = Message(
    "a time of day such as 06:30", de: "eine Uhrzeit wie 06:30", es: "una hora como 06:30")

  package static let aSitLength = Message(
    "a time from 30s to 23 h 45 min, such as 20m, or open",
    de: "eine Zeit von 30s bis 23 h 45 min, etwa 20m, oder open",
    es: "un tiempo de 30s a 23 h 45 min, como 20m, u open")

  package static let aBellDistance = Message(
    "a time of at least 30s such as 5m, or two such as 3-7m",
    de: "eine Zeit ab 30s, etwa 5m, oder zwei wie 3-7m",
    es: "un tiempo de 30s o más, como 5m, o dos, como 3-7m")

  package static func aNumber(_ low: Int, to high: Int) -> Message {
    Message(
      "a number from \(low) to \(high)", de: "eine Zahl von \(low) bis \(high)",
      es: "un número del \(low) al \(high)")
  }

  package static func aWholeNumber(_ low: Int, to high: Int) -> Message {
    Message(
      "a whole number from \(low) to \(high)", de: "eine ganze Zahl von \(low) bis \(high)",
      es: "un número entero del \(low) al \(high)")
  }

  package static let aQuality = Message(
    "a number from 0 (smallest) to 10 (best)",
    de: "eine Zahl von 0 (am kleinsten) bis 10 (am besten)",
    es: "un número del 0 (el archivo más pequeño) al 10 (el mejor)")

  package static let aStrength = Message(
    "a number above 0, up to 1", de: "eine Zahl über 0, höchstens 1",
    es: "un número mayor que 0, hasta 1")

  package static let aLineNumber = Message(
    "the number of a line, from 1", de: "die Nummer einer Zeile, ab 1",
    es: "el número de una línea, desde 1")

  package static let aShard = Message(
    "a part and the number of parts, such as 3/16",
    de: "ein Teil und die Zahl der Teile, etwa 3/16",
    es: "una parte y el número de partes, como 3/16")

  package static let aTrack = Message(
    "a place such as 3 or 3/12", de: "ein Platz wie 3 oder 3/12", es: "un puesto como 3 o 3/12")

  package static let aSampleRate = Message(
    "a sample rate from 8000 to 192000, such as 48000 or 44100",
    de: "eine Abtastrate von 8000 bis 192000, etwa 48000 oder 44100",
    es: "una frecuencia de 8000 a 192000, como 48000 o 44100")

  package static let aBitRate = Message(
    "bits a second such as 128k", de: "eine Zahl von Bits pro Sekunde wie 128k",
    es: "una cantidad de bits por segundo como 128k")

  package static let aLoudness = Message(
    "LUFS from -70 to 0, such as -18, or off",
    de: "ein Wert in LUFS von -70 bis 0, etwa -18, oder off",
    es: "un valor en LUFS de -70 a 0, como -18, u off")

  package static let aDate = Message(
    "a date such as 2026-05-01", de: "ein Datum wie 2026-05-01", es: "una fecha como 2026-05-01")

  package static func aCover(_ colours: String) -> Message {
    Message(
      "a PNG or JPEG file, drawn, or colours to draw one in: \(colours)",
      de: "eine PNG- oder JPEG-Datei, drawn oder Farben zum Zeichnen: \(colours)",
      es: "un archivo PNG o JPEG, drawn o unos colores para dibujarla: \(colours)")
  }

  package static let aBackgroundOrFile = Message(
    "a background such as rain, a sound file, or none",
    de: "ein Hintergrund wie rain, eine Tondatei oder none",
    es: "un fondo como rain, un archivo de sonido o none")

  package static let aNameAndValue = Message(
    "a name and its value, such as place=home", de: "ein Name und sein Wert, etwa place=home",
    es: "un nombre y su valor, como place=home")

  package static let somebody = Message(
    "somebody such as friend, all or \"Maya, she\"",
    de: "jemand wie friend, all oder \"Maya, sie\"",
    es: "alguien, como friend, all o \"Maya, ella\"")

  package static let aStart = Message(
    "a time such as 3:20 or the name of a section",
    de: "eine Zeit wie 3:20 oder der Name eines Abschnitts",
    es: "un tiempo como 3:20 o el nombre de una sección")

  package static let aLanguageTag = Message(
    "a language's tag, such as de or pt-BR", de: "das Kürzel einer Sprache, etwa de oder pt-BR",
    es: "el código de un idioma, como de o pt-BR")

  package static let anInterfaceLanguage = Message(
    "a language such as de, en or es", de: "eine Sprache wie de, en oder es",
    es: "un idioma como de, en o es")

  package static let aWebAddress = Message(
    "a web address such as https://example.org/sitting/",
    de: "eine Webadresse wie https://example.org/sitting/",
    es: "una dirección web como https://example.org/sitting/")

  package static let aProgram = Message(
    "a program and its arguments, those with spaces in double quotes, such as \"systemctl suspend\"",
    de:
      "ein Programm mit seinen Argumenten, solche mit Leerzeichen in doppelten Anführungszeichen, etwa \"systemctl suspend\"",
    es:
      "un programa y sus argumentos, entre comillas dobles los que tengan espacios, como \"systemctl suspend\""
  )
}
