/// Rows of a Markdown table.
enum PipeTable {
  /// `| a | b |`.
  static func isRow(_ line: ArraySlice<Scalar>) -> Bool {
    line.first == "|" && line.count { $0 == "|" } >= 2 && line.last == "|"
  }

  /// `|---|:--:|`.
  static func isDivider(_ line: ArraySlice<Scalar>) -> Bool {
    !line.isEmpty
      && line.allSatisfy { $0 == "|" || $0.isDash || $0 == ":" || $0.isBlank || $0 == "+" }
  }

  /// What stands between the bars.
  static func cells(of line: ArraySlice<Scalar>) -> [String] {
    var line = line
    if line.first == "|" { line.removeFirst() }
    if line.last == "|" { line.removeLast() }
    var cells: [String] = []
    var cell: [Scalar] = []
    var isEscaped = false
    for scalar in line {
      if scalar == "|", !isEscaped {
        cells.append(cell.text.trimmedBlanks)
        cell = []
      } else if scalar != "\\" {
        cell.append(scalar)
      }
      isEscaped = scalar == "\\"
    }
    cells.append(cell.text.trimmedBlanks)
    return cells
  }
}

/// Reads rows of cells: times, words, silences, whichever columns they are in.
struct TableReader {
  private var rows: [(line: Int, cells: [String])]
  private var columns: [Column] = []

  /// What a column holds.
  enum Column { case time, end, words, pause, bell, section, note }

  init(_ rows: [(line: Int, cells: [String])]) { self.rows = rows }

  /// The table as paragraphs, in the order of the rows.
  mutating func blocks() -> [TextBlock] {
    guard let first = rows.first else { return [] }
    var blocks: [TextBlock] = []
    let named = first.cells.map { Self.column(named: $0) }
    if rows.count > 1, named.contains(where: { $0 != nil }), isHeader(first.cells) {
      columns = named.map { $0 ?? .note }
      blocks.append(TextBlock(.note, line: first.line, first.cells.joined(separator: " | ")))
      rows.removeFirst()
    } else {
      columns = []
    }
    completeColumns()
    for row in rows { blocks += self.blocks(of: row) }
    return blocks.preferringSilences
  }

