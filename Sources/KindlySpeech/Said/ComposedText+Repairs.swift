import KindlyBase

extension ComposedText {
  /// Reads "Ã©" as é: bytes of UTF-8 that somebody took for Windows-1252.
  mutating func repaired(_ scalars: [Character]) -> [Character] {
    let plain = scalars.map(\.scalar)
    let mojibake = Mojibake(of: plain)
    var result: [Character] = []
    var index = 0
    while index < scalars.count {
      guard plain[index].mayBeGarbled, let (scalar, count) = mojibake.letter(in: plain, at: index)
      else {
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
