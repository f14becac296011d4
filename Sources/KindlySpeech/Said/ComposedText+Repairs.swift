import KindlyBase

extension ComposedText {
  /// Reads "Ã©" as é: bytes of UTF-8 that somebody took for Windows-1252.
  mutating func repaired(_ scalars: [Character]) -> [Character] {
    var result: [Character] = []
    var index = 0
    while index < scalars.count {
      guard let (scalar, count) = Self.meant(scalars[index...]) else {
        result.append(scalars[index])
        index += 1
        continue
      }
      let origin = scalars[index].origin.lowerBound..<scalars[index + count - 1].origin.upperBound
      let written = Self.string(scalars[index..<(index + count)])
      changes.append(
        SaidChange(
          kind: .garbled, written: written, said: String(Swift.Character(scalar)), range: origin))
      result.append(Character(scalar: scalar, origin: origin))
      index += count
    }
    return result
  }

  /// The scalar whose UTF-8 bytes are written as the first characters of a text, and their number.
  private static func meant(_ scalars: ArraySlice<Character>) -> (Unicode.Scalar, Int)? {
    // The third byte of a closing quotation mark has no letter in Windows-1252, and is often lost.
    let start = scalars.prefix(3).map(\.scalar)
    if start.starts(with: ["â", "€"]),
      start.last == "€" || start.last.flatMap(Windows1252.byte).isContinuation != true
    {
      return ("”", 2)
    }
    guard let first = scalars.first.flatMap({ Windows1252.byte($0.scalar) }) else { return nil }
    let count: Int
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF: count = 3
    case 0xF0...0xF4: count = 4
    default: return nil
    }
    let bytes = scalars.prefix(count).compactMap { Windows1252.byte($0.scalar) }
    guard bytes.count == count, bytes.dropFirst().allSatisfy({ (0x80...0xBF).contains($0) }),
      let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, count)
  }

  private static func string(_ characters: ArraySlice<Character>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters.lazy.map(\.scalar))
    return String(view)
  }

  /// Reads `&nbsp;`, `&amp;`, `&#39;` as what they are.
  mutating func withoutEntities(_ scalars: [Character]) -> [Character] {
    var result: [Character] = []
    var index = 0
    while index < scalars.count {
      let rest = scalars[index...].prefix(12)
      guard scalars[index].scalar == "&", let end = rest.firstIndex(where: { $0.scalar == ";" }),
        let meaning = CharacterReference.scalar(named: Self.string(scalars[(index + 1)..<end]))
      else {
        result.append(scalars[index])
        index += 1
        continue
      }
      let origin = scalars[index].origin.lowerBound..<scalars[end].origin.upperBound
      let written = Self.string(scalars[index...end])
      changes.append(
        SaidChange(
          kind: .entity, written: written, said: String(Swift.Character(meaning)), range: origin))
      result.append(Character(scalar: meaning, origin: origin))
      index = end + 1
    }
    return result
  }
}

extension UInt8? {
  /// Whether it is a later byte of a letter in UTF-8.
  fileprivate var isContinuation: Bool { map { (0x80...0xBF).contains($0) } ?? false }
}

extension Unicode.Scalar {
  /// Whether it is what a first byte of UTF-8 looks like in Windows-1252.
  var mayBeGarbled: Bool { (0xC2...0xF4).contains(value) }
}
