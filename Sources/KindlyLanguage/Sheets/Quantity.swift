/// A kind of number in a bell file, with the units it may be written in.
enum Quantity: Sendable {
  case plain, hertz, seconds, milliseconds, decibels, loudness, percent, ratio

  /// Units by how many of our own they are: seconds, hertz, shares.
  private var units: [(name: String, factor: Double)] {
    switch self {
    case .plain: [("", 1)]
    case .hertz: [("Hz", 1), ("kHz", 1000)]
    case .seconds, .milliseconds:
      [("s", 1), ("ms", 0.001), ("seconds", 1), ("second", 1), ("sec", 1), ("min", 60)]
    case .decibels: [("dB", 1)]
    case .loudness: [("LUFS", 1)]
    case .percent: [("%", 0.01)]
    case .ratio: [(":1", 1)]
    }
  }

  /// The number of `221 Hz`, `0.5s` or `−38 dB`; nil if it is not one, or lacks its unit.
  func read(_ text: String) -> Double? {
    let marks = text.unicodeScalars.map { $0 == "\u{2212}" ? "-" : $0 }
    let digits = marks.prefix { "+-.0123456789".unicodeScalars.contains($0) }
    let rest = String(String.UnicodeScalarView(marks.dropFirst(digits.count))).folded
    guard digits.count <= 24, let number = Double(String(String.UnicodeScalarView(digits))),
      let unit = units.first(where: { $0.name.lowercased() == rest.lowercased() })
    else { return nil }
    return number * unit.factor
  }

  /// A limit as messages show it: `221 Hz`.
  func write(_ number: Double) -> String {
    switch self {
    case .seconds where number < 0.1, .milliseconds where number < 0.1:
      "\(digits(number * 1000)) ms"
    case .seconds, .milliseconds: "\(digits(number)) s"
    case .percent: "\(digits(number * 100)) %"
    case .plain: digits(number)
    case .ratio: digits(number) + ":1"
    case .hertz, .decibels, .loudness: "\(digits(number)) \(units[0].name)"
    }
  }

  /// A value as a file has it, with so many decimal places.
  func write(_ number: Double, places: Int) -> String {
    switch self {
    case .plain: decimal(number, places)
    case .ratio: decimal(number, places) + ":1"
    case .seconds: decimal(number, places) + " s"
    case .milliseconds: decimal(number * 1000, places) + " ms"
    case .percent: decimal(number * 100, places) + " %"
    case .hertz, .decibels, .loudness: decimal(number, places) + " " + units[0].name
    }
  }

  /// Whole numbers without a point.
  private func digits(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}

/// A number rounded to so many places, without zeros at its end.
func decimal(_ number: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let whole = (number.magnitude * scale).rounded()
  guard whole < 1e15 else { return String(number) }
  let value = Int(whole)
  var text = String(value / Int(scale))
  if places > 0 {
    let rest = String(value % Int(scale))
    text += "." + String(repeating: "0", count: places - rest.count) + rest
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
  }
  return number < 0 && value != 0 ? "-" + text : text
}
