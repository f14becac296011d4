// Sits from other programs: what a table of them says, and what is wrong with it.
extension Message {
  package static let untitledSit = Message(line: "Sitting", de: "Sitzung", es: "Sesión")

  package static func sitsImported(_ count: Int) -> Message {
    Message(
      line: "\(count, "sit is", "sits are") now in the journal.",
      de: "\(count, "Sitzung steht", "Sitzungen stehen") jetzt im Tagebuch.",
      es: "\(count, "sesión está", "sesiones están") ahora en el diario.")
  }

  package static func sitsKnown(_ count: Int) -> Message {
    Message(
      line: "\(count, "was", "were") there already.",
      de: "\(count, "stand", "standen") schon darin.",
      es: "\(count, "ya estaba", "ya estaban") en él.")
  }

  package static func columnsLeftOut(_ headings: String) -> Message {
    Message(
      "Columns left out: \(headings).",
      de: "Spalten, die wegfallen: \(headings).",
      es: "Columnas que no se usan: \(headings).")
  }

  package static func nothingImported(_ path: String) -> Message {
    Message(
      "Nothing was noted. In \(path):",
      de: "Es wurde nichts notiert. In \(path):",
      es: "No se ha anotado nada. En \(path):")
  }

  package static func moreProblems(_ count: Int) -> Message {
    Message(line: "… and \(count) more.", de: "… und \(count) weitere.", es: "… y \(count) más.")
  }

  // The table.

  package static let tableIsEmpty = Message(
    line: "The table is empty.", de: "Die Tabelle ist leer.", es: "La tabla está vacía.")

  package static func tableLacksColumns(_ headings: String) -> Message {
    Message(
      "I need a column for the date, such as \(quoted: "date"), and one for the length, such as \(quoted: "minutes"). I found: \(headings).",
      de:
        "Ich brauche eine Spalte für das Datum, etwa \(quoted: "date"), und eine für die Dauer, etwa \(quoted: "minutes"). Gefunden: \(headings).",
      es:
        "Hace falta una columna para la fecha, como \(quoted: "date"), y otra para la duración, como \(quoted: "minutes"). Encontradas: \(headings)."
    )
  }

  package static func tableIsTooLarge(_ megabytes: Int) -> Message {
    Message(
      line: "The table is larger than \(megabytes) MiB. Split it.",
      de: "Die Tabelle ist größer als \(megabytes) MiB. Teile sie auf.",
      es: "La tabla ocupa más de \(megabytes) MiB. Divídela.")
  }

  package static func tableHasTooManyRows(_ most: Int) -> Message {
    Message(
      line: "The table has more than \(most) rows. Split it.",
      de: "Die Tabelle hat mehr als \(most) Zeilen. Teile sie auf.",
      es: "La tabla tiene más de \(most) filas. Divídela.")
  }

  package static let tableIsUTF16 = Message(
    line: "The table is UTF-16. Export it as CSV in UTF-8.",
    de: "Die Tabelle ist in UTF-16. Exportiere sie als CSV in UTF-8.",
    es: "La tabla está en UTF-16. Expórtala como CSV en UTF-8.")

  // A row.

  package static func rowIsNotUTF8(_ row: Int) -> Message {
    Message(
      line: "Row \(row) is not UTF-8. Export the table as CSV in UTF-8.",
      de: "Zeile \(row) ist nicht UTF-8. Exportiere die Tabelle als CSV in UTF-8.",
      es: "La fila \(row) no está en UTF-8. Exporta la tabla como CSV en UTF-8.")
  }

  package static func rowHoldsNUL(_ row: Int) -> Message {
    Message(
      line: "Row \(row) contains a NUL byte.",
      de: "Zeile \(row) enthält ein NUL-Byte.",
      es: "La fila \(row) contiene un byte NUL.")
  }

  package static func quoteIsOpen(_ row: Int) -> Message {
    Message(
      line: "Row \(row): a quotation mark is never closed.",
      de: "Zeile \(row): Ein Anführungszeichen wird nie geschlossen.",
      es: "Fila \(row): hay unas comillas sin cerrar.")
  }

