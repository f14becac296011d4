extension BellSheet {
  /// The bell as the text of a bell file; read again it is the same but for the last digits.
  ///
  /// Lines of `notes` come first, each as a note.
  public func text(notes: [String] = []) -> String {
    var lines = notes.map { "// " + $0 }
    if !notes.isEmpty { lines.append("") }
    lines.append("Name: \(name)")
    if let summary { lines.append("Summary: \(summary)") }
    if let author { lines.append("Author: \(author)") }
    lines.append("Pitch: \(Self.digits(pitch, 3)) Hz")
    lines.append("Loudness: \(Self.digits(loudness, 1)) LUFS")
    lines.append("Contact: \(Self.digits(contact * 1000, 2)) ms")
    lines.append("Attack: \(Self.digits(attack * 1000, 2)) ms")
    lines.append("Spread: \(Self.digits(spread, 2))")
    if let noise {
      lines.append(
        "Noise: \(Self.digits(noise.level, 1)) dB, \(Self.digits(noise.low, 0)) to "
          + "\(Self.digits(noise.high, 0)) Hz, \(Self.digits(noise.decay * 1000, 1)) ms")
    }
    if let glide {
      lines.append(
        "Glide: \(Self.digits(glide.depth * 100, 3)) %, \(Self.digits(glide.time, 3)) s")
    }
    lines.append("Wait: \(Self.digits(Double(wait) / 48_000, 3)) s")
    lines.append("Apart: \(Self.digits(Double(apart) / 48_000, 3)) s")
    lines.append("")
    lines.append("// ratio  level    T60       beat      depth    mode attack")
    lines += partials.map(Self.row)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A row of columns that stand under one another.
  private static func row(_ partial: Partial) -> String {
    var columns = [
      (digits(partial.ratio, 6), 10), (digits(partial.level, 2), 9), (digits(partial.decay, 4), 10),
      (digits(partial.beat, 4), 10), (digits(partial.depth, 3), 9), (String(partial.mode), 5),
    ]
    if let attack = partial.attack { columns.append((digits(attack, 4), 0)) }
    let cells = columns.map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }
    let line = cells.joined()
    return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
  }

  /// A number rounded to so many places, without zeros at its end.
  static func digits(_ number: Double, _ places: Int) -> String {
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
}
