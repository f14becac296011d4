/// A text that is safe on a terminal: tabs and line ends as spaces, control and direction
/// characters in a form that can be seen.
public func visible(_ text: String) -> String {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : text.map(visible).joined()
}

/// One character in a form that can be seen.
package func visible(_ character: Character) -> String {
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
package func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
