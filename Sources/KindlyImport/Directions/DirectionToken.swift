/// A word, number or mark of a direction.
enum DirectionToken: Hashable {
  case word(String)
  /// Thousandths.
  case number(Int)
  /// `1:30`, `01:02:30`: milliseconds.
  case clock(Int)
  case mark(Scalar)

  /// The tokens of a direction, at most 200: longer ones are none.
  static func tokens(of text: ArraySlice<Scalar>) -> [Self] {
    var tokens: [Self] = []
    var index = text.startIndex
    while index < text.endIndex, tokens.count < 200 {
      let scalar = text[index]
      if scalar.isBlank {
        index += 1
      } else if scalar.digit != nil || scalar.fraction != nil {
        tokens.append(number(in: text, at: &index))
      } else if scalar.isLetter {
        tokens.append(word(in: text, at: &index))
      } else {
        tokens.append(.mark(scalar))
        index += 1
      }
    }
    return tokens
  }

  private static func word(in text: ArraySlice<Scalar>, at index: inout Int) -> Self {
    var word: [UInt8] = []
    var isASCII = true
    while index < text.endIndex {
      let scalar = text[index]
      let isInner =
        (scalar == "'" || scalar == "’" || scalar == ".") && index + 1 < text.endIndex
        && text[index + 1].isLetter && index > text.startIndex && text[index - 1].isLetter
        && (scalar != "." || isAbbreviation(text, index))
      guard scalar.isLetter || isInner else { break }
      if scalar.isASCII {
        let isCapital = 0x41...0x5A ~= scalar.value
        word.append(UInt8(truncatingIfNeeded: isCapital ? scalar.value | 0x20 : scalar.value))
      } else if scalar == "’" {
        word.append(UInt8(ascii: "'"))
      } else {
        word.append(scalar)
        isASCII = false
      }
      index += 1
    }
    let written = String(decoding: word, as: UTF8.self)
    return .word(isASCII ? written : written.lowercased())
  }

  /// `V.O`: single letters with points between them.
  private static func isAbbreviation(_ text: ArraySlice<Scalar>, _ point: Int) -> Bool {
    let before = point - 2 < text.startIndex || !text[point - 2].isLetter
    let after = point + 2 >= text.endIndex || !text[point + 2].isLetter
    return before && after
  }

  private static func number(in text: ArraySlice<Scalar>, at index: inout Int) -> Self {
    let whole = digits(in: text, at: &index)
    if index + 2 < text.endIndex, text[index] == ":", text[index + 1].digit != nil,
      text[index + 2].digit != nil
    {
      return clock(in: text, at: &index, first: whole)
    }
    var thousandths = min(whole, 1_000_000_000) * 1000
    if index + 1 < text.endIndex, text[index] == "." || text[index] == ",",
      let first = text[index + 1].digit
    {
      index += 1
      var place = 100
      _ = first
      while index < text.endIndex, let digit = text[index].digit {
        thousandths += digit * place
        place /= 10
        index += 1
      }
    } else if index + 1 < text.endIndex, text[index] == "/", let under = text[index + 1].digit,
      under > 1, index + 2 == text.endIndex || text[index + 2].digit == nil
    {
      thousandths /= under
      index += 2
    }
    if index < text.endIndex, let fraction = text[index].fraction {
      thousandths += fraction
      index += 1
    }
    return .number(thousandths)
  }

  private static func clock(
    in text: ArraySlice<Scalar>, at index: inout Int, first: Int
  ) -> Self {
    var seconds = min(first, 100_000)
    var parts = 1
    while parts < 3, index + 2 < text.endIndex, text[index] == ":", text[index + 1].digit != nil,
      text[index + 2].digit != nil
    {
      index += 1
      seconds = seconds * 60 + min(digits(in: text, at: &index), 99)
      parts += 1
    }
    var milliseconds = seconds * 1000
    if index + 1 < text.endIndex, text[index] == "." || text[index] == ",",
      text[index + 1].digit != nil
    {
      index += 1
      var place = 100
      while index < text.endIndex, let digit = text[index].digit {
        milliseconds += digit * place
        place /= 10
        index += 1
      }
    }
    return .clock(milliseconds)
  }

  private static func digits(in text: ArraySlice<Scalar>, at index: inout Int) -> Int {
    var value = 0
    while index < text.endIndex, let digit = text[index].digit {
      value = min(value * 10 + digit, 1_000_000_000)
      index += 1
    }
    return value
  }
}

extension Scalar {
  /// `½` in thousandths.
  var fraction: Int? {
    switch self {
    case "½": 500
    case "¼": 250
    case "¾": 750
    case "⅓": 333
    case "⅔": 667
    default: nil
    }
  }
}
