/// Reads a bell file.
public func read(bell source: Source) -> Reading<BellSheet> {
  let reading = read(sheet: source, keys: BellSheet.keys, rows: true)
  var reader = BellSheetReader(source: source, sheet: reading.tree)
  let bell = reader.bell()
  return Reading(
    tree: bell, diagnostics: (reading.diagnostics + reader.problems.inOrder).inOrderOfText)
}

extension BellSheet {
  /// The keys of a bell file.
  static let keys = [
    "Name", "Summary", "Author", "Pitch", "Loudness", "Contact", "Attack", "Spread", "Noise",
    "Glide", "Wait", "Apart",
  ]
  /// Rows that a bell may have.
  static let mostPartials = 200
}

/// The values of a sheet as a bell, with everything that is wrong with them.
private struct BellSheetReader {
  let source: Source
  let sheet: Sheet
  var problems: Problems

  init(source: Source, sheet: Sheet) {
    self.source = source
    self.sheet = sheet
    problems = Problems(path: source.path)
  }

  mutating func bell() -> BellSheet {
    var bell = BellSheet(name: sheet.value(of: "Name")?.value ?? "", pitch: 440)
    bell.summary = sheet.value(of: "Summary")?.value
    bell.author = sheet.value(of: "Author")?.value
    if bell.name.isEmpty, !has("Name") {
      problems.note(HeaderProblem.missing(key: "Name", example: "Singing bowl"), at: nil)
    }
    if !has("Pitch") {
      problems.note(HeaderProblem.missing(key: "Pitch", example: "221 Hz"), at: nil)
    }
    bell.pitch = quantity("Pitch", .hertz, 10...12_000, example: "221 Hz") ?? bell.pitch
    bell.loudness = quantity("Loudness", .loudness, -60 ... -10, example: "-23 LUFS") ?? -23
    bell.contact = quantity("Contact", .seconds, 0.0001...0.05, example: "4 ms") ?? 0.004
    bell.attack = quantity("Attack", .seconds, 0.0001...10, example: "5 ms") ?? 0.005
    bell.spread = quantity("Spread", .plain, 0...0.5, example: "0.4") ?? 0.4
    bell.wait = frames("Wait", example: "8 s") ?? bell.wait
    bell.apart = frames("Apart", example: "6 s") ?? bell.apart
    bell.noise = noise()
    bell.glide = glide()
    bell.partials = partials(pitch: bell.pitch)
    return bell
  }

  private func has(_ key: String) -> Bool {
    sheet.value(of: key) != nil
  }

  /// A value of one quantity; nil if it is not there or not readable.
  private mutating func quantity(
    _ key: String, _ unit: Quantity, _ range: ClosedRange<Double>, example: String
  ) -> Double? {
    guard let entry = sheet.value(of: key) else { return nil }
    return quantity(entry.value, at: entry.span, key, unit, range, example: example)
  }

  private mutating func quantity(
    _ text: String, at span: SourceSpan, _ key: String, _ unit: Quantity,
    _ range: ClosedRange<Double>, example: String
  ) -> Double? {
    guard let number = unit.read(text) else {
      problems.note(BellSheetProblem.noUnit(key: key, seen: text, example: example), at: span)
      return nil
    }
    guard range.contains(number) else {
      problems.note(
        HeaderProblem.outOfRange(
          key: key, seen: text, low: unit.write(range.lowerBound),
          high: unit.write(range.upperBound)), at: span)
      return nil
    }
    return number
  }

  private mutating func frames(_ key: String, example: String) -> Int64? {
    quantity(key, .seconds, 0.05...600, example: example).map {
      Int64(($0 * 48_000).rounded(.toNearestOrAwayFromZero))
    }
  }

