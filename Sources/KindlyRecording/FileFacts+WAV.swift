extension FileFacts {
  /// Reads cues, their labels and the tags of a WAV or RF64 file.
  mutating func readChunks(of file: FileBytes) {
    var place: Int64 = 12
    var rate: Int64 = 48_000
    var dataBytes: Int64?
    var starts: [UInt32: Int64] = [:]
    while case let header = file.bytes(at: place, count: 8), header.count == 8 {
      let name = String(decoding: header[..<4], as: UTF8.self)
      var size = Int64(little(header[4...]))
      if name == "data", size == UInt32.max, let dataBytes { size = dataBytes }
      let body = name == "data" ? [] : file.bytes(at: place + 8, count: Int(min(size, 1 << 20)))
      switch name {
      case "ds64" where body.count >= 16:
        // A head may claim more than can be added to a place.
        dataBytes = Int64(clamping: min(little64(body[8..<16]), 1 << 60))
      case "fmt " where body.count >= 8: rate = max(1, Int64(little(body[4..<8])))
      case "cue ":
        for cue in stride(from: 4, to: body.count - 23, by: 24) {
          starts[little(body[cue..<cue + 4])] = Int64(little(body[cue + 20..<cue + 24]))
        }
      case "LIST" where body.count >= 4:
        let isInfo = body[..<4].elementsEqual("INFO".utf8)
        readList(body[4...], isInfo: isInfo, rate: rate, starts: starts)
      default: break
      }
      place += 8 + size + size % 2
    }
  }

  private mutating func readList(
    _ list: ArraySlice<UInt8>, isInfo: Bool, rate: Int64, starts: [UInt32: Int64]
  ) {
    var rest = list
    while rest.count >= 8 {
      let name = String(decoding: rest.prefix(4), as: UTF8.self)
      let size = Int(little(rest.dropFirst(4).prefix(4)))
      let body = rest.dropFirst(8).prefix(size)
      let text = String(
        decoding: (isInfo ? body : body.dropFirst(4)).prefix { $0 != 0 }, as: UTF8.self)
      switch name {
      case "INAM": title = text
      case "IART": author = text
      case "ILNG": language = text
      case "ICRD": date = text
      case "ICMT": comment = text
      case "ISTR": performer = text
      case "ISBJ": summary = text
      case "IPRD": album = text
      case "IPRT": track = TrackNumber(text: text)
      case "labl" where !isInfo:
        if let start = starts[little(body.prefix(4))] {
          chapters.append(FileChapter(milliseconds: start * 1000 / rate, name: text))
        }
      default: break
      }
      rest = rest.dropFirst(8 + size + size % 2)
    }
  }
}
