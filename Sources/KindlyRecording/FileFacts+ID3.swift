extension FileFacts {
  /// Reads an ID3 tag of version 2.3, as we write it.
  mutating func readTag(of file: FileBytes) {
    let header = file.bytes(at: 0, count: 10)
    guard header.count == 10, header[..<3].elementsEqual("ID3".utf8), header[3] == 3 else { return }
    let size = header[6...].reduce(0) { $0 << 7 | Int($1 & 0x7f) }
    readFrames(file.bytes(at: 10, count: min(size, 1 << 22))[...])
  }

  private mutating func readFrames(_ frames: ArraySlice<UInt8>) {
    for (name, body) in Self.frames(frames) {
      switch name {
      case "TIT2": title = Self.text(body)
      case "TPE1": author = Self.text(body)
      case "TLAN": language = Self.text(body)
      case "TALB": album = Self.text(body)
      case "TRCK": track = TrackNumber(text: Self.text(body))
      case "TXXX": readOwn(body)
      case "TYER": date = Self.text(body) + (date ?? "")
      case "TDAT":
        // Day and month in four digits, beside the year.
        let digits = Self.text(body)
        date = (date ?? "") + "-\(digits.suffix(2))-\(digits.prefix(2))"
      // Encoding, language, an empty description with its mark and end, the remark.
      case "COMM": comment = Self.text(body.prefix(1) + body.dropFirst(8))
      case "CHAP":
        let times = body.drop { $0 != 0 }.dropFirst()
        guard times.count >= 16 else { continue }
        let start = times.prefix(4).reduce(0) { $0 << 8 | Int64($1) }
        let name = Self.frames(times.dropFirst(16)).first { $0.0 == "TIT2" }
        chapters.append(FileChapter(milliseconds: start, name: name.map { Self.text($0.1) } ?? ""))
      default: break
      }
    }
  }

  /// A text of one's own: its name, then what it says.
  private mutating func readOwn(_ body: ArraySlice<UInt8>) {
    // In UTF-16, as we write it, two zeros on an even place end the name.
    let name = Self.text(body)
    let text = Self.text(body.prefix(1) + body.dropFirst(1 + 2 + name.utf16.count * 2 + 2))
    switch name {
    case "PERFORMER": performer = text
    case "DESCRIPTION": summary = text
    default: break
    }
  }

  private static func frames(_ bytes: ArraySlice<UInt8>) -> [(String, ArraySlice<UInt8>)] {
    var frames: [(String, ArraySlice<UInt8>)] = []
    var rest = bytes
    while rest.count >= 10, rest.first != 0 {
      let size = rest.dropFirst(4).prefix(4).reduce(0) { $0 << 8 | Int($1) }
      frames.append(
        (String(decoding: rest.prefix(4), as: UTF8.self), rest.dropFirst(10).prefix(size)))
      rest = rest.dropFirst(10 + size)
    }
    return frames
  }

  /// Text in UTF-16 with its mark, or in Latin 1.
  private static func text(_ body: ArraySlice<UInt8>) -> String {
    let bytes = Array(body.dropFirst())
    if body.first == 0 {
      return String(String.UnicodeScalarView(bytes.prefix { $0 != 0 }.map { Unicode.Scalar($0) }))
    }
    guard bytes.count >= 2 else { return "" }
    let isLittle = bytes[0] == 0xff
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place -> UInt16 in
      let (low, high) = isLittle ? (place, place + 1) : (place + 1, place)
      return UInt16(bytes[low]) | UInt16(bytes[high]) << 8
    }
    return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
  }
}
