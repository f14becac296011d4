import KindlyBase

/// Reads a voice file.
public func read(voice source: Source) -> Reading<Voice> {
  let reading = read(sheet: source, keys: VoiceKey.self, rows: true)
  var reader = VoiceReader(source: source, sheet: reading.tree)
  let voice = reader.voice()
  let said = reading.diagnostics + reader.problems.inOrder
  let ordered = said.enumerated().sorted { left, right in
    (left.element.span?.lower ?? -1, left.offset) < (right.element.span?.lower ?? -1, right.offset)
  }
  return Reading(tree: voice, diagnostics: ordered.map(\.element))
}

/// The values of a sheet as a voice, with everything that is wrong with them.
struct VoiceReader {
  let source: Source
  let sheet: Sheet<VoiceKey>
  var problems: Problems
  // What only one of the engines knows is gathered here until the engine is.
  private var espeak = EspeakVoice(voice: "")

  init(source: Source, sheet: Sheet<VoiceKey>) {
    self.source = source
    self.sheet = sheet
    problems = Problems(path: source.path)
  }

  mutating func voice() -> Voice {
    var voice = Voice(name: need(.name), language: need(.language), engine: .espeak(espeak))
    for key in VoiceKey.allCases { read(key, into: &voice) }
    let rows = formants()
    if !rows.isEmpty {
      espeak.variant = .own("language variant\n" + rows.joined(separator: "\n") + "\n")
    }
    voice.engine = engine()
    voice.speed = speed(of: voice.engine)
    return voice
  }

  /// The value of one key, or what is wrong with it.
  private mutating func read(_ key: VoiceKey, into voice: inout Voice) {
    switch key {
    // Needed to begin with, or read once all others are.
    case .name, .language, .engine, .speed, .measured: break
    case .summary: voice.summary = sheet.value(of: key)?.value
    case .author: voice.author = sheet.value(of: key)?.value
    case .voice: espeak.voice = sheet.value(of: key)?.value ?? ""
    case .variant: espeak.variant = sheet.value(of: key).map { .named($0.value) } ?? .none
    case .pitch: espeak.pitch = whole(key, 0...100) ?? espeak.pitch
    case .range: espeak.range = whole(key, 0...100) ?? espeak.range
    case .volume: espeak.volume = whole(key, 1...200) ?? espeak.volume
    // In units of 10 ms, as espeak-ng has it.
    case .wordGap: espeak.wordGap = frames(key, 0...1).map { Int($0 / 480) } ?? espeak.wordGap
    case .loudness: voice.loudness = number(key, .loudness, -40 ... -10) ?? voice.loudness
    case .compression: voice.compression = number(key, .ratio, 1...4) ?? voice.compression
    case .reverb: voice.reverb = number(key, .decibels, -60 ... -10)
    case .takes: voice.takes = number(key, .percent, 0...0.1) ?? voice.takes
    case .tone: voice.tone = tone()
    case .pronounce: voice.pronunciations = pronounce()
    case .lineGap: voice.gaps.line = gap(key) ?? voice.gaps.line
    case .paragraphGap: voice.gaps.paragraph = gap(key) ?? voice.gaps.paragraph
    case .sectionGap: voice.gaps.section = gap(key) ?? voice.gaps.section
    case .echo: voice.gaps.echo = gap(key) ?? voice.gaps.echo
    case .shortPause: voice.gaps.shortPause = gap(key) ?? voice.gaps.shortPause
    case .pause: voice.gaps.pause = gap(key) ?? voice.gaps.pause
    case .longPause: voice.gaps.longPause = gap(key) ?? voice.gaps.longPause
    // Read with the engine.
    case .command, .resident, .version, .output, .timeout, .seed, .install: break
    }
  }

  private mutating func need(_ key: VoiceKey) -> String {
    if let entry = sheet.value(of: key) { return entry.value }
    missing(key)
    return ""
  }

  private mutating func engine() -> Voice.Engine {
    let entry = sheet.value(of: .engine)
    let kind = entry.map { VoiceKey.Engine(rawValue: $0.value.lowercased()) } ?? .espeak
    if let entry, kind == nil {
      problems.note(
        HeaderProblem.notOneOf(
          key: VoiceKey.engine.rawValue, seen: entry.value,
          choices: VoiceKey.Engine.allCases.map(\.rawValue)), at: entry.span)
    }
    for entry in sheet.entries {
      guard let engine = entry.key.value.engine, engine != kind ?? .espeak else { continue }
      problems.note(
        VoiceProblem.wrongEngine(key: entry.key.value.rawValue, engine: engine.rawValue),
        at: entry.key.span)
    }
    if kind == .command { return .command(command()) }
    if kind == .espeak, sheet.value(of: .voice) == nil { missing(.voice) }
    return .espeak(espeak)
  }

