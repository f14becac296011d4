// Choosing one's own wishes.
extension Message {
  package static let choosingOpens = Message(
    line: """
      Your own wishes. Three or four are traditional; say them in words of your own.
      They stay on this machine, and nothing is changed before you say keep.
      """,
    de: """
      Deine eigenen Wünsche. Drei oder vier sind üblich; sag sie mit deinen Worten.
      Sie bleiben auf diesem Rechner, und nichts ändert sich, bevor du speicherst.
      """,
    es: """
      Tus propios deseos. Lo habitual son tres o cuatro; dilos con tus palabras.
      Se quedan en este equipo, y nada cambia hasta que los guardes.
      """)

  package static let themes = Message(line: "Themes", de: "Themen", es: "Temas")

  package static func isChosen(_ wish: String) -> Message {
    Message("\(wish) (chosen)", de: "\(wish) (gewählt)", es: "\(wish) (elegido)")
  }

  package static func yourWishes(_ count: Int) -> Message {
    Message(
      line: "\(for: count, "Your wish", "Your wishes")",
      de: "\(for: count, "Dein Wunsch", "Deine Wünsche")",
      es: "\(for: count, "Tu deseo", "Tus deseos")")
  }

  package static func manyWishes(_ count: Int) -> Message {
    Message(
      line: "You have \(count); three or four are easier to hold.",
      de: "Du hast \(count); drei oder vier behält man leichter.",
      es: "Tienes \(count); tres o cuatro se recuerdan mejor.")
  }

  // Questions.

  package static let whichTheme = Message(
    line: """
      Which theme? Its number; w to write your own; q to leave everything as it is.
      """,
    de: """
      Welches Thema? Die Nummer; n: neuer eigener Wunsch; q: alles so lassen.
      """,
    es: """
      ¿Qué tema? Su número; n: un deseo nuevo, tuyo; q: dejarlo todo como está.
      """)

  package static let whichThemeOrDone = Message(
    line: """
      Which theme? Its number; w to write your own; d to look at what you chose;
      q to leave everything as it is.
      """,
    de: """
      Welches Thema? Die Nummer; n: neuer eigener Wunsch; f: ansehen, was du hast;
      q: alles lassen, wie es ist.
      """,
    es: """
      ¿Qué tema? Su número; n: un deseo nuevo, tuyo; l: ver los que has elegido;
      q: dejarlo todo como está.
      """)

  package static let whichWishes = Message(
    line: """
      Which wishes? Their numbers, such as 1 3; h 2 to hear one;
      r 2 to take one back; b for the other themes; d when you are done;
      q to leave everything as it is.
      """,
    de: """
      Welche Wünsche? Die Nummern, etwa 1 3; h 2: einen hören; e 2: einen entfernen;
      z: zu den Themen; f: fertig; q: alles lassen, wie es ist.
      """,
    es: """
      ¿Qué deseos? Sus números, como 1 3; o 2: oír uno; e 2: eliminar uno;
      v: volver a los temas; l: listo; q: dejarlo todo como está.
      """)

  package static let whatNow = Message(
    line: """
      A number to change its wording; h to hear them, h 2 to hear one;
      r 2 to remove one; m for more; w to write your own; keep to keep these;
      q to leave everything as it was.
      """,
    de: """
      Eine Nummer: anders formulieren; h: alle hören, h 2: einen hören;
      e 2: einen entfernen; m: mehr; n: neuer eigener Wunsch; speichern;
      q: alles lassen, wie es war.
      """,
    es: """
      Un número: cambiar sus palabras; o: oírlos, o 2: oír uno; e 2: eliminar uno;
      m: más; n: un deseo nuevo, tuyo; guardar; q: dejarlo todo como estaba.
      """)

  package static let writeWish = Message(
    line: "Your wish, beginning with \"May I\" if you like. Enter alone goes back.",
    de: "Dein Wunsch, vielleicht mit „Möge ich“ am Anfang. Nur Enter: zurück.",
    es: "Tu deseo; si quieres, empieza por «Que yo». Solo Intro: volver.")

  package static let yourWording = Message(
    line: "Your wording? Enter leaves it as it is; h to hear it; b goes back.",
    de: "Wie sagst du es? Enter lässt es so; h: hören; z: zurück.",
    es: "¿Cómo lo dices tú? Intro lo deja así; o: oírlo; v: volver.")

  /// Who is spoken to or of in a wording of a wish, by the word that files have for it.
  package static func wordingOf(_ role: String) -> Message {
    switch role {
    case "self": Message(line: "self", de: "ich", es: "yo")
    case "you": Message(line: "you", de: "du", es: "tú")
    case "she": Message(line: "she", de: "sie (eine)", es: "ella")
    case "he": Message(line: "he", de: "er", es: "él")
    case "we": Message(line: "we", de: "wir", es: "nosotros")
    case "all": Message(line: "all", de: "alle", es: "todos")
    default: Message(line: "they", de: "sie (mehrere)", es: "ellos")
    }
  }

