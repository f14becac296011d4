/// `- `, `3. `, `a) `, `☐ ` at the start of a line.
enum ListMarker {
  private static let bullets: MarkSet = "-*+•◦▪●○‣·☐☑☒✓✔□■►➤→–"

  /// The line without its marker.
  static func removed(from line: ArraySlice<Scalar>) -> ArraySlice<Scalar> {
    guard let first = line.first else { return line }
    var index = line.startIndex
    if bullets.contains(first) {
      index += 1
      if first == "-" || first == "*", line.dropFirst(2).first == "[",
        line.dropFirst(4).first == "]",
        line.dropFirst(3).first.map({ !$0.isLetter || $0 == "x" || $0 == "X" }) == true
      {
        // `- [x] `
        index += 4
      }
    } else if first.digit != nil {
      while index < line.endIndex, index - line.startIndex < 3, line[index].digit != nil {
        index += 1
      }
      guard index < line.endIndex, ".)".unicodeScalars.contains(line[index]) else { return line }
      index += 1
    } else if first.isASCII, first.isLetter,
      line.dropFirst().first.map({ ".)".unicodeScalars.contains($0) }) == true
    {
      // A word of one letter ends no sentence with `.`, but `I.` may.
      guard first.properties.isLowercase || line[line.startIndex + 1] == ")" else { return line }
      index += 2
    } else {
      return line
    }
    guard index < line.endIndex, line[index].isBlank else { return line }
    let rest = line[index...].trimmed
    guard rest.isSpoken, rest.first.map({ !($0.isDash && first.isDash) }) ?? false else {
      return line
    }
    return line[rest.startIndex...]
  }
}