  package static func textAfterQuote(_ row: Int) -> Message {
    Message(
      line: "Row \(row): there is text after a closing quotation mark.",
      de: "Zeile \(row): Nach einem schließenden Anführungszeichen steht noch Text.",
      es: "Fila \(row): hay texto después de unas comillas cerradas.")
  }

  package static func oldLineEnds(_ row: Int) -> Message {
    Message(
      line: "Row \(row): its line ends are those of old Macs. Save the table again.",
      de: "Zeile \(row): Das sind Zeilenenden alter Macs. Speichere die Tabelle neu.",
      es: "Fila \(row): tiene saltos de línea de Mac antiguos. Guarda la tabla de nuevo.")
  }

  package static func rowIsUnequal(_ row: Int, _ cells: Int, _ columns: Int) -> Message {
    Message(
      line: "Row \(row) has \(cells, "cell", "cells"), the headings have \(columns).",
      de: "Zeile \(row) hat \(cells, "Zelle", "Zellen"), die Überschriften haben \(columns).",
      es: "La fila \(row) tiene \(cells, "celda", "celdas"); los títulos, \(columns).")
  }

  package static func rowIsUnreadable(_ row: Int, _ reason: String) -> Message {
    Message(
      "Row \(row): \(reason)", de: "Zeile \(row): \(reason)", es: "Fila \(row): \(reason)")
  }

  package static func rowLacks(_ row: Int, _ heading: String) -> Message {
    Message(
      "Row \(row): \(heading) is empty.",
      de: "Zeile \(row): \(heading) ist leer.",
      es: "Fila \(row): \(heading) está vacío.")
  }

  package static func noMoment(_ row: Int, _ heading: String, _ text: String) -> Message {
    Message(
      "Row \(row), \(heading): \(quoted: text) is not a date such as 2026-11-20 07:00.",
      de: "Zeile \(row), \(heading): \(quoted: text) ist kein Datum wie 2026-11-20 07:00.",
      es: "Fila \(row), \(heading): \(quoted: text) no es una fecha como 2026-11-20 07:00.")
  }

  package static func dateIsDoubtful(_ row: Int, _ text: String) -> Message {
    Message(
      "Row \(row): in \(quoted: text) either number could be the day. Write it as 2026-11-20.",
      de:
        "Zeile \(row): In \(quoted: text) kann jede der Zahlen der Tag sein. Schreib es wie 2026-11-20.",
      es:
        "Fila \(row): en \(quoted: text) el día puede ser cualquiera de los dos números. Escríbelo como 2026-11-20."
    )
  }

  package static func noTime(_ row: Int, _ heading: String, _ text: String) -> Message {
    Message(
      "Row \(row), \(heading): \(quoted: text) is not a length of up to 24 hours such as 20 min.",
      de:
        "Zeile \(row), \(heading): \(quoted: text) ist keine Dauer bis 24 Stunden wie 20 min.",
      es:
        "Fila \(row), \(heading): \(quoted: text) no es una duración de hasta 24 horas como 20 min."
    )
  }

  package static func timeIsDoubtful(_ row: Int, _ heading: String, _ text: String) -> Message {
    Message(
      "Row \(row), \(heading): \(quoted: text) has no unit. Name the column \(quoted: "minutes"), \(quoted: "seconds"), \(quoted: "duration (h:mm)") or \(quoted: "duration (m:ss)").",
      de:
        "Zeile \(row), \(heading): \(quoted: text) hat keine Einheit. Nenne die Spalte \(quoted: "minutes"), \(quoted: "seconds"), \(quoted: "duration (h:mm)") oder \(quoted: "duration (m:ss)").",
      es:
        "Fila \(row), \(heading): \(quoted: text) no tiene unidad. Llama a la columna \(quoted: "minutes"), \(quoted: "seconds"), \(quoted: "duration (h:mm)") o \(quoted: "duration (m:ss)")."
    )
  }
}
