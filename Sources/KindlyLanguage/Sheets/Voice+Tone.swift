extension VoiceReader {
  /// `high-pass 145 Hz; low shelf 170 Hz +0.5 dB; peak 2350 Hz -3.1 dB Q 1.09`.
  mutating func tone() -> [Voice.Filter] {
    guard let entry = sheet.value(of: .tone) else { return [] }
    var filters: [Voice.Filter] = []
    for part in entry.value.split(separator: ";") {
      guard let filter = filter(part.split(separator: " ").map(String.init)) else {
        problems.note(
          HeaderProblem.unreadable(
            key: VoiceKey.tone.rawValue, seen: part.split(separator: " ").joined(separator: " "),
            example: VoiceKey.tone.declaration.example), at: entry.span)
        continue
      }
      filters.append(filter)
    }
    if filters.count > Voice.mostFilters {
      problems.note(VoiceProblem.tooManyFilters(most: Voice.mostFilters), at: entry.span)
    }
    return filters
  }

  private func filter(_ words: [String]) -> Voice.Filter? {
    let named = Voice.Filter.Shape.allCases.first { shape in
      words.joined(separator: " ").lowercased().hasPrefix(shape.rawValue + " ")
    }
    guard let shape = named else { return nil }
    var rest = words.dropFirst(shape.rawValue.split(separator: " ").count)
    func take(_ unit: Quantity, _ range: ClosedRange<Double>) -> Double? {
      guard rest.count >= 2, let number = unit.read(rest.prefix(2).joined(separator: " ")),
        range.contains(number)
      else { return nil }
      rest = rest.dropFirst(2)
      return number
    }
    guard let frequency = take(.hertz, 10...20_000) else { return nil }
    var filter = Voice.Filter(shape: shape, frequency: frequency)
    if shape != .highPass, shape != .lowPass {
      guard let gain = take(.decibels, -24...24) else { return nil }
      filter.gain = gain
    }
    if rest.count == 2, rest.first?.lowercased() == "q", let q = rest.last.flatMap(Double.init),
      (0.1...20).contains(q)
    {
      filter.q = q
      rest = []
    }
    return rest.isEmpty ? filter : nil
  }
}

extension Voice {
  /// Filters beyond these are a mistake.
  static let mostFilters = 16
}
