/// Numbers of a cue: `10`, `1.5`, `1,5`, `1½`, `14:30`, and the marks for minutes and seconds.
extension CueFolding {
  /// Takes the number that begins here, with a mark that is its unit.
  mutating func number() {
    let start = index
    var parts = [digits()]
    while parts.count < 3, index + 2 < end, source.bytes[index] == Byte.colon,
      source.bytes[index + 1].isDigit, source.bytes[index + 2].isDigit,
      index + 3 == end || !source.bytes[index + 3].isDigit
    {
      index += 1
      parts.append(digits())
    }
    if parts.count > 1 {
      let seconds = parts.reduce(Int64(0)) { $0 * 60 + min($1, 1_000_000) }
      add(.clock(seconds: seconds, parts: parts.count), from: start)
      return
    }
    var millionths = parts[0] * 1_000_000
    if index + 1 < end, [UInt8(ascii: "."), UInt8(ascii: ",")].contains(source.bytes[index]),
      source.bytes[index + 1].isDigit
    {
      index += 1
      var place: Int64 = 100_000
      while index < end, source.bytes[index].isDigit {
        millionths += Int64(source.bytes[index] - 0x30) * place
        place /= 10
        index += 1
      }
    } else {
      millionths += fraction()
    }
    add(.number(millionths), from: start)
    prime()
  }

  /// `½` of `1½`, in millionths; 0 if no fraction follows.
  private mutating func fraction() -> Int64 {
    if let mark = scalarAfterSpace(), let value = CueWords.fractions[mark.scalar] {
      index = mark.end
      return value
    }
    return 0
  }

  /// The next character, with one space before it passed over.
  private func scalarAfterSpace() -> (scalar: Unicode.Scalar, end: Int)? {
    var at = index
    if at < end, source.bytes[at] == Byte.space { at += 1 }
    guard at < end else { return nil }
    let (scalar, length) = next(at: at)
    return (scalar, at + length)
  }

  /// `2'` is two minutes and `90''` ninety seconds: the mark is a unit like any other.
  private mutating func prime() {
    guard index < end else { return }
    let start = index
    let (scalar, length) = next(at: index)
    switch scalar {
    case "″", "\"", "”", "“":
      index += length
      add(.word, "s", from: start)
    case "'", "’", "′", "‘":
      index += length
      if index < end, next(at: index).0 == scalar {
        index += next(at: index).length
        add(.word, "s", from: start)
      } else {
        add(.word, "m", from: start)
      }
    default: break
    }
  }

  /// Digits as a number, capped far above every limit.
  private mutating func digits() -> Int64 {
    var value: Int64 = 0
    while index < end, source.bytes[index].isDigit {
      value = min(value * 10 + Int64(source.bytes[index] - 0x30), 1_000_000_000)
      index += 1
    }
    return value
  }
}
