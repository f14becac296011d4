/// One line of a source, as offsets into its bytes.
struct Line: Sendable, Hashable {
  /// From the first byte to the line end, which is not included.
  var whole: SourceSpan
  /// Without surrounding space and without a note.
  var text: SourceSpan
  /// From `//` to the line end, without trailing space.
  var note: SourceSpan?

  /// Nothing stands on it, not even a note.
  var isBlank: Bool { text.isEmpty && note == nil }
}

extension SourceSpan {
  /// Whether it is a place between two characters.
  var isEmpty: Bool { lower == upper }
}

extension Source {
  /// The words at a place; bytes that are not UTF-8 come out as replacement characters.
  func text(at span: SourceSpan) -> String {
    String(decoding: bytes[span.lower..<span.upper], as: UTF8.self)
  }

  /// Bytes of the byte-order marks at the start, which are passed over. Programs that join files or
  /// save them twice leave several.
  var markLength: Int {
    var length = 0
    while bytes.dropFirst(length).starts(with: [0xEF, 0xBB, 0xBF]) { length += 3 }
    return length
  }

  /// Every line, in order; a file that ends with a newline has no empty line after it.
  func lines() -> [Line] {
    var lines: [Line] = []
    var start = markLength
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != Byte.newline { end += 1 }
      let next = end + 1
      if end > start, end < bytes.count, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
      lines.append(line(from: start, to: end))
      start = next
    }
    return lines
  }

  private func line(from start: Int, to end: Int) -> Line {
    var note: SourceSpan?
    var textEnd = end
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == Byte.backslash {
        index += 2
        continue
      }
      if byte == Byte.slash, index + 1 < end, bytes[index + 1] == Byte.slash,
        index == start || spaceLength(before: index, from: start) > 0
      {
        note = trim(SourceSpan(index, end))
        textEnd = index
        break
      }
      index += 1
    }
    return Line(
      whole: SourceSpan(start, end), text: trim(SourceSpan(start, textEnd)), note: note)
  }

  /// The span without the spaces at its ends.
  func trim(_ span: SourceSpan) -> SourceSpan {
    var lower = span.lower
    var upper = span.upper
    while lower < upper {
      let length = spaceLength(at: lower, to: upper)
      guard length > 0 else { break }
      lower += length
    }
    while lower < upper {
      let length = spaceLength(before: upper, from: lower)
      guard length > 0 else { break }
      upper -= length
    }
    return SourceSpan(lower, upper)
  }

  /// Bytes of the space that starts at `index`: 0 where none does.
  func spaceLength(at index: Int, to end: Int) -> Int {
    let byte = bytes[index]
    if byte == Byte.space || byte == Byte.tab { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2 { return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard byte == 0xE1 || byte == 0xE2 || byte == 0xE3, index + 2 < end else { return 0 }
    return isWideSpace(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  /// Bytes of the space that ends before `index`: 0 where none does.
  func spaceLength(before index: Int, from start: Int) -> Int {
    guard index > start else { return 0 }
    let byte = bytes[index - 1]
    if byte == Byte.space || byte == Byte.tab { return 1 }
    if byte < 0x80 { return 0 }
    if byte == 0xA0, index - 2 >= start, bytes[index - 2] == 0xC2 { return 2 }
    guard index - 3 >= start else { return 0 }
    return isWideSpace(bytes[index - 3], bytes[index - 2], byte) ? 3 : 0
  }

  /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private func isWideSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    default: false
    }
  }
}
