package import KindlyBase

// The home of a listener.
extension Message {
  package static let homeGoOn = Message(line: "Go on", de: "Weiter", es: "Seguir")
  package static let homeToday = Message(line: "Today", de: "Heute", es: "Hoy")
  package static let homePresets = Message(
    line: "Your presets", de: "Deine Favoriten", es: "Tus favoritos")
  package static let homePractices = Message(line: "Practices", de: "Übungen", es: "Prácticas")
  package static let homeCourses = Message(line: "Courses", de: "Kurse", es: "Cursos")

  package static let homeQuestion = Message(
    "A number plays it, words look for practices, \"\(homeAll)\" shows every one. Enter leaves.",
    de: "Zahl: abspielen. Wörter: suchen. „\(homeAll)“: alle Übungen. Nur Enter: beenden.",
    es: "Número: escuchar. Palabras: buscar. «\(homeAll)»: todas las prácticas. Solo Intro: salir.")

  /// The word that shows every practice.
  package static let homeAll = Message(line: "all", de: "alle", es: "todas")

  package static func homeNoNumber(_ number: Int) -> Message {
    Message(
      "There is no number \(number) above.",
      de: "Eine Nummer \(number) steht oben nicht.",
      es: "Arriba no hay ningún número \(number).")
  }

  package static func homeNothingFits(_ words: String) -> Message {
    Message(
      "Nothing fits \(quoted: words). \"\(homeAll)\" shows every practice.",
      de: "Zu \(quoted: words) passt nichts. „\(homeAll)“ zeigt alle Übungen.",
      es: "No hay nada sobre \(quoted: words). «\(homeAll)» muestra todas las prácticas.")
  }

  package static func homeLeft(_ time: Message) -> Message {
    Message(line: "\(time) left", de: "noch \(time)", es: "quedan \(time)")
  }

  package static let homeHeardToday = Message(
    line: "heard today", de: "heute gehört", es: "escuchado hoy")
  package static let homeBeginning = Message(
    line: "a good place to begin", de: "gut zum Anfangen", es: "para empezar")
  package static let homeFirstDay = Message(line: "day 1", de: "Tag 1", es: "día 1")
}

// Places, and what a listener without a picture is told.
extension Message {
  package static func goingOnAt(_ place: String) -> Message {
    Message("Going on at \(place).", de: "Weiter bei \(place).", es: "Sigue en \(place).")
  }

  package static func leftThen(_ time: Frames, of whole: Frames) -> Message {
    Message(
      "You left it at \(time) of \(whole).", de: "Du hast bei \(time) von \(whole) aufgehört.",
      es: "Lo dejaste en \(time) de \(whole).")
  }

  package static func leftBefore(_ place: String) -> Message {
    Message(
      "You left this at \(place); with --resume it goes on from there.",
      de: "Du hast bei \(place) aufgehört; mit --resume geht es dort weiter.",
      es: "Lo dejaste en \(place); con --resume sigue desde ahí.")
  }

  package static let noPlace = Message(
    "There is no place to go on from, so this begins at its beginning.",
    de: "Hier ist keine Stelle gemerkt, darum geht es von vorn los.",
    es: "No hay ningún punto guardado, así que empieza desde el principio.")

  package static let nothingLeft = Message(
    "There is no place to go on from. Q ends a sitting and remembers its place.",
    de: "Es ist keine Stelle gemerkt. Mit Q beendest du eine Sitzung und merkst dir die Stelle.",
    es: "No hay ningún punto guardado. Con Q terminas una sesión y se guarda el punto.")

  package static func leftWaitingHint(_ time: Frames, _ left: Frames) -> Message {
    Message(
      line: "r goes on at \(left) · begins in \(time) · space begins now",
      de: "r: weiter bei \(left) · beginnt in \(time) · Leertaste: jetzt",
      es: "r: seguir en \(left) · empieza en \(time) · espacio: ya")
  }

  package static func endingLeftHint(_ seconds: Int) -> Message {
    Message(
      line: "ending gently · \(seconds) s left · q ends at once",
      de: "klingt sanft aus · noch \(seconds) s · q: sofort beenden",
      es: "termina con calma · quedan \(seconds) s · q: salir ya")
  }

  package static let plainKeys = Message(
    line: "space pauses, q ends gently, Q ends and keeps the place, ? tells all keys.",
    de: "Leertaste: Pause. q: sanft beenden. Q: Stelle merken. ?: alle Tasten.",
    es: "espacio: pausa. q: terminar con calma. Q: recordar el punto. ?: teclas.")

  package static func beginsIn(_ time: Frames) -> Message {
    Message(line: "Begins in \(time).", de: "Beginnt in \(time).", es: "Empieza en \(time).")
  }

  package static let begins = Message(line: "It begins.", de: "Es beginnt.", es: "Empieza.")

  package static func endingIn(_ seconds: Int) -> Message {
    Message(
      line: "Ending, about \(seconds) s.", de: "Klingt aus, etwa \(seconds) s.",
      es: "Termina en unos \(seconds) s.")
  }

  package static let isEnding = Message(
    line: "It is ending.", de: "Es klingt aus.", es: "Está terminando.")
  package static let endsNow = Message(
    line: "Ending now.", de: "Ende sofort.", es: "Termina ya.")

  package static func placeKept(_ time: Frames) -> Message {
    Message(
      line: "Ending. The place is kept: \(time).", de: "Ende. Die Stelle ist gemerkt: \(time).",
      es: "Termina. Se guarda el punto: \(time).")
  }

  package static func atPlace(_ place: String) -> Message {
    Message("At \(place).", de: "Bei \(place).", es: "En \(place).")
  }

  package static let notBegun = Message(
    line: "Not begun yet. space begins now.", de: "Noch nicht begonnen. Leertaste: jetzt.",
    es: "Aún no ha empezado. espacio: empezar ya.")

  package static func volumeIs(_ decibels: Int) -> Message {
    Message(
      line: "Volume \(decibels) dB.", de: "Lautstärke \(decibels) dB.",
      es: "Volumen \(decibels) dB.")
  }

  package static let muted = Message(line: "Muted.", de: "Stumm.", es: "Sin sonido.")
  package static let soundIsOn = Message(
    line: "Sound is on.", de: "Der Ton ist an.", es: "Hay sonido.")
  package static let noMoreWords = Message(
    line: "No more words.", de: "Keine Worte mehr.", es: "No hay más palabras.")
  package static let lastSection = Message(
    line: "This is the last section.", de: "Das ist der letzte Abschnitt.",
    es: "Es la última sección.")
  package static let noSuchKey = Message(
    line: "That key does nothing. ? tells the keys.",
    de: "Diese Taste tut nichts. ? nennt die Tasten.",
    es: "Esa tecla no hace nada. ?: teclas.")
}