  /// Without a measurement espeak-ng's own figure is believed, and a program speaks as it likes.
  private mutating func speed(of engine: Voice.Engine) -> Speed {
    let wanted = speed() ?? Speed().wanted
    if let measured = measured() {
      return Speed(wanted: wanted, asked: measured.figure, measured: measured.words)
    }
    if case .espeak = engine { return Speed(wanted: wanted, asked: wanted, measured: wanted) }
    return Speed(wanted: 1, asked: 1, measured: 1)
  }

  private mutating func speed() -> Double? {
    guard let entry = sheet.value(of: .speed) else { return nil }
    let words = entry.value.split(separator: " ")
    guard words.dropFirst().joined(separator: " ").lowercased() == "words per minute",
      let speed = Double(words[0])
    else {
      unreadable(.speed, entry)
      return nil
    }
    return inside(40...400, speed, .speed, entry)
  }

  /// Words per minute that were heard, and the figure of the engine's own that gave them.
  private mutating func measured() -> (words: Double, figure: Double)? {
    guard let entry = sheet.value(of: .measured) else { return nil }
    let words = entry.value.split(separator: " ")
    guard words.count == 3, words[1] == "at", let heard = Double(words[0]),
      let figure = Double(words[2]), (10...1000).contains(heard), (0.01...1000).contains(figure)
    else {
      unreadable(.measured, entry)
      return nil
    }
    return (heard, figure)
  }

  private mutating func gap(_ key: VoiceKey) -> Int64? { frames(key, 0.1...600) }

  private mutating func pronounce() -> [Respelling] {
    sheet.entries.filter { $0.key.value == .pronounce }.flatMap {
      source.respellings($0, noting: &problems)
    }.map(\.value)
  }
}

extension VoiceReader {
  mutating func missing(_ key: VoiceKey) {
    problems.note(
      HeaderProblem.missing(key: key.rawValue, example: key.declaration.example), at: nil)
  }

  mutating func unreadable(_ key: VoiceKey, _ entry: Located<String>, _ example: String? = nil) {
    problems.note(
      HeaderProblem.unreadable(
        key: key.rawValue, seen: entry.value, example: example ?? key.declaration.example),
      at: entry.span)
  }

  /// A number if it lies inside; a problem if not.
  mutating func inside(
    _ range: ClosedRange<Double>, _ number: Double, _ key: VoiceKey, _ entry: Located<String>,
    _ unit: Quantity = .plain
  ) -> Double? {
    if range.contains(number) { return number }
    problems.note(
      HeaderProblem.outOfRange(
        key: key.rawValue, seen: entry.value, low: unit.write(range.lowerBound),
        high: unit.write(range.upperBound)), at: entry.span)
    return nil
  }

  /// The value of a key in a unit; nil if it is not there, or not to be read.
  mutating func number(
    _ key: VoiceKey, _ unit: Quantity, _ range: ClosedRange<Double>
  ) -> Double? {
    guard let entry = sheet.value(of: key) else { return nil }
    guard let number = unit.read(entry.value) else {
      unreadable(key, entry)
      return nil
    }
    return inside(range, number, key, entry, unit)
  }

  private mutating func frames(_ key: VoiceKey, _ range: ClosedRange<Double>) -> Int64? {
    number(key, .seconds, range).map {
      Int64(($0 * Frames.hertz).rounded(.toNearestOrAwayFromZero))
    }
  }

  mutating func whole(_ key: VoiceKey, _ range: ClosedRange<Int>) -> Int? {
    guard let entry = sheet.value(of: key) else { return nil }
    guard let number = Int(entry.value) else {
      problems.note(
        HeaderProblem.notNumber(
          key: key.rawValue, seen: entry.value, example: "\(key.rawValue): \(range.lowerBound)"),
        at: entry.span)
      return nil
    }
    let limits = Double(range.lowerBound)...Double(range.upperBound)
    return inside(limits, Double(number), key, entry).map { Int($0) }
  }
}
