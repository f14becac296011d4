import KindlyTimeline

/// Tags and chapters as FLAC, Ogg Vorbis and Ogg Opus keep them: `NAME=value` lines.
///
/// Chapters follow the Xiph wiki's "Chapter Extension": `CHAPTER000=00:00:00.000` and
/// `CHAPTER000NAME=…`.
struct VorbisComments {
  /// The lines in order.
  var lines: [String] = []

  init(tags: Tags, chapters: [Chapter]) {
    let pairs: [(String, String?)] = [
      ("TITLE", tags.title), ("ARTIST", tags.author), ("LANGUAGE", tags.language),
      ("DATE", tags.date), ("COMMENT", tags.comment), ("PERFORMER", tags.performer),
      ("DESCRIPTION", tags.summary), ("ALBUM", tags.album), ("GENRE", tags.genre),
      ("TRACKNUMBER", tags.track.map { "\($0.number)" }),
      ("TRACKTOTAL", tags.track.flatMap(\.count).map { "\($0)" }),
    ]
    lines = pairs.compactMap { name, text in text.map { "\(name)=\($0)" } }
    for (index, chapter) in chapters.prefix(1000).enumerated() {
      let number = padded(Int64(index), 3)
      lines.append("CHAPTER\(number)=\(chapter.start.time(separator: "."))")
      lines.append("CHAPTER\(number)NAME=\(chapter.name)")
    }
  }

  /// With more lines at the end.
  func adding(_ pairs: [(String, String)]) -> VorbisComments {
    var comments = self
    comments.lines += pairs.map { "\($0)=\($1)" }
    return comments
  }

  /// With a picture among the lines, as Ogg files keep one: a FLAC picture block in Base64.
  func adding(_ cover: CoverPicture?) -> VorbisComments {
    guard let cover else { return self }
    var comments = self
    comments.lines.append("METADATA_BLOCK_PICTURE=\(Base64.text(cover.block))")
    return comments
  }

  /// Bytes of the lines, without the vendor and the count before them.
  var body: [UInt8] {
    var all = Bytes()
    for line in lines {
      all.little(UInt32(line.utf8.count))
      all.text(line)
    }
    return all.all
  }

  /// All of it behind the name of whoever made the stream.
  func packet(vendor: String) -> [UInt8] {
    var all = Bytes()
    all.little(UInt32(vendor.utf8.count))
    all.text(vendor)
    all.little(UInt32(lines.count))
    return all.all + body
  }

  /// `original`, the comments an encoder wrote from its length of vendor on, with our lines in
  /// place of its own; nil if it is cut short.
  func replacing(_ original: ArraySlice<UInt8>) -> [UInt8]? {
    guard original.count >= 4 else { return nil }
    let vendor = original.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard original.count >= 4 + vendor + 4 else { return nil }
    var all = Bytes(all: Array(original.prefix(4 + vendor)))
    all.little(UInt32(lines.count))
    return all.all + body
  }
}

/// A whole number with zeros before it.
func padded(_ number: Int64, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

extension Frames {
  /// `01:02:03.456`, milliseconds rounded down.
  func time(separator: String) -> String {
    let all = max(0, milliseconds)
    return "\(padded(all / 3_600_000, 2)):\(padded(all / 60_000 % 60, 2)):"
      + "\(padded(all / 1000 % 60, 2))\(separator)\(padded(all % 1000, 3))"
  }
}
