// The journal.
extension Message {
  package static func journalOff(_ path: String) -> Message {
    Message(
      "Sits are no longer noted. What was noted is still in \(path).",
      de: "Es wird nichts mehr notiert. Was notiert war, steht noch in \(path).",
      es: "Ya no se anota nada. Lo anotado sigue en \(path).")
  }

  package static func journalOn(_ path: String) -> Message {
    Message(
      "Sits are noted again, in \(path).",
      de: "Sitzungen werden wieder notiert, in \(path).",
      es: "Las sesiones se anotan de nuevo, en \(path).")
  }

  package static let journalIsOff = Message(
    line: "The journal is off. `kindly journal --on` turns it on.",
    de: "Das Tagebuch ist aus. `kindly journal --on` schaltet es ein.",
    es: "El diario está apagado. `kindly journal --on` lo enciende.")

  package static let journalIsEmpty = Message(
    line: "There is no sit in the journal yet.",
    de: "Im Tagebuch steht noch keine Sitzung.",
    es: "En el diario no hay todavía ninguna sesión.")

  package static let journalIsOffAndEmpty = Message(
    line: "The journal is off and empty.",
    de: "Das Tagebuch ist aus und leer.",
    es: "El diario está apagado y vacío.")

  package static func journalDamaged(_ lines: Int, _ path: String) -> Message {
    guard lines != 1 else {
      return Message(
        "One line of \(path) can't be read; the rest is here.",
        de: "Eine Zeile von \(path) ist nicht lesbar; der Rest ist hier.",
        es: "Una línea de \(path) no se puede leer; el resto está aquí.")
    }
    return Message(
      "\(lines) lines of \(path) can't be read; the rest is here.",
      de: "\(lines) Zeilen von \(path) sind nicht lesbar; der Rest ist hier.",
      es: "\(lines) líneas de \(path) no se pueden leer; el resto está aquí.")
  }

  package static func minutes(_ count: Int) -> Message {
    Message(line: "\(count) min", de: "\(count) min", es: "\(count) min")
  }

  package static func seconds(_ count: Int) -> Message {
    Message(line: "\(count) s", de: "\(count) s", es: "\(count) s")
  }

  package static func journalWhen(_ day: String, _ clock: String) -> Message {
    Message(
      line: "\(date: day) \(clock)", de: "\(date: day) \(clock)", es: "\(date: day) \(clock)")
  }

  package static func journalDay(_ day: Int) -> Message {
    Message(line: ", day \(day)", de: ", Tag \(day)", es: ", día \(day)")
  }

  package static func journalPart(of whole: Message) -> Message {
    Message(line: " (of \(whole))", de: " (von \(whole))", es: " (de \(whole))")
  }

  package static func notInJournal(_ reason: Message, _ command: String) -> Message {
    Message(
      "This sit is not in your journal: \(reason) Note it later with: \(command)",
      de: "Diese Sitzung steht nicht im Tagebuch: \(reason) Notiere sie später mit: \(command)",
      es: "Esta sesión no está en tu diario: \(reason) Anótala más tarde con: \(command)")
  }

  package static func journalSits(_ count: Int) -> Message {
    Message(
      line: "\(count, "sit", "sits")", de: "\(count, "Sitzung", "Sitzungen")",
      es: "\(count, "sesión", "sesiones")")
  }

  package static func hours(_ hours: Int, _ minutes: Message) -> Message {
    Message(
      line: "\(hours) h \(minutes)", de: "\(hours) h \(minutes)", es: "\(hours) h \(minutes)")
  }

  package static func journalMonth(_ month: String) -> Message {
    Message(line: "\(date: month)", de: "\(date: month)", es: "\(date: month)")
  }

  package static func journalNoMoment(_ text: String) -> Message {
    Message(
      "\(quoted: text) is not a date with a time. Write it as in: --on 2026-11-20T07:00",
      de: "\(quoted: text) ist kein Datum mit Uhrzeit. Schreib es so: --on 2026-11-20T07:00",
      es: "\(quoted: text) no es una fecha con hora. Escríbela así: --on 2026-11-20T07:00")
  }

  package static func journalFuture(_ text: String) -> Message {
    Message(
      "\(quoted: text) is still to come. Note a sit once it is over.",
      de: "\(quoted: text) liegt in der Zukunft. Notiere eine Sitzung erst, wenn sie vorbei ist.",
      es: "\(quoted: text) aún no ha llegado. Anota una sesión cuando haya terminado.")
  }
}
