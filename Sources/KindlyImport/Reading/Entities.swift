import KindlyBase

/// `&mdash;`, `&#8212;`, `&#x2019;` in the text of a script.
enum Entities {
  /// The text of the entity at `start`, and the index after it.
  static func decoded(in text: [Scalar], at start: Int) -> ([Scalar], Int)? {
    guard let end = text[start...].prefix(12).firstIndex(of: ";"), end > start + 1,
      let scalar = CharacterReference.scalar(named: text[(start + 1)..<end].text)
    else { return nil }
    return ([scalar.value < 0x20 ? " " : scalar], end + 1)
  }

  /// A text with its entities decoded.
  static func decoded(_ text: [Scalar]) -> String {
    guard text.contains("&") else { return text.text }
    var out: [Scalar] = []
    var index = 0
    while index < text.count {
      if text[index] == "&", let (scalars, after) = decoded(in: text, at: index) {
        out += scalars
        index = after
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out.text
  }
}
