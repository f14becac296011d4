extension Source {
  /// Notes what is wrong with the bytes themselves. False if there is no sense in reading on.
  func checkText(noting problems: inout Problems) -> Bool {
    if bytes.count > Limit.fileBytes {
      problems.note(TextProblem.tooLarge(bytes: bytes.count), at: nil)
      return false
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      problems.note(TextProblem.utf16, at: SourceSpan(0, min(2, bytes.count)))
      return false
    }
    if let nul = bytes.firstIndex(of: 0) {
      problems.note(
        looksLikeUTF16 ? TextProblem.utf16 : .nul, at: SourceSpan(nul, nul + 1))
      return false
    }
    var found = Problems(path: path)
    checkCharacters(noting: &found)
    // Somebody's picture or archive: that is one thing to say, not thousands.
    guard found.count < 20 || found.count * 10 < bytes.count else {
      problems.note(TextProblem.notText, at: nil)
      return false
    }
    problems = problems.joined(with: found)
    return true
  }

  /// Whether every second byte is zero, as it is in Latin letters of UTF-16.
  private var looksLikeUTF16: Bool {
    let start = bytes.prefix(2000)
    let zeros = start.indices.filter { start[$0] == 0 }
    let odd = zeros.count { $0 % 2 == 1 }
    return zeros.count * 5 > start.count * 2
      && (odd * 20 > zeros.count * 19 || odd * 20 < zeros.count)
  }

  private func checkCharacters(noting problems: inout Problems) {
    var index = markLength
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
      } else if byte < 0x80 {
        checkControl(byte, at: index, noting: &problems)
        index += 1
      } else {
        index = checkWide(at: index, noting: &problems)
      }
    }
  }

  private func checkControl(_ byte: UInt8, at index: Int, noting problems: inout Problems) {
    switch byte {
    case Byte.tab, Byte.newline: return
    case Byte.carriageReturn where index + 1 < bytes.count && bytes[index + 1] == Byte.newline:
      return
    default:
      problems.note(
        TextProblem.control(Unicode.Scalar(byte)), at: SourceSpan(index, index + 1))
    }
  }

  /// Checks a character outside ASCII; the offset after it.
  private func checkWide(at index: Int, noting problems: inout Problems) -> Int {
    guard let (scalar, length) = scalar(at: index) else {
      let byte = bytes[index]
      let latin = byte >= 0xA0 ? Character(Unicode.Scalar(byte)) : nil
      problems.note(TextProblem.notUTF8(byte: byte, latin: latin), at: SourceSpan(index, index + 1))
      return index + 1
    }
    let span = SourceSpan(index, index + length)
    if scalar.isControl {
      problems.note(TextProblem.control(scalar), at: span)
    } else if scalar.turnsDirection {
      problems.note(TextProblem.direction(scalar), at: span)
    }
    return index + length
  }

  /// The scalar outside ASCII that is encoded at `index`, and its bytes; nil if it is not UTF-8.
  func scalar(at index: Int) -> (Unicode.Scalar, length: Int)? {
    let first = bytes[index]
    let length: Int
    var value: UInt32
    switch first {
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Longer than needed: the same letter in a disguise.
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) else { return nil }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
