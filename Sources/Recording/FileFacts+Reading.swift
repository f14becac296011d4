import CSndFile
import Glibc

extension FileFacts {
  /// Reads what a sound file of ours says about itself; nil if it is none.
  public init?(path: String) {
    guard let file = FileBytes(path) else { return nil }
    guard let format = Self.format(of: file) else { return nil }
    var info = SF_INFO()
    guard let handle = sf_open(path, Int32(SFM_READ), &info) else { return nil }
    sf_close(handle)
    guard info.samplerate > 0, info.frames >= 0 else { return nil }
    self.init(format: format, milliseconds: info.frames * 1000 / Int64(info.samplerate))
    switch format {
    case .wav: readChunks(of: file)
    case .flac: readBlocks(of: file)
    case .opus: readPackets(of: file, prefix: OggPages.Codec.opus.prefix)
    case .vorbis: readPackets(of: file, prefix: OggPages.Codec.vorbis.prefix)
    case .mp3: readTag(of: file)
    }
  }

  private static func format(of file: FileBytes) -> FileFormat? {
    let start = file.bytes(at: 0, count: 36)
    func has(_ text: String, at place: Int = 0) -> Bool {
      start.dropFirst(place).prefix(text.utf8.count).elementsEqual(text.utf8)
    }
    if has("RIFF") || has("RF64") { return .wav }
    if has("fLaC") { return .flac }
    if has("OggS") {
      return has("OpusHead", at: 28) ? .opus : has("vorbis", at: 29) ? .vorbis : nil
    }
    let isSync = start.count > 1 && start[0] == 0xff && start[1] & 0xe0 == 0xe0
    return has("ID3") || isSync ? .mp3 : nil
  }
}

// MARK: - WAV

extension FileFacts {
  private mutating func readChunks(of file: FileBytes) {
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
      case "ds64" where body.count >= 16: dataBytes = Int64(clamping: little64(body[8..<16]))
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

// MARK: - Vorbis comments

extension FileFacts {
  private mutating func readBlocks(of file: FileBytes) {
    var place: Int64 = 4
    while case let header = file.bytes(at: place, count: 4), header.count == 4 {
      let size = header[1...].reduce(0) { $0 << 8 | Int($1) }
      if header[0] & 0x7f == 4 { readComments(file.bytes(at: place + 4, count: size)[...]) }
      if header[0] & 0x80 != 0 { return }
      place += 4 + Int64(size)
    }
  }

  /// Collects the second packet of an Ogg stream, which holds the comments.
  private mutating func readPackets(of file: FileBytes, prefix: Int) {
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

// MARK: - ID3

extension FileFacts {
  private mutating func readTag(of file: FileBytes) {
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
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      isLittle
        ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }
    return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
  }
}

// MARK: - Bytes

/// A file to look into at any place.
private final class FileBytes {
  private let descriptor: Int32

  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 { return nil }
    var facts = stat()
    // A FIFO in the folder would answer never, a device for ever.
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func bytes(at place: Int64, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, used in
      used = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(place)))
    }
  }
}

private func little(_ bytes: ArraySlice<UInt8>) -> UInt32 {
  bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
}

private func little64(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
}
