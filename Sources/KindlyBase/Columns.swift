/// How many columns of a terminal a text takes.
///
/// Marks and controls take none, wide characters and whole emoji two, all others one. Wide ranges after Unicode's `EastAsianWidth.txt` (W and F).
public func columns(of text: String) -> Int {
  // Most texts have a column for each byte, which is seen without a look into Unicode's tables.
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + columns(of: $1) }
}

package func columns(of cluster: Character) -> Int {
  if let byte = cluster.asciiValue { return (0x20..<0x7F).contains(byte) ? 1 : 0 }
  let scalars = cluster.unicodeScalars
  if scalars.contains(where: \.properties.isEmojiPresentation) { return 2 }
  return scalars.reduce(0) { $0 + columns(of: $1) }
}

private func columns(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control: 0
  default: isWide(scalar) ? 2 : 1
  }
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return true
  default: return false
  }
}