  // Answers.

  package static func notUnderstood(_ words: String) -> Message {
    Message(
      "I didn't understand \(quoted: words).",
      de: "\(quoted: words) habe ich nicht verstanden.",
      es: "No he entendido \(quoted: words).")
  }

  package static let noWishYet = Message(
    line: "No wish is chosen yet.",
    de: "Noch ist kein Wunsch gewählt.",
    es: "Todavía no has elegido ningún deseo.")

  package static func oneTheme(of count: Int) -> Message {
    Message(
      line: "Type the number of one theme, from 1 to \(count).",
      de: "Gib die Nummer eines Themas ein, von 1 bis \(count).",
      es: "Escribe el número de un tema, del 1 al \(count).")
  }

  package static func wishNumbers(to count: Int) -> Message {
    Message(
      line: "The wishes here have the numbers 1 to \(count).",
      de: "Die Wünsche hier haben die Nummern 1 bis \(count).",
      es: "Los deseos de aquí tienen los números del 1 al \(count).")
  }

  package static func ownNumbers(to count: Int) -> Message {
    Message(
      line: "Your wishes have the numbers 1 to \(count).",
      de: "Deine Wünsche haben die Nummern 1 bis \(count).",
      es: "Tus deseos tienen los números del 1 al \(count).")
  }

  package static func chosen(_ count: Int) -> Message {
    Message(line: "Chosen: \(count).", de: "Gewählt: \(count).", es: "Elegidos: \(count).")
  }

  package static let typeWishNumbers = Message(
    line: "Type the numbers of the wishes you want, such as 1 3.",
    de: "Gib die Nummern der Wünsche ein, die du willst, etwa 1 3.",
    es: "Escribe los números de los deseos que quieras, como 1 3.")

  package static let typeNumberOrKeep = Message(
    line: "Type the number of a wish to change it, or keep.",
    de: "Gib die Nummer eines Wunsches ein, um ihn zu ändern, oder speichern.",
    es: "Escribe el número de un deseo para cambiarlo, o guardar.")

  package static let wishIsOneLine = Message(
    line: "A wish is one line of words. Leave out everything up to the colon.",
    de: "Ein Wunsch ist eine Zeile. Lass alles bis zum Doppelpunkt weg.",
    es: "Un deseo es una sola línea. Quita todo hasta los dos puntos.")

  package static func cannotRedirect(_ verb: String) -> Message {
    Message(
      "\(quoted: "I \(verb)") can't be redirected to somebody spoken of as she or he. \(quoted: "May I \(verb)") can.",
      de:
        "\(quoted: "I \(verb)") lässt sich nicht auf sie oder ihn umstellen, \(quoted: "May I \(verb)") schon.",
      es: "\(quoted: "I \(verb)") no se puede dirigir a ella o a él; \(quoted: "May I \(verb)") sí."
    )
  }

  // The end.

  package static let inputEnded = Message(
    line: "The input ended before you said keep, so nothing was changed.",
    de: "Die Eingabe endete, bevor du gespeichert hast; nichts wurde geändert.",
    es: "La entrada terminó antes de guardar, así que no ha cambiado nada.")

  package static let nothingChanged = Message(
    line: "Everything is as it was.", de: "Alles ist, wie es war.", es: "Todo está como estaba.")

  package static func wishesKept(in path: String) -> Message {
    Message(
      "Your wishes are in \(path). [phrases] speaks them from now on.",
      de: "Deine Wünsche stehen in \(path). Von jetzt an spricht [phrases] sie.",
      es: "Tus deseos están en \(path). Desde ahora los dice [phrases].")
  }

  package static let noOwnWishes = Message(
    "You have no wishes of your own yet. `kindly phrases choose` finds some.",
    de: "Du hast noch keine eigenen Wünsche. `kindly phrases choose` hilft dir, welche zu finden.",
    es: "Todavía no tienes deseos propios. `kindly phrases choose` te ayuda a encontrarlos.")

  package static let noOwnWishesNote = Message(
    line: "You have no wishes of your own yet: `kindly phrases choose`.",
    de: "Du hast noch keine eigenen Wünsche: `kindly phrases choose`.",
    es: "Todavía no tienes deseos propios: `kindly phrases choose`.")

  package static let ownWishesNote = Message(
    line: "You have wishes of your own: `kindly phrases show`.",
    de: "Du hast eigene Wünsche: `kindly phrases show`.",
    es: "Tienes deseos propios: `kindly phrases show`.")

  package static func notPlayable(_ reason: Message) -> Message {
    Message(
      "I can't play it here: \(reason)",
      de: "Hier kann ich das nicht abspielen: \(reason)",
      es: "Aquí no puedo reproducirlo: \(reason)")
  }
}
