public import KindlyBase

/// Reads a background file.
public func read(background source: Source) -> Reading<Background> {
  let reading = read(sheet: source, keys: BackgroundKey.self, rows: true)
  var reader = BackgroundReader(source: source, sheet: reading.tree)
  let background = reader.background()
  return Reading(
    tree: background, diagnostics: (reading.diagnostics + reader.problems.inOrder).inOrderOfText)
}

extension Background {
  /// Rows that a background may have.
  static let mostLayers = 24
}

/// The values of a sheet as a background, with everything that is wrong with them.
private struct BackgroundReader {
  let source: Source
  let sheet: Sheet<BackgroundKey>
  var problems: Problems

  init(source: Source, sheet: Sheet<BackgroundKey>) {
    self.source = source
    self.sheet = sheet
    problems = Problems(path: source.path)
  }

  mutating func background() -> Background {
    var background = Background(name: "")
    for key in BackgroundKey.allCases {
      if let entry = sheet.value(of: key) {
        read(key, entry, into: &background)
      } else if key == .name {
        problems.note(
          HeaderProblem.missing(key: key.rawValue, example: key.declaration.example), at: nil)
      }
    }
    background.layers = layers()
    return background
  }

  /// Takes one value; what can't be read leaves the background as it is.
  private mutating func read(
    _ key: BackgroundKey, _ entry: Located<String>, into background: inout Background
  ) {
    switch key.form {
    case .name: background.name = entry.value
    case .text(let place): background[keyPath: place] = entry.value
    case .number(let place, let unit, let range):
      if let number = value(entry, of: key, unit, range) { background[keyPath: place] = number }
    case .seed:
      if let number = value(entry, of: key, .plain, 0...999_999) {
        background.seed = UInt64(number)
      }
    }
  }

  /// A number in its unit; nil after noting what is wrong with it.
  private mutating func value(
    _ entry: Located<String>, of key: BackgroundKey, _ unit: Quantity,
    _ range: ClosedRange<Double>
  ) -> Double? {
    guard let number = unit.read(entry.value) else {
      problems.note(
        HeaderProblem.unreadable(
          key: key.rawValue, seen: entry.value, example: key.declaration.example), at: entry.span)
      return nil
    }
    guard range.contains(number) else {
      problems.note(
        HeaderProblem.outOfRange(
          key: key.rawValue, seen: entry.value, low: unit.write(range.lowerBound),
          high: unit.write(range.upperBound)), at: entry.span)
      return nil
    }
    return number
  }

  private mutating func layers() -> [BackgroundLayer] {
    if sheet.rows.isEmpty { problems.note(BackgroundProblem.noLayers, at: nil) }
    var layers: [BackgroundLayer] = []
    for row in sheet.rows {
      guard layers.count < Background.mostLayers else {
        problems.note(BackgroundProblem.tooMany(most: Background.mostLayers), at: row.span)
        break
      }
      if let layer = layer(in: row) { layers.append(layer) }
    }
    return layers
  }

  private mutating func layer(in row: Located<String>) -> BackgroundLayer? {
    let parts = row.value.lowercased().split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").map(String.init) }
    guard let head = parts.first, let name = head.first,
      let kind = BackgroundLayer.Kind(rawValue: name)
    else {
      let seen = row.value.split(separator: " ").first.map(String.init) ?? row.value
      problems.note(BackgroundProblem.unknownLayer(seen), at: row.span)
      return nil
    }
    let level = head.dropFirst().joined(separator: " ")
    guard let decibels = Quantity.decibels.read(level) else {
      problems.note(
        BackgroundProblem.noLevel(kind: kind, seen: head.joined(separator: " ")), at: row.span)
      return nil
    }
    var layer = BackgroundLayer(kind, level: decibels)
    check(decibels, seen: level, in: -60...20, .decibels, at: row.span)
    var given: Set<BackgroundPart> = []
    for words in parts.dropFirst() {
      read(words, into: &layer, given: &given, at: row.span)
    }
    for part in kind.needs where !given.contains(part) {
      problems.note(BackgroundProblem.missing(part, kind: kind), at: row.span)
    }
    return layer
  }

  private mutating func read(
    _ words: [String], into layer: inout BackgroundLayer, given: inout Set<BackgroundPart>,
    at span: SourceSpan
  ) {
    let seen = words.joined(separator: " ")
    guard let part = BackgroundPart(words: words) else {
      problems.note(BackgroundProblem.unreadable(seen, kind: layer.kind), at: span)
      return
    }
    guard (layer.kind.needs + layer.kind.may).contains(part) else {
      problems.note(BackgroundProblem.notOf(layer.kind, part: part, seen: seen), at: span)
      return
    }
    guard given.insert(part).inserted else {
      problems.note(BackgroundProblem.twice(part), at: span)
      return
    }
    guard let numbers = numbers(of: part, in: words) else {
      problems.note(BackgroundProblem.notLike(part, seen: seen), at: span)
      return
    }
    check(numbers[0], seen: seen, in: part.range, part.quantity, at: span)
    if part == .band {
      check(numbers[1], seen: seen, in: part.range, part.quantity, at: span)
      if numbers[0] >= numbers[1] { problems.note(BackgroundProblem.reversed, at: span) }
    } else if numbers.count > 1 {
      check(numbers[1], seen: seen, in: BackgroundPart.times, .seconds, at: span)
    }
    layer.set(part, to: numbers)
  }

  /// The numbers of a part in their own units; nil if they are not written as they should be.
  private func numbers(of part: BackgroundPart, in words: [String]) -> [Double]? {
    func number(_ words: some Sequence<String>, _ quantity: Quantity) -> Double? {
      quantity.read(words.joined(separator: " "))
    }
    switch part {
    case .band:
      guard words.count == 4, words[1] == "to" else { return nil }
      let ends = [words[0], words[2]].map { number([$0, words[3]], .hertz) }
      return ends.contains(nil) ? nil : ends.compactMap(\.self)
    case .frequency: return number(words, .hertz).map { [$0] }
    case .rate: return number(words.dropLast(2), .plain).map { [$0] }
    case .moves, .glides:
      guard let place = words.firstIndex(of: "in"),
        let depth = number(words[1..<place], part.quantity),
        let time = number(words[(place + 1)...], .seconds)
      else { return nil }
      return [depth, time]
    default: return number(words.dropFirst(), part.quantity).map { [$0] }
    }
  }

  private mutating func check(
    _ number: Double, seen: String, in range: ClosedRange<Double>, _ unit: Quantity,
    at span: SourceSpan
  ) {
    guard !range.contains(number) else { return }
    problems.note(
      BackgroundProblem.outOfRange(
        seen: seen, low: unit.write(range.lowerBound), high: unit.write(range.upperBound)),
      at: span)
  }
}

extension BackgroundLayer {
  /// Takes the numbers of a part, as many as it has.
  fileprivate mutating func set(_ part: BackgroundPart, to numbers: [Double]) {
    switch part {
    case .band: (low, high) = (numbers[0], numbers[1])
    case .frequency: frequency = numbers[0]
    case .slope: slope = numbers[0]
    case .q: q = numbers[0]
    case .rate: rate = numbers[0]
    case .every: every = numbers[0]
    case .rise: rise = numbers[0]
    case .fall: fall = numbers[0]
    case .decay: decay = numbers[0]
    case .spread: spread = numbers[0]
    case .harmonics: harmonics = min(64, max(1, Int(numbers[0])))
    case .moves: moves = Movement(depth: numbers[0], time: numbers[1])
    case .glides: glides = Movement(depth: numbers[0], time: numbers[1])
    }
  }
}
