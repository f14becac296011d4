/// Reads a voice file.
public func read(voice source: Source) -> Reading<VoiceSheet> {
  let reading = read(
    sheet: source, keys: VoiceSheet.keys, repeatable: ["Pronounce"], rows: true)
  var reader = VoiceSheetReader(source: source, sheet: reading.tree)
  let voice = reader.voice()
  let said = reading.diagnostics + reader.problems.inOrder
  let ordered = said.enumerated().sorted { left, right in
    (left.element.span?.lower ?? -1, left.offset) < (right.element.span?.lower ?? -1, right.offset)
  }
  return Reading(tree: voice, diagnostics: ordered.map(\.element))
}

extension VoiceSheet {
  /// The keys of a voice file.
  static let keys =
    [
      "Name", "Summary", "Author", "Language", "Engine", "Voice", "Variant", "Speed", "Measured",
      "Pitch", "Range", "Volume", "Word gap", "Loudness", "Tone", "Reverb", "Pronounce", "Line gap",
      "Paragraph gap", "Section gap", "Echo", "Short pause", "Pause", "Long pause",
    ] + commandKeys
  /// The keys that only a voice with `Engine: command` may have.
  static let commandKeys = ["Command", "Version", "Output", "Timeout", "Seed", "Install"]
  /// The keys that only a voice of espeak-ng may have.
  static let espeakKeys = ["Variant", "Pitch", "Range", "Volume", "Word gap"]
}

/// The values of a sheet as a voice, with everything that is wrong with them.
struct VoiceSheetReader {
  let source: Source
  let sheet: Sheet
  var problems: Problems

  init(source: Source, sheet: Sheet) {
    self.source = source
    self.sheet = sheet
    problems = Problems(path: source.path)
  }

  mutating func voice() -> VoiceSheet {
    var voice = VoiceSheet(name: need("Name", "Calm"), language: need("Language", "en-US"))
    voice.summary = sheet.value(of: "Summary")?.value
    voice.author = sheet.value(of: "Author")?.value
    voice.engine = engine()
    voice.voice = sheet.value(of: "Voice")
    voice.variant = sheet.value(of: "Variant")
    voice.formants = formants()
    readSpeed(into: &voice)
    voice.pitch = whole("Pitch", 0...100) ?? voice.pitch
    voice.range = whole("Range", 0...100) ?? voice.range
    voice.volume = whole("Volume", 1...200) ?? voice.volume
    voice.wordGap = frames("Word gap", 0...1, example: "20 ms") ?? voice.wordGap
    voice.loudness = number("Loudness", .loudness, -40 ... -10, example: "-20 LUFS") ?? -20
    voice.reverb = number("Reverb", .decibels, -60 ... -10, example: "-26 dB")
    voice.tone = tone()
    voice.pronounce = pronounce()
    voice.gaps = gaps()
    return voice
  }

  private mutating func need(_ key: String, _ example: String) -> String {
    guard let entry = sheet.value(of: key) else {
      problems.note(HeaderProblem.missing(key: key, example: example), at: nil)
      return ""
    }
    return entry.value
  }

  private mutating func engine() -> VoiceSheet.Engine {
    let kinds = ["espeak-ng", "command"]
    let entry = sheet.value(of: "Engine")
    let kind = entry?.value.lowercased() ?? kinds[0]
    if let entry, !kinds.contains(kind) {
      problems.note(
        HeaderProblem.notOneOf(key: "Engine", seen: entry.value, choices: kinds), at: entry.span)
    }
    let isCommand = kind == kinds[1]
    for other in isCommand ? VoiceSheet.espeakKeys : VoiceSheet.commandKeys {
      guard let entry = sheet.entries.first(where: { $0.key.value == other }) else { continue }
      problems.note(
        VoiceSheetProblem.wrongEngine(key: other, engine: isCommand ? kinds[0] : kinds[1]),
        at: entry.key.span)
    }
    if isCommand { return .command(command()) }
    if kind == kinds[0], sheet.value(of: "Voice") == nil {
      problems.note(HeaderProblem.missing(key: "Voice", example: "en-us"), at: nil)
    }
    return .espeak
  }

