extension FileFacts {
  /// Finds the comments among the metadata of a FLAC file.
  mutating func readBlocks(of file: FileBytes) {
    var place: Int64 = 4
    while case let header = file.bytes(at: place, count: 4), header.count == 4 {
      let size = header[1...].reduce(0) { $0 << 8 | Int($1) }
      if header[0] & 0x7f == 4 { readComments(file.bytes(at: place + 4, count: size)[...]) }
      if header[0] & 0x80 != 0 { return }
      place += 4 + Int64(size)
    }
  }

  /// Collects the second packet of an Ogg stream, which holds the comments.
  mutating func readPackets(of file: FileBytes, prefix: Int) {
    var place: Int64 = 0
    var packet: [UInt8] = []
    var number = 0
    while packet.count < 1 << 22 {
      let header = file.bytes(at: place, count: 27)
      guard header.count == 27, header[..<4].elementsEqual("OggS".utf8) else { return }
      let laces = file.bytes(at: place + 27, count: Int(header[26]))
      let body = file.bytes(
        at: place + 27 + Int64(laces.count), count: laces.reduce(0) { $0 + Int($1) })
      var start = 0
      for lace in laces {
        if start + Int(lace) > body.count { return }
        packet += body[start..<start + Int(lace)]
        start += Int(lace)
        if lace == 255 { continue }
        if number == 1 {
          readComments(packet.dropFirst(prefix))
          return
        }
        number += 1
        packet = []
      }
      place += 27 + Int64(laces.count + body.count)
    }
  }

  private mutating func readComments(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    func take() -> ArraySlice<UInt8>? {
      guard rest.count >= 4 else { return nil }
      let size = Int(little(rest.prefix(4)))
      guard rest.count >= 4 + size else { return nil }
      defer { rest = rest.dropFirst(4 + size) }
      return rest.dropFirst(4).prefix(size)
    }
    guard take() != nil, rest.count >= 4 else { return }
    rest = rest.dropFirst(4)
    var starts: [String: Int64] = [:]
    while let line = take() {
      let parts = String(decoding: line, as: UTF8.self).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let (name, value) = (parts[0].uppercased(), String(parts[1]))
      switch name {
      case "TITLE": title = value
      case "ARTIST": author = value
      case "LANGUAGE": language = value
      case "DATE": date = value
      case "COMMENT": comment = value
      case "PERFORMER": performer = value
      case "DESCRIPTION": summary = value
      case "ALBUM": album = value
      case "TRACKNUMBER": track = TrackNumber(text: value)
      case "TRACKTOTAL": track?.count = Int(value)
      default:
        guard name.hasPrefix("CHAPTER") else { continue }
        if name.hasSuffix("NAME"), let start = starts[String(name.dropLast(4))] {
          chapters.append(FileChapter(milliseconds: start, name: value))
        } else if let time = Self.milliseconds(value) {
          starts[name] = time
        }
      }
    }
  }

  /// `01:02:03.456` in milliseconds.
  private static func milliseconds(_ time: String) -> Int64? {
    let parts = time.split(whereSeparator: { ":.".contains($0) }).map { Int64($0) }
    guard parts.count == 4, let hours = parts[0], let minutes = parts[1], let seconds = parts[2],
      let rest = parts[3], [hours, minutes, seconds, rest].allSatisfy({ $0 >= 0 && $0 < 100_000 })
    else { return nil }
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
  }
}