  /// `-38 dB, 300 to 2500 Hz, 40 ms`.
  private mutating func noise() -> BellSheet.Noise? {
    guard let entry = sheet.value(of: "Noise") else { return nil }
    let example = "-38 dB, 300 to 2500 Hz, 40 ms"
    let parts = entry.value.split(separator: ",").map { String($0).folded }
    let band = parts.count == 3 ? parts[1].words : []
    guard band.count == 4, band[1] == "to" else {
      problems.note(
        BellSheetProblem.noUnit(key: "Noise", seen: entry.value, example: example), at: entry.span)
      return nil
    }
    let heard = 20.0...20_000
    guard
      let level = quantity(
        parts[0], at: entry.span, "Noise", .decibels, -90...20, example: example),
      let low = quantity(
        "\(band[0]) \(band[3])", at: entry.span, "Noise", .hertz, heard, example: example),
      let high = quantity(
        "\(band[2]) \(band[3])", at: entry.span, "Noise", .hertz, heard, example: example),
      let decay = quantity(
        parts[2], at: entry.span, "Noise", .seconds, 0.002...2, example: example)
    else { return nil }
    guard low < high else {
      problems.note(BellSheetProblem.noiseReversed, at: entry.span)
      return nil
    }
    return BellSheet.Noise(level: level, low: low, high: high, decay: decay)
  }

  /// `1.2 %, 0.5 s`.
  private mutating func glide() -> BellSheet.Glide? {
    guard let entry = sheet.value(of: "Glide") else { return nil }
    let example = "1.2 %, 0.5 s"
    let parts = entry.value.split(separator: ",").map { String($0).folded }
    guard parts.count == 2 else {
      problems.note(
        BellSheetProblem.noUnit(key: "Glide", seen: entry.value, example: example), at: entry.span)
      return nil
    }
    guard
      let depth = quantity(
        parts[0], at: entry.span, "Glide", .percent, -0.05...0.05, example: example),
      let time = quantity(parts[1], at: entry.span, "Glide", .seconds, 0.2...10, example: example)
    else { return nil }
    return BellSheet.Glide(depth: depth, time: time)
  }

  private mutating func partials(pitch: Double) -> [BellSheet.Partial] {
    if sheet.rows.isEmpty { problems.note(BellSheetProblem.noPartials, at: nil) }
    var partials: [BellSheet.Partial] = []
    for row in sheet.rows {
      guard partials.count < BellSheet.mostPartials else {
        problems.note(
          BellSheetProblem.tooManyPartials(most: BellSheet.mostPartials), at: row.span)
        break
      }
      guard let partial = partial(in: row) else { continue }
      if pitch * partial.ratio >= 21_600 {
        problems.note(BellSheetProblem.tooHigh(hertz: pitch * partial.ratio), at: row.span)
      }
      partials.append(partial)
    }
    return partials
  }

  private mutating func partial(in row: Located<String>) -> BellSheet.Partial? {
    let words = source.words(in: row.span)
    guard (3...BellSheetColumn.allCases.count).contains(words.count) else {
      problems.note(BellSheetProblem.columns(count: words.count), at: row.span)
      return nil
    }
    var numbers: [Double] = []
    for (column, span) in zip(BellSheetColumn.allCases, words) {
      let seen = source.text(at: span)
      guard let number = Quantity.plain.read(seen) else {
        problems.note(BellSheetProblem.notNumber(column: column, seen: seen), at: span)
        return nil
      }
      guard column.allows(number) else {
        problems.note(BellSheetProblem.outOfRange(column: column, seen: seen), at: span)
        return nil
      }
      numbers.append(number)
    }
    func value(_ column: BellSheetColumn) -> Double? {
      numbers.indices.contains(column.rawValue) ? numbers[column.rawValue] : nil
    }
    return BellSheet.Partial(
      ratio: numbers[0], level: numbers[1], decay: numbers[2], beat: value(.beat) ?? 0,
      depth: value(.depth) ?? 0, mode: Int(value(.mode) ?? 0), attack: value(.attack))
  }
}

extension Source {
  /// The words of a line, by their places.
  fileprivate func words(in span: SourceSpan) -> [SourceSpan] {
    var words: [SourceSpan] = []
    var place = span.lower
    while place < span.upper {
      let space = spaceLength(at: place, to: span.upper)
      if space > 0 {
        place += space
        continue
      }
      let start = place
      while place < span.upper, spaceLength(at: place, to: span.upper) == 0 { place += 1 }
      words.append(SourceSpan(start, place))
    }
    return words
  }
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}

extension [Diagnostic] {
  /// In the order of the text, those about the whole file first.
  fileprivate var inOrderOfText: [Diagnostic] {
    enumerated().sorted { left, right in
      (left.element.span?.lower ?? -1, left.offset)
        < (right.element.span?.lower ?? -1, right.offset)
    }.map(\.element)
  }
}