  /// The first row names columns: short words, no times and no sentences.
  private func isHeader(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      let scalars = cell.scalars
      // `Bell?`
      return scalars.count < 30 && !(scalars.last.map { $0.endsSentence && $0 != "?" } ?? false)
        && Stamp(scalars[...]) == nil
    }
  }

  /// Whether cells name the columns of a script: one of them says that it has words.
  static func names(columns cells: [String]) -> Bool {
    cells.contains { column(named: $0) == .words } && cells.allSatisfy { $0.count < 40 }
  }

  private static func column(named cell: String) -> Column? {
    let name = MarkupReader.read(cell.scalars).out.text.lowercased()
    let words = DirectionToken.tokens(of: name.scalars[...]).compactMap { token -> String? in
      if case .word(let word) = token { word } else { nil }
    }
    for word in words {
      for (column, names) in names where names.contains(word) { return column }
    }
    return nil
  }

  private static let names: [(Column, Set<String>)] = [
    (
      .pause,
      Vocabulary.set("pause pauses silence wait gap stille silencio pausa विराम मौन break rest hold")
    ),
    (.bell, Vocabulary.set("bell bells gong glocke campana cloche घंटी")),
    (.end, Vocabulary.set("end ende fin until bis out stop")),
    (
      .time,
      Vocabulary.set(
        "time start at begin from timestamp zeit von tiempo inicio hora temps début समय timecode minute"
      )
    ),
    (
      .words,
      Vocabulary.set(
        "say vo text words script speech spoken line narration voiceover content instruction instructions "
          + "guidance transcript sagen worte anleitung decir texto guion palabras dire texte paroles "
          + "पाठ prompt dialogue phrase sentence teacher guide narrator")
    ),
    (
      .section,
      Vocabulary.set(
        "section part chapter heading phase stage abschnitt teil sección parte partie étape")
    ),
  ]

  /// Without names the columns are told by what is in them.
  private mutating func completeColumns() {
    let width = rows.map(\.cells.count).max() ?? 0
    while columns.count < width { columns.append(.note) }
    guard !columns.contains(.words) else { return }
    var best = (column: -1, letters: 0)
    for column in 0..<width {
      let cells = rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
      let filled = cells.filter { !$0.isEmpty }
      if case .note = columns[column], !filled.isEmpty {
        if filled.allSatisfy({ Stamp($0.scalars[...]) != nil }) {
          columns[column] = .time
          continue
        }
        if !columns.contains(.pause), !Self.isNumbering(filled),
          filled.allSatisfy({ Self.pause($0) != nil })
        {
          columns[column] = .pause
          continue
        }
      }
      guard columns[column] == .note || columns[column] == .section else { continue }
      let letters = cells.reduce(0) { $0 + $1.unicodeScalars.count }
      if letters > best.letters { best = (column, letters) }
    }
    if best.column >= 0 { columns[best.column] = .words }
  }

  /// `1`, `2`, `3`: the numbers of the rows.
  private static func isNumbering(_ cells: [String]) -> Bool {
    let numbers = cells.compactMap { Int($0) }
    guard numbers.count == cells.count, let first = numbers.first else { return false }
    return first < 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  private func blocks(of row: (line: Int, cells: [String])) -> [TextBlock] {
    var before: [TextBlock] = []
    var words: [TextBlock] = []
    var after: [TextBlock] = []
    for (cell, column) in zip(row.cells, columns) where !cell.isEmpty {
      switch column {
      case .time:
        if let stamp = Stamp(cell.scalars[...]) {
          before.append(TextBlock(.moment(at: stamp.start, gap: nil), line: row.line, read: cell))
        } else if let time = Self.seconds(cell) {
          before.append(TextBlock(.moment(at: time, gap: nil), line: row.line, read: cell))
        } else {
          after.append(TextBlock(.note, line: row.line, cell))
        }
      case .end: after.append(TextBlock(.note, line: row.line, cell))
      case .words:
        let read = MarkupReader.read(cell.scalars)
        words.append(TextBlock(.text, line: row.line, read.out))
        after += read.notes.map { TextBlock(.note, line: row.line, $0) }
      case .pause:
        if let pause = Self.pause(cell) {
          after.append(TextBlock(.silence(pause), line: row.line, read: cell))
        } else {
          after.append(TextBlock(.aside, line: row.line, cell))
        }
      case .bell: after.append(bell(cell, line: row.line))
      case .section: before.append(TextBlock(.heading(3), line: row.line, cell))
      case .note: after.append(TextBlock(.aside, line: row.line, cell))
      }
    }
    return before + words + after
  }

  private func bell(_ cell: String, line: Int) -> TextBlock {
    let tokens = DirectionToken.tokens(of: cell.scalars[...])
    if case .number(let count)? = tokens.first, tokens.count == 1, count >= 1000, count <= 1_000_000
    {
      return TextBlock(.bell(times: count / 1000), line: line, read: cell)
    }
    if ["yes", "x", "ja", "sí", "oui", "true", "✓"].contains(cell.lowercased()) {
      return TextBlock(.bell(times: 1), line: line, read: cell)
    }
    return TextBlock(.aside, line: line, cell)
  }

  /// `10s`, `2 min`, `10` (seconds), `0:30`.
  static func pause(_ cell: String) -> ScriptPause? {
    let tokens = DirectionToken.tokens(of: cell.scalars[...])
    if tokens.count == 1 {
      if case .number(let number) = tokens[0] { return number > 0 ? .exact(number) : nil }
      if case .clock(let time) = tokens[0] { return time > 0 ? .exact(time) : nil }
    }
    guard
      let direction = Direction(cell.scalars[...], at: .brackets, in: .all),
      direction.meanings.count == 1, case .silence(let pause) = direction.meanings[0]
    else { return nil }
    return pause
  }

  /// `30`, `30s` as a time from the start.
  static func seconds(_ cell: String) -> Int? {
    let tokens = DirectionToken.tokens(of: cell.scalars[...])
    if case .number(let number)? = tokens.first, tokens.count == 1 { return number }
    guard let (amount, next) = AmountReader(tokens: tokens, words: .all).amount(at: 0),
      next == tokens.count, amount.unit != .breath
    else { return nil }
    return amount.low
  }
}
