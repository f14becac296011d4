/// Texts are read as arrays of these: characters would be found anew at every step.
typealias Scalar = Unicode.Scalar

extension Scalar {
  /// Spaces of every width, tabs and line ends.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// A letter or mark of a word in any script.
  @inline(__always)
  var isLetter: Bool {
    value < 0x80 ? (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A : isLetterBeyondASCII
  }

  private var isLetterBeyondASCII: Bool {
    if value < 0x250 { return value >= 0xC0 && value != 0xD7 && value != 0xF7 || value == 0xAA }
    if value == 0x200C || value == 0x200D { return true }
    if properties.isAlphabetic { return properties.numericType == nil || value >= 0x3000 }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return value < 0xFE00 || value > 0xFE0F
    default: return false
    }
  }

  /// The value of a decimal digit of any script.
  @inline(__always)
  var digit: Int? {
    if value < 0x80 { return value >= 0x30 && value <= 0x39 ? Int(value) - 0x30 : nil }
    return value < 0x660 ? nil : digitBeyondASCII
  }

  private var digitBeyondASCII: Int? {
    guard properties.numericType == .decimal, let number = properties.numericValue
    else { return nil }
    return Int(number)
  }

  /// What a voice can speak.
  var isSpoken: Bool {
    if isASCII { return isLetter || digit != nil }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// A dash of any length.
  var isDash: Bool {
    switch self {
    case "-", "–", "—", "−", "‐", "‑", "‒", "―", "－": true
    default: false
    }
  }

  /// The bracket that closes what this one opens.
  @inline(__always)
  var closingBracket: Scalar? {
    switch self {
    case "(": ")"
    case "[": "]"
    case "{": "}"
    case "（": "）"
    case "［": "］"
    case "【": "】"
    case "〔": "〕"
    case "｛": "｝"
    default: nil
    }
  }

  @inline(__always)
  var closesBracket: Bool {
    switch self {
    case ")", "]", "}", "）", "］", "】", "〕", "｝": true
    default: false
    }
  }

  var isBracket: Bool { closingBracket != nil || closesBracket }

  /// The end of a sentence.
  var endsSentence: Bool {
    switch self {
    case ".", "!", "?", "…", "।", "。", "！", "？", "॥": true
    default: false
    }
  }

  /// A quotation mark of any shape.
  var isQuote: Bool {
    switch self {
    case "\"", "“", "”", "„", "«", "»", "‟", "「", "」": true
    default: false
    }
  }
}

extension Collection<Scalar> {
  /// As a string.
  var text: String {
    let width = reduce(0) { $0 + UTF8.width($1) }
    return String(unsafeUninitializedCapacity: width) { bytes in
      var end = 0
      for scalar in self {
        if scalar.isASCII {
          bytes[end] = UInt8(truncatingIfNeeded: scalar.value)
          end += 1
        } else {
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            bytes[end] = byte
            end += 1
          }
        }
      }
      return end
    }
  }

  /// Whether a voice has something to speak in it.
  var isSpoken: Bool { contains(where: \.isSpoken) }
}

extension RandomAccessCollection<Scalar> where SubSequence == ArraySlice<Scalar> {
  /// Without blanks at either end.
  var trimmed: ArraySlice<Scalar> {
    var part = self[startIndex..<endIndex]
    while let first = part.first, first.isBlank { part.removeFirst() }
    while let last = part.last, last.isBlank { part.removeLast() }
    return part
  }
}

extension String {
  /// As scalars.
  var scalars: [Scalar] { Array(unicodeScalars) }

  /// Without blanks at either end.
  var trimmedBlanks: String { scalars.trimmed.text }
}

extension [UInt8] {
  /// Adds a scalar as UTF-8.
  mutating func append(_ scalar: Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
