import KindlyBase

import Glibc

/// A text and how it came out of its bytes.
struct Decoded {
  var text: String
  /// What was done to the bytes, where that is worth saying.
  var note: String?
}

/// Bytes of a script as text: byte-order marks, UTF-16 and UTF-32, Windows-1252, UTF-8 that was
/// decoded as Windows-1252 on its way, and the letters of old Macs.
enum Decoding {
  /// The text of a file.
  /// - Throws: `ImportProblem` where the bytes are no text.
  static func text(of bytes: [UInt8]) throws(ImportProblem) -> Decoded {
    if let (encoding, mark) = wideEncoding(of: bytes) {
      guard let text = converted(Array(bytes.dropFirst(mark)), from: encoding) else {
        throw .damaged(kind: encoding + " text", reason: "some of its bytes are no characters")
      }
      return Decoded(text: try checked(text), note: "read as \(encoding)")
    }
    if let problem = FileSignature.problem(of: bytes) { throw problem }
    var bytes = bytes[...]
    while bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    try checkControls(bytes)
    if let text = String(validating: bytes, as: UTF8.self) {
      if let repaired = Mojibake.repaired(text) {
        return Decoded(text: repaired, note: "letters repaired that were decoded wrongly before")
      }
      return Decoded(text: text)
    }
    if let name = declaredEncoding(in: bytes), let text = converted(Array(bytes), from: name) {
      return Decoded(text: text, note: "read as \(name)")
    }
    if MacRoman.isLikely(bytes), let text = converted(Array(bytes), from: "MACINTOSH") {
      return Decoded(text: text, note: "read as Mac OS Roman")
    }
    return Decoded(text: mixed(bytes), note: "read as Windows-1252")
  }

  // MARK: - Wide encodings

  /// UTF-16 or UTF-32 by their mark, or by the zero bytes that Latin letters have there.
  private static func wideEncoding(of bytes: [UInt8]) -> (name: String, mark: Int)? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    let start = bytes.prefix(512)
    guard start.count >= 8 else { return nil }
    let zeros = (0..<2).map { odd in
      start.enumerated().count { $0.offset % 2 == odd && $0.element == 0 }
    }
    let half = start.count / 2
    if zeros[1] > half / 2, zeros[0] <= half / 20 { return ("UTF-16LE", 0) }
    if zeros[0] > half / 2, zeros[1] <= half / 20 { return ("UTF-16BE", 0) }
    return nil
  }

  /// The bytes in another encoding; nil where the library doesn't know it or they are none.
  static func converted(_ bytes: [UInt8], from encoding: String) -> String? {
    let bytes = bytes.count % 2 == 1 && encoding.hasPrefix("UTF-16") ? bytes.dropLast() : bytes
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let room = output.count
    var left = room
    let isDone = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var count = input.count
        return iconv(converter, &from, &count, &to, &left) != -1
      }
    }
    guard isDone else { return nil }
    return String(decoding: output[..<(room - left)].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func checked(_ text: String) throws(ImportProblem) -> String {
    try checkControls(Array(text.utf8)[...])
    return text
  }

  // MARK: - Narrow encodings

  /// Text has no NUL and few control characters.
  private static func checkControls(_ bytes: ArraySlice<UInt8>) throws(ImportProblem) {
    var controls = 0
    for byte in bytes where byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 {
      controls += byte == 0 ? 4 : 1
    }
    if controls > 2 + bytes.count / 100 { throw FileSignature.unknown }
  }

  /// `encoding="ISO-8859-2"` or `charset=…` near the start.
  private static func declaredEncoding(in bytes: ArraySlice<UInt8>) -> String? {
    let head = String(decoding: bytes.prefix(1024).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .lowercased()
    for key in ["encoding=", "charset="] {
      guard let place = head.firstRange(of: key) else { continue }
      let value = head[place.upperBound...].drop { "\"' ".contains($0) }
        .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
      if !value.isEmpty, value != "utf-8", value != "utf8" { return String(value).uppercased() }
    }
    return nil
  }

  /// UTF-8 where it is, and Windows-1252 for every byte that is none.
  private static func mixed(_ bytes: ArraySlice<UInt8>) -> String {
    var out = String.UnicodeScalarView()
    var rest = bytes
    while let byte = rest.first {
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      if length > 0, rest.count >= length,
        let text = String(validating: rest.prefix(length), as: UTF8.self)
      {
        out.append(contentsOf: text.unicodeScalars)
        rest = rest.dropFirst(length)
      } else {
        out.append(Windows1252.scalar(byte))
        rest = rest.dropFirst()
      }
    }
    return String(out)
  }
}
