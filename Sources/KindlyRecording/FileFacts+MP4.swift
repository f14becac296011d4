extension FileFacts {
  /// Length and tags of an M4A file (ISO 14496-12; the list of tags as iTunes writes it); nil if it has
  /// no table of contents.
  static func ofMP4(_ file: FileBytes) -> FileFacts? {
    guard let movie = Atom.find("moov", in: file) else { return nil }
    var facts = FileFacts(format: .m4a, milliseconds: 0)
    for atom in Atom.list(
      file.bytes(
        at: movie.lowerBound, count: Int(min(movie.upperBound - movie.lowerBound, 1 << 23)))[...])
    {
      switch atom.name {
      case "mvhd": facts.milliseconds = length(atom.body)
      case "udta": facts.readUserData(atom.body)
      default: break
      }
    }
    return facts
  }

  private static func length(_ body: ArraySlice<UInt8>) -> Int64 {
    let isLong = body.first == 1
    let times = body.dropFirst(isLong ? 20 : 12)
    let scale = Int64(big(times.prefix(4)))
    let count = Int64(clamping: big(times.dropFirst(4).prefix(isLong ? 8 : 4)))
    return scale > 0 ? min(count, Int64.max / 1000) * 1000 / scale : 0
  }

  private mutating func readUserData(_ body: ArraySlice<UInt8>) {
    for atom in Atom.list(body) {
      if atom.name == "chpl" { readChapters(atom.body) }
      guard atom.name == "meta" else { continue }
      // Version and flags, then boxes.
      for list in Atom.list(atom.body.dropFirst(4)) where list.name == "ilst" {
        for tag in Atom.list(list.body) { readTag(tag) }
      }
    }
  }

  private mutating func readTag(_ tag: Atom) {
    let parts = Atom.list(tag.body)
    guard let data = parts.first(where: { $0.name == "data" }) else { return }
    // Kind and country before the value.
    let value = data.body.dropFirst(8)
    let text = String(decoding: value, as: UTF8.self)
    switch tag.name {
    case "©nam": title = text
    case "©ART": author = text
    case "©alb": album = text
    case "©day": date = text
    case "©cmt": comment = text
    case "desc": summary = text
    case "trkn" where value.count >= 6:
      let count = Int(Self.big(value.dropFirst(4).prefix(2)))
      track = TrackNumber(Int(Self.big(value.dropFirst(2).prefix(2))), of: count > 0 ? count : nil)
    case "----":
      // In the free form the name is a box of its own: version and flags, then text.
      let name = parts.first { $0.name == "name" }?.body.dropFirst(4) ?? []
      switch String(decoding: name, as: UTF8.self) {
      case "PERFORMER": performer = text
      case "LANGUAGE": language = text
      default: break
      }
    default: break
    }
  }

  /// Nero's list of chapters: a time in 100 ns and a name each.
  private mutating func readChapters(_ body: ArraySlice<UInt8>) {
    var rest = body.dropFirst(9)
    while rest.count >= 9 {
      let start = Int64(clamping: Self.big(rest.prefix(8)) / 10_000)
      let size = Int(rest.dropFirst(8).first ?? 0)
      let name = String(decoding: rest.dropFirst(9).prefix(size), as: UTF8.self)
      chapters.append(FileChapter(milliseconds: start, name: name))
      rest = rest.dropFirst(9 + size)
    }
  }

  private static func big(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// A box of an MP4 file.
struct Atom {
  var name: String
  var body: ArraySlice<UInt8>

  /// The boxes in some bytes, as far as they are whole.
  static func list(_ bytes: ArraySlice<UInt8>) -> [Atom] {
    var atoms: [Atom] = []
    var rest = bytes
    while rest.count >= 8 {
      let size = Int(rest.prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
      guard size >= 8, size <= rest.count else { return atoms }
      let letters = rest.dropFirst(4).prefix(4).map { Character(Unicode.Scalar($0)) }
      atoms.append(Atom(name: String(letters), body: rest.dropFirst(8).prefix(size - 8)))
      rest = rest.dropFirst(size)
    }
    return atoms
  }

  /// The names of boxes that follow one another, and where each lies, its head included.
  static func places(in bytes: ArraySlice<UInt8>) -> [(name: String, place: Range<Int>)] {
    list(bytes).map { ($0.name, $0.body.startIndex - 8..<$0.body.endIndex) }
  }

  /// Where the content of a box of the file itself lies.
  static func find(_ name: String, in file: FileBytes) -> Range<Int64>? {
    var place: Int64 = 0
    while case let head = file.bytes(at: place, count: 16), head.count >= 8 {
      var size = Int64(head[..<4].reduce(0) { $0 << 8 | UInt64($1) })
      var start: Int64 = 8
      if size == 1, head.count == 16 {
        size = Int64(min(head[8...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, 1 << 60))
        start = 16
      }
      guard size >= start else { return nil }
      if head[4..<8].elementsEqual(name.utf8) { return place + start..<place + size }
      place += size
    }
    return nil
  }
}
