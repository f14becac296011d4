/// Reads a bell file.
public func read(bell source: Source) -> Reading<Bell> {
  let reading = read(sheet: source, keys: BellKey.self, rows: true)
  var reader = BellReader(source: source, sheet: reading.tree)
  let bell = reader.bell()
  return Reading(
    tree: bell, diagnostics: (reading.diagnostics + reader.problems.inOrder).inOrderOfText)
}

extension Bell {
  /// Rows that a bell may have.
  static let mostPartials = 200
}

/// The values of a sheet as a bell, with everything that is wrong with them.
private struct BellReader {
  let source: Source
  let sheet: Sheet<BellKey>
  var problems: Problems

  init(source: Source, sheet: Sheet<BellKey>) {
    self.source = source
    self.sheet = sheet
    problems = Problems(path: source.path)
  }

  mutating func bell() -> Bell {
    var bell = Bell(name: "", pitch: 440)
    for key in BellKey.allCases {
      if let entry = sheet.value(of: key) {
        read(key, entry, into: &bell)
      } else if key.isNeeded {
        problems.note(
          HeaderProblem.missing(key: key.rawValue, example: key.declaration.example), at: nil)
      }
    }
    bell.partials = partials(pitch: bell.pitch)
    return bell
  }

  /// Takes one value; what can't be read leaves the bell as it is.
  private mutating func read(_ key: BellKey, _ entry: Located<String>, into bell: inout Bell) {
    switch key.form {
    case .name: bell.name = entry.value
    case .text(let place): bell[keyPath: place] = entry.value
    case .number(let place, let unit, let range, _):
      if let number = quantity(entry.value, of: key, at: entry.span, unit, range) {
        bell[keyPath: place] = number
      }
    case .frames(let place, let range):
      if let seconds = quantity(entry.value, of: key, at: entry.span, .seconds, range) {
        bell[keyPath: place] = Frames(seconds: seconds)
      }
    case .noise: bell.noise = noise(entry)
    case .glide: bell.glide = glide(entry)
    }
  }

  /// A number in its unit; nil after noting what is wrong with it.
  private mutating func quantity(
    _ text: String, of key: BellKey, at span: SourceSpan, _ unit: Quantity,
    _ range: ClosedRange<Double>
  ) -> Double? {
    guard let number = unit.read(text) else {
      unreadable(key, text, at: span)
      return nil
    }
    guard range.contains(number) else {
      problems.note(
        HeaderProblem.outOfRange(
          key: key.rawValue, seen: text, low: unit.write(range.lowerBound),
          high: unit.write(range.upperBound)), at: span)
      return nil
    }
    return number
  }

  private mutating func unreadable(_ key: BellKey, _ seen: String, at span: SourceSpan) {
    problems.note(
      BellProblem.noUnit(
        key: key.rawValue, seen: seen, example: key.declaration.example), at: span)
  }

  /// `-38 dB, 300 to 2500 Hz, 40 ms`.
  private mutating func noise(_ entry: Located<String>) -> Bell.Noise? {
    let parts = entry.value.split(separator: ",").map { String($0).folded }
    let band = parts.count == 3 ? parts[1].words : []
    guard band.count == 4, band[1] == "to" else {
      unreadable(.noise, entry.value, at: entry.span)
      return nil
    }
    let heard = 20.0...20_000
    let (from, to) = ("\(band[0]) \(band[3])", "\(band[2]) \(band[3])")
    guard
      let level = quantity(parts[0], of: .noise, at: entry.span, .decibels, -90...20),
      let low = quantity(from, of: .noise, at: entry.span, .hertz, heard),
      let high = quantity(to, of: .noise, at: entry.span, .hertz, heard),
      let decay = quantity(parts[2], of: .noise, at: entry.span, .milliseconds, 0.002...2)
    else { return nil }
    guard low < high else {
      problems.note(BellProblem.noiseReversed, at: entry.span)
      return nil
    }
    return Bell.Noise(level: level, low: low, high: high, decay: decay)
  }

  /// `1.2 %, 0.5 s`.
  private mutating func glide(_ entry: Located<String>) -> Bell.Glide? {
    let parts = entry.value.split(separator: ",").map { String($0).folded }
    guard parts.count == 2 else {
      unreadable(.glide, entry.value, at: entry.span)
      return nil
    }
    guard
      let depth = quantity(parts[0], of: .glide, at: entry.span, .percent, -0.05...0.05),
      let time = quantity(parts[1], of: .glide, at: entry.span, .seconds, 0.2...10)
    else { return nil }
    return Bell.Glide(depth: depth, time: time)
  }

  private mutating func partials(pitch: Double) -> [Bell.Partial] {
    if sheet.rows.isEmpty { problems.note(BellProblem.noPartials, at: nil) }
    var partials: [Bell.Partial] = []
    for row in sheet.rows {
      guard partials.count < Bell.mostPartials else {
        problems.note(
          BellProblem.tooManyPartials(most: Bell.mostPartials), at: row.span)
        break
      }
      guard let partial = partial(in: row) else { continue }
      if pitch * partial.ratio >= 21_600 {
        problems.note(BellProblem.tooHigh(hertz: pitch * partial.ratio), at: row.span)
      }
      partials.append(partial)
    }
    return partials
  }

  private mutating func partial(in row: Located<String>) -> Bell.Partial? {
    let words = source.words(in: row.span)
    guard (3...BellColumn.allCases.count).contains(words.count) else {
      problems.note(BellProblem.columns(count: words.count), at: row.span)
      return nil
    }
    var numbers: [Double] = []
    for (column, span) in zip(BellColumn.allCases, words) {
      let seen = source.text(at: span)
      guard let number = Quantity.plain.read(seen) else {
        problems.note(BellProblem.notNumber(column: column, seen: seen), at: span)
        return nil
      }
      guard column.allows(number) else {
        problems.note(BellProblem.outOfRange(column: column, seen: seen), at: span)
        return nil
      }
      numbers.append(number)
    }
    func value(_ column: BellColumn) -> Double? {
      numbers.indices.contains(column.rawValue) ? numbers[column.rawValue] : nil
    }
    return Bell.Partial(
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
  var inOrderOfText: [Diagnostic] {
    enumerated().sorted { left, right in
      (left.element.span?.lower ?? -1, left.offset)
        < (right.element.span?.lower ?? -1, right.offset)
    }.map(\.element)
  }
}
