/// A text that is safe on a terminal: tabs and line ends as spaces, control and direction
/// characters in a form that can be seen.
public func visible(_ text: String) -> String {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : text.map(visible).joined()
}

/// One character in a form that can be seen.
func visible(_ character: Character) -> String {
  var shown = ""
  for scalar in character.unicodeScalars {
    if scalar.isSpace {
      shown += " "
    } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
      shown.unicodeScalars.append(picture)
    } else if scalar.value == 0x7F {
      shown += "␡"
    } else if scalar.isControl || scalar.turnsDirection || scalar.isInvisibleMark
      || (scalar.properties.generalCategory == .format && scalar.value != 0x200D
        && scalar.value != 0x200C)
    {
      shown += "<\(codePoint(scalar))>"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// `U+202E`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Terminal columns a character takes: 2 for East Asian wide characters and emoji, 0 for a mark
/// on its own, else 1. Ranges from Unicode's EastAsianWidth.txt (W and F), merged.
func displayWidth(of character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  if scalar.isASCII { return 1 }
  switch scalar.value {
  case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default:
    break
  }
  if scalar.properties.isEmojiPresentation
    || character.unicodeScalars.contains(where: { $0.value == 0xFE0F })
  {
    return 2
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: return 1
  }
}
