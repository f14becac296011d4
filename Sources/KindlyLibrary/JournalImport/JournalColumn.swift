/// What a column of somebody's table of sits holds, told by its heading.
enum JournalColumn: Hashable {
  /// When it began, or its date alone.
  case began
  /// The time of day, where the date has a column of its own.
  case clock
  /// How long it was.
  case time(Unit)
  /// What it is called; of several such columns the first of this order counts.
  case title(rank: Int)
  case words
  // Columns that only our own export has.
  case practice
  case day
  case length
  case whole

  /// What a bare number means, and what two numbers with a colon between them mean.
  enum Unit: Hashable {
    case unsaid
    case hours
    case minutes
    case seconds
    /// `1:10` is an hour and ten minutes.
    case hoursAndMinutes
    /// `1:10` is a minute and ten seconds.
    case minutesAndSeconds
  }

  /// What a heading says; nil if it is not known. `isOwn`: the table has the columns of our export.
  init?(_ heading: String, isOwn: Bool) {
    let name = heading.lowercased()
    let parts = name.split(separator: "(", maxSplits: 1).map { part in
      part.filter { $0.isLetter || $0 == ":" || $0 == " " }.split(separator: " ")
        .joined(separator: " ")
    }
    guard let word = parts.first else { return nil }
    if isOwn, let own = Self.own[word] {
      self = own
      return
    }
    let unit = parts.count > 1 ? Self.unit(parts[1]) : nil
    if let known = Self.known[word] {
      if case .time(.unsaid) = known, let unit { self = .time(unit) } else { self = known }
      return
    }
    // `Duration minutes`, `length_sec`.
    let words = name.split { !$0.isLetter }.map(String.init)
    guard words.count == 2, case .time? = Self.known[words[0]], let unit = Self.unit(words[1])
    else { return nil }
    self = .time(unit)
  }

  private static let own: [String: JournalColumn] = [
    "practice": .practice, "day": .day, "length": .length, "whole": .whole,
  ]

  private static let known: [String: JournalColumn] = {
    var known: [String: JournalColumn] = [:]
    func add(_ column: JournalColumn, _ names: String) {
      for name in names.split(separator: "|") { known[String(name)] = column }
    }
    add(
      .began,
      "began|date|start|started|started at|start time|start date|begin|beginning|datetime|date time"
        + "|date and time|when|timestamp|datum|beginn|beginnt|fecha|inicio|comienzo|fecha y hora")
    add(.clock, "time|time of day|uhrzeit|zeit|hora")
    add(.time(.unsaid), "duration|length|dauer|länge|duración|duracion|time meditated|sat")
    add(.time(.minutes), "minutes|mins|min|minuten|minutos")
    add(.time(.seconds), "seconds|secs|sec|sekunden|segundos")
    add(.time(.hours), "hours|stunden|horas")
    let titles = [
      "title", "name", "titel", "título", "titulo", "nombre", "session", "meditation", "meditación",
      "sitzung", "sesión", "activity", "aktivität", "actividad", "type", "typ", "tipo", "preset",
    ]
    for (rank, title) in titles.enumerated() { add(.title(rank: rank), title) }
    add(
      .words,
      "words|notes|note|comment|comments|description|journal|worte|notiz|notizen|kommentar|bemerkung"
        + "|palabras|nota|notas|comentario|comentarios")
    return known
  }()

  private static func unit(_ text: String) -> Unit? {
    switch text {
    case "h", "hours", "std", "stunden", "horas": .hours
    case "m", "min", "mins", "minutes", "minuten", "minutos": .minutes
    case "s", "sec", "secs", "seconds", "sek", "sekunden", "seg", "segundos": .seconds
    case "h:m", "h:mm", "hh:mm": .hoursAndMinutes
    case "m:s", "m:ss", "mm:ss": .minutesAndSeconds
    default: nil
    }
  }
}
