extension Bell {
  /// The bell as the text of a bell file; read again it is the same but for the last digits.
  ///
  /// Lines of `notes` come first, each as a note.
  public func text(notes: [String] = []) -> String {
    var lines = notes.map { "// " + $0 }
    if !notes.isEmpty { lines.append("") }
    for key in BellKey.allCases {
      if let value = text(of: key) { lines.append("\(key.rawValue): \(value)") }
    }
    lines.append("")
    lines.append("// ratio  level    T60       beat      depth    mode attack")
    lines += partials.map(Self.row)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The value of a key as it is written; nil where the bell has none.
  private func text(of key: BellKey) -> String? {
    switch key.form {
    case .name: name
    case .text(let place): self[keyPath: place]
    case .number(let place, let unit, _, let places):
      unit.write(self[keyPath: place], places: places)
    case .frames(let place, _):
      Quantity.seconds.write(self[keyPath: place].seconds, places: 3)
    case .noise:
      noise.map {
        "\(decimal($0.level, 1)) dB, \(decimal($0.low, 0)) to \(decimal($0.high, 0)) Hz, "
          + Quantity.milliseconds.write($0.decay, places: 1)
      }
    case .glide:
      glide.map {
        Quantity.percent.write($0.depth, places: 3) + ", "
          + Quantity.seconds.write($0.time, places: 3)
      }
    }
  }

  /// A row of columns that stand under one another.
  private static func row(_ partial: Partial) -> String {
    var columns = [
      (decimal(partial.ratio, 6), 10), (decimal(partial.level, 2), 9),
      (decimal(partial.decay, 4), 10), (decimal(partial.beat, 4), 10),
      (decimal(partial.depth, 3), 9), (String(partial.mode), 5),
    ]
    if let attack = partial.attack { columns.append((decimal(attack, 4), 0)) }
    let cells = columns.map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }
    let line = cells.joined()
    return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
  }
}
