/// Mistakes in the bytes of a file, before anything is read.
enum TextProblem: Problem {
  /// More bytes than a file may have.
  case tooLarge(bytes: Int)
  /// A byte that is not UTF-8, and the letter an old encoding meant by it.
  case notUTF8(byte: UInt8, latin: Character?)
  /// So many bytes that are no text that this is another kind of file.
  case notText
  /// The byte-order mark of UTF-16, or its pattern of bytes.
  case utf16
  /// A NUL.
  case nul
  /// A control character other than tab and line ends.
  case control(Unicode.Scalar)
  /// A character that turns the direction of text.
  case direction(Unicode.Scalar)
  /// More characters than a line may have.
  case lineTooLong(characters: Int)
}

extension TextProblem {
  var words: Words {
    switch self {
    case .tooLarge(let bytes):
      Words(
        code: .tooLarge, title: "file too large",
        message:
          "This file has \(grouped(bytes)) bytes; at most \(grouped(Limit.fileBytes)) are read.",
        hint: "Split it, and join the parts with [include …].")
    case .notUTF8(let byte, let latin):
      Words(
        code: .invalidUTF8, title: "not UTF-8",
        message: "The byte 0x\(hexadecimal(byte)) here is not UTF-8 text.",
        hint: latin.map {
          "In an older encoding it is \"\($0)\": open the file in an editor and save it as UTF-8."
        } ?? "Open the file in an editor and save it as UTF-8.")
    case .utf16:
      Words(
        code: .invalidUTF8, title: "not UTF-8",
        message: "This file is UTF-16 text.",
        hint: "Open it in an editor and save it as UTF-8.")
    case .notText:
      Words(
        code: .invalidUTF8, title: "not a text file", message: "This file is not UTF-8 text.",
        hint: "If it is text, open it in an editor and save it as UTF-8.")
    case .nul:
      Words(
        code: .nul, title: "NUL character",
        message: "This file contains a NUL byte, which text files can't have.",
        hint: "Check that this is a text file, or remove the byte.", replacement: "")
    case .control(let scalar) where scalar == "\r":
      Words(
        code: .control, title: "control character",
        message: "There is a carriage return here without a line feed.",
        hint: "Save the file with LF or CRLF line ends.", replacement: "\n")
    case .control(let scalar):
      Words(
        code: .control, title: "control character",
        message: "There is an invisible control character here (\(codePoint(scalar))).",
        hint: "Remove it.", replacement: "")
    case .direction(let scalar):
      Words(
        code: .direction, title: "direction character",
        message:
          "There is an invisible character here that turns the text around (\(codePoint(scalar))).",
        hint: "Remove it, so that everybody sees what is spoken.", replacement: "")
    case .lineTooLong(let characters):
      Words(
        code: .lineTooLong, title: "line too long",
        message:
          "This line has \(grouped(characters)) characters; at most \(grouped(Limit.lineCharacters)) are read.",
        hint: "Break it into several lines.")
    }
  }
}

/// `0xE4` without the prefix.
private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// `1,048,576`.
func grouped(_ number: some BinaryInteger) -> String {
  var digits = String(number)
  var index = digits.count - 3
  let first = number < 0 ? 1 : 0
  while index > first {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
    index -= 3
  }
  return digits
}
