// Courses, and the day that is next.
extension Message {
  package static func courseNext(_ course: String, _ day: String) -> Message {
    Message(
      "\(course): next is \(day).",
      de: "\(course): Als Nächstes kommt \(day).",
      es: "\(course): lo siguiente es \(day).")
  }

  package static let todayPlays = Message(
    line: "`kindly today` plays it.",
    de: "Mit `kindly today` hörst du ihn.",
    es: "Con `kindly today` lo escuchas.")

  package static let markNext = Message(line: "next", de: "als Nächstes", es: "siguiente")

  package static let markStays = Message(
    line: "next, until you skip",
    de: "als Nächstes, bis du weitergehst",
    es: "siguiente, hasta que pases a otro")

  package static func courseOver(_ course: String, _ name: String) -> Message {
    Message(
      "You have finished \(course). `kindly course start \(name) --again` begins it anew; `kindly course repeat` keeps its last day.",
      de:
        "Du hast \(course) abgeschlossen. Mit `kindly course start \(name) --again` beginnst du von vorn, mit `kindly course repeat` bleibst du beim letzten Tag.",
      es:
        "Has terminado \(course). Con `kindly course start \(name) --again` lo empiezas de nuevo; con `kindly course repeat` te quedas en el último día."
    )
  }

  package static func courseInvitation(_ names: String) -> Message {
    Message(
      "You have no course. Start one with `kindly course start NAME`. Courses: \(names).",
      de:
        "Du machst gerade keinen Kurs. Beginne einen mit `kindly course start NAME`. Kurse: \(names).",
      es: "No sigues ningún curso. Empieza uno con `kindly course start NAME`. Cursos: \(names).")
  }

  package static let todayIsHeard = Message(
    line: "You have heard it today. `kindly course skip` goes on to the next day.",
    de: "Den hast du heute schon gehört. Weiter zum nächsten: `kindly course skip`.",
    es: "Hoy ya lo has escuchado. Con `kindly course skip` pasas al siguiente.")

  package static func courseWaits(_ course: String, _ name: String) -> Message {
    Message(
      "\(course) waits for you: kindly course start \(name)",
      de: "\(course) wartet auf dich: kindly course start \(name)",
      es: "\(course) te espera: kindly course start \(name)")
  }

  package static let courseGoesOn = Message(
    "You began it before, so this goes on. --again begins it anew.",
    de: "Du hast ihn schon begonnen, darum geht es dort weiter. Mit --again beginnst du von vorn.",
    es: "Ya lo habías empezado, así que sigues donde estabas. Con --again lo empiezas de nuevo.")

  package static func courseLeft(_ course: String, _ name: String) -> Message {
    Message(
      "You have left \(course). To go on another time: kindly course start \(name)",
      de: "Du hast \(course) verlassen. Weiter geht es jederzeit mit: kindly course start \(name)",
      es: "Has dejado \(course). Para seguir en otro momento: kindly course start \(name)")
  }

  package static func noSuchDay(_ course: String, days: Int, _ number: Int) -> Message {
    Message(
      "\(course) has \(days, "day", "days"); there is no day \(number).",
      de: "\(course) hat \(days, "Tag", "Tage"), einen Tag \(number) gibt es nicht.",
      es: "\(course) tiene \(days, "día", "días"); no existe el día \(number).")
  }
}
