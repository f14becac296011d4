/// A kind of row of a voice file: an attribute of an espeak-ng variant, how many numbers it takes,
/// and how large they may be. Attributes that name files or programs are not among them.
private struct VoiceRow {
  let name: String
  let count: ClosedRange<Int>
  let range: ClosedRange<Int>

  static let all = [
    VoiceRow(name: "pitch", count: 2...2, range: 30...500),
    VoiceRow(name: "flutter", count: 1...1, range: 0...100),
    VoiceRow(name: "roughness", count: 1...1, range: 0...7),
    VoiceRow(name: "voicing", count: 1...1, range: 0...200),
    VoiceRow(name: "consonants", count: 1...2, range: 0...200),
    VoiceRow(name: "formant", count: 2...5, range: -400...500),
    VoiceRow(name: "breath", count: 1...8, range: 0...100),
    VoiceRow(name: "breathw", count: 1...8, range: 0...1000),
    VoiceRow(name: "echo", count: 2...2, range: 0...200),
    VoiceRow(name: "tone", count: 2...12, range: 0...8000),
    VoiceRow(name: "stressAdd", count: 8...8, range: -200...300),
    VoiceRow(name: "stressAmp", count: 8...8, range: 0...40),
    VoiceRow(name: "stressLength", count: 8...8, range: 0...500),
    VoiceRow(name: "intonation", count: 1...1, range: 1...4),
    VoiceRow(name: "words", count: 1...2, range: 0...10),
  ]
}

extension VoiceReader {
  /// The rows, each one an attribute of an espeak-ng variant.
  mutating func formants() -> [String] {
    var lines: [String] = []
    for row in sheet.rows {
      if lines.count == Voice.mostRows {
        problems.note(VoiceProblem.tooManyRows(most: Voice.mostRows), at: row.span)
        break
      }
      if let problem = check(row.value) {
        problems.note(problem, at: row.span)
      } else {
        lines.append(row.value)
      }
    }
    if let variant = sheet.value(of: .variant), !sheet.rows.isEmpty {
      problems.note(VoiceProblem.variantAndRows, at: variant.span)
    }
    if sheet.value(of: .engine)?.value.lowercased() == VoiceKey.Engine.command.rawValue,
      let row = sheet.rows.first
    {
      problems.note(
        VoiceProblem.wrongEngine(key: row.value, engine: VoiceKey.Engine.espeak.rawValue),
        at: row.span)
    }
    return lines
  }

  private func check(_ line: String) -> VoiceProblem? {
    let words = line.split(separator: " ").map(String.init)
    let name = String(line.prefix { $0 != " " })
    guard let row = VoiceRow.all.first(where: { $0.name == name }) else {
      let names = VoiceRow.all.map(\.name)
      return .unknownRow(name, nearest: nearest(to: name, in: names), known: names)
    }
    let numbers = words.dropFirst().map { Int($0) }
    guard row.count.contains(numbers.count) else {
      return .rowNumbers(name: name, count: row.count, seen: numbers.count)
    }
    for (word, number) in zip(words.dropFirst(), numbers) {
      guard let number, row.range.contains(number) else {
        return .rowNumber(name: name, seen: word, range: row.range)
      }
    }
    if name == "formant", let index = numbers.first.flatMap({ $0 }), !(0...8).contains(index) {
      return .rowNumber(name: name, seen: String(index), range: 0...8)
    }
    return nil
  }
}

extension Voice {
  /// Rows beyond these are a mistake.
  static let mostRows = 60
}