  private mutating func readSpeed(into voice: inout VoiceSheet) {
    if let entry = sheet.value(of: "Speed") {
      let words = entry.value.split(separator: " ")
      if words.dropFirst().joined(separator: " ").lowercased() == "words per minute",
        let speed = Double(words[0])
      {
        voice.speed = inside(40...400, speed, "Speed", entry) ?? voice.speed
      } else {
        unreadable("Speed", entry, "100 words per minute")
      }
    }
    guard let entry = sheet.value(of: "Measured") else { return }
    let words = entry.value.split(separator: " ")
    guard words.count == 3, words[1] == "at", let heard = Double(words[0]),
      let figure = Double(words[2]), (10...1000).contains(heard), (0.01...1000).contains(figure)
    else { return unreadable("Measured", entry, "96 at 99") }
    voice.measured = VoiceSheet.Measurement(words: heard, figure: figure)
  }

  private mutating func gaps() -> VoiceSheet.Gaps {
    var gaps = VoiceSheet.Gaps()
    let keys: [(String, WritableKeyPath<VoiceSheet.Gaps, Int64>)] = [
      ("Line gap", \.line), ("Paragraph gap", \.paragraph), ("Section gap", \.section),
      ("Echo", \.echo), ("Short pause", \.shortPause), ("Pause", \.pause),
      ("Long pause", \.longPause),
    ]
    for (key, place) in keys {
      if let frames = frames(key, 0.1...600, example: "2 s") { gaps[keyPath: place] = frames }
    }
    return gaps
  }

  private mutating func pronounce() -> [Respelling] {
    let entries = sheet.entries.filter { $0.key.value == "Pronounce" }.map(\.value)
    var respellings: [Respelling] = []
    for entry in entries {
      for part in entry.value.split(separator: ";") {
        let words = part.split(separator: " ").map(String.init)
        guard let middle = words.firstIndex(of: "as"), middle > 0, middle < words.count - 1 else {
          unreadable("Pronounce", entry, "metta as meh-tah; sutta as soo-tah")
          continue
        }
        respellings.append(
          Respelling(
            word: words[..<middle].joined(separator: " "),
            spoken: words[(middle + 1)...].joined(separator: " ")))
      }
    }
    return respellings
  }
}

extension VoiceSheetReader {
  mutating func unreadable(_ key: String, _ entry: Located<String>, _ example: String) {
    problems.note(
      HeaderProblem.unreadable(key: key, seen: entry.value, example: example), at: entry.span)
  }

  /// A number if it lies inside; a problem if not.
  mutating func inside(
    _ range: ClosedRange<Double>, _ number: Double, _ key: String, _ entry: Located<String>,
    _ unit: Quantity = .plain
  ) -> Double? {
    if range.contains(number) { return number }
    problems.note(
      HeaderProblem.outOfRange(
        key: key, seen: entry.value, low: unit.write(range.lowerBound),
        high: unit.write(range.upperBound)), at: entry.span)
    return nil
  }

  /// The value of a key in a unit; nil if it is not there, or not to be read.
  mutating func number(
    _ key: String, _ unit: Quantity, _ range: ClosedRange<Double>, example: String
  ) -> Double? {
    guard let entry = sheet.value(of: key) else { return nil }
    guard let number = unit.read(entry.value) else {
      unreadable(key, entry, example)
      return nil
    }
    return inside(range, number, key, entry, unit)
  }

  private mutating func frames(
    _ key: String, _ range: ClosedRange<Double>, example: String
  ) -> Int64? {
    number(key, .seconds, range, example: example).map {
      Int64(($0 * 48_000).rounded(.toNearestOrAwayFromZero))
    }
  }

  mutating func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let entry = sheet.value(of: key) else { return nil }
    guard let number = Int(entry.value) else {
      problems.note(
        HeaderProblem.notNumber(
          key: key, seen: entry.value, example: "\(key): \(range.lowerBound)"),
        at: entry.span)
      return nil
    }
    let limits = Double(range.lowerBound)...Double(range.upperBound)
    return inside(limits, Double(number), key, entry).map { Int($0) }
  }
}
