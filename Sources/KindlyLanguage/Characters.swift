/// Bytes that mean something to the reader.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let slash = UInt8(ascii: "/")
  static let backslash = UInt8(ascii: "\\")
  static let colon = UInt8(ascii: ":")
  static let hash = UInt8(ascii: "#")
  static let greater = UInt8(ascii: ">")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
}

extension UInt8 {
  /// One of the ASCII marks that a backslash makes ordinary.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// `0` to `9`.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// `a` to `z` in either case.
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

extension Unicode.Scalar {
  /// A letter or digit of any script: what a voice can speak.
  var isSpoken: Bool {
    if isASCII { return UInt8(value).isLetter || UInt8(value).isDigit }
    return properties.isAlphabetic || properties.numericType != nil
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  var trimmed: String {
    var scalars = unicodeScalars.drop(while: \.isSpace)
    while let last = scalars.last, last.isSpace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// As words are compared: runs of space as one, none at the ends, `’` as `'`, no invisible marks.
  var folded: String {
    var folded = ""
    var pendingSpace = false
    for scalar in unicodeScalars {
      if scalar.isSpace {
        pendingSpace = !folded.isEmpty
      } else if !scalar.isInvisibleMark {
        if pendingSpace { folded += " " }
        pendingSpace = false
        folded.unicodeScalars.append(scalar == "’" ? "'" : scalar)
      }
    }
    return folded
  }
}
