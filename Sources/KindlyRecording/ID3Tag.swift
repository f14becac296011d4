import KindlyTimeline

/// Tags and chapters at the beginning of an MP3 file: ID3 version 2.3, which every player reads, with
/// the chapter frames of the ID3v2 Chapter Frame Addendum.
struct ID3Tag {
  /// The tag, header and all.
  var bytes: [UInt8]

  /// A tag that has room for any loudness, and tells it if it is known.
  init(tags: Tags, chapters: [Chapter], loudness: TrackLoudness? = nil) {
    var frames = Bytes()
    frames.text("TIT2", tags.title)
    if let author = tags.author { frames.text("TPE1", author) }
    if let language = tags.language { frames.text("TLAN", Self.threeLetters(language)) }
    if let date = tags.date {
      frames.text("TYER", String(date.prefix(4)))
      let parts = date.split(separator: "-")
      if parts.count == 3 { frames.text("TDAT", String(parts[2] + parts[1])) }
    }
    if let comment = tags.comment {
      var body = Bytes(all: [1])
      body.text(tags.language.map(Self.threeLetters) ?? "und")
      body.wide("")
      body.all += [0, 0]
      body.wide(comment)
      frames.frame("COMM", body.all)
    }
    if let album = tags.album { frames.text("TALB", album) }
    if let genre = tags.genre { frames.text("TCON", genre) }
    if let track = tags.track { frames.text("TRCK", track.text) }
    for (name, text) in [("PERFORMER", tags.performer), ("DESCRIPTION", tags.summary)] {
      if let text { frames.own(name, text) }
    }
    if let cover = tags.cover {
      var body = Bytes(all: [0])
      body.text(cover.media + "\0")
      body.all += [3, 0]  // a front cover without a description
      frames.frame("APIC", body.all + cover.bytes)
    }
    let listed = chapters.prefix(255)
    if !listed.isEmpty {
      var contents = Bytes()
      contents.text("toc\0")
      contents.all += [3, UInt8(listed.count)]  // top level, ordered
      for index in listed.indices { contents.text("c\(index)\0") }
      frames.frame("CTOC", contents.all)
    }
    for (index, chapter) in listed.enumerated() {
      var body = Bytes()
      body.text("c\(index)\0")
      body.big(UInt32(clamping: chapter.start.milliseconds))
      body.big(UInt32(clamping: chapter.end.milliseconds))
      body.big(UInt32.max)  // no byte offsets: the times count
      body.big(UInt32.max)
      body.text("TIT2", chapter.name)
      frames.frame("CHAP", body.all)
    }
    let room = Self.frames(TrackLoudness.widest).count
    let measured = loudness.map(Self.frames) ?? []
    // Zeros behind the last frame are padding.
    frames.all += measured + [UInt8](repeating: 0, count: max(0, room - measured.count))
    var all = Bytes()
    all.text("ID3")
    all.all += [3, 0, 0]
    // Four times seven bits, so that no player takes the size for sound.
    for shift in [21, 14, 7, 0] { all.all.append(UInt8(frames.all.count >> shift & 0x7f)) }
    bytes = all.all + frames.all
  }

  private static func frames(_ loudness: TrackLoudness) -> [UInt8] {
    var frames = Bytes()
    for (name, text) in loudness.replayGain { frames.own(name, text) }
    return frames.all
  }

  /// The ISO 639-2 code that ID3 wants for a BCP 47 tag; `und` for a language not in the table.
  static func threeLetters(_ language: String) -> String {
    let primary = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    if primary.utf8.count == 3 { return primary }
    return codes[primary] ?? "und"
  }

  /// The two-letter code of a tag that begins with three letters; nil where it has none.
  static func twoLetters(_ language: String) -> String? {
    let parts = language.split(separator: "-", maxSplits: 1)
    guard let primary = parts.first, primary.utf8.count == 3,
      let code = codes.first(where: { $0.value == primary.lowercased() })?.key
    else { return nil }
    return parts.count > 1 ? "\(code)-\(parts[1])" : code
  }

  private static let codes = [
    "ar": "ara", "bg": "bul", "bn": "ben", "bo": "bod", "ca": "cat", "cs": "ces", "cy": "cym",
    "da": "dan", "de": "deu", "el": "ell", "en": "eng", "eo": "epo", "es": "spa", "et": "est",
    "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle", "he": "heb", "hi": "hin",
    "hr": "hrv", "hu": "hun", "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ko": "kor",
    "la": "lat", "lt": "lit", "lv": "lav", "my": "mya", "ne": "nep", "nl": "nld", "no": "nor",
    "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sa": "san", "si": "sin", "sk": "slk",
    "sl": "slv", "sr": "srp", "sv": "swe", "ta": "tam", "th": "tha", "tr": "tur", "uk": "ukr",
    "ur": "urd", "vi": "vie", "zh": "zho",
  ]
}

extension Bytes {
  fileprivate mutating func frame(_ name: StaticString, _ body: [UInt8]) {
    self.name(name)
    big(UInt32(body.count))
    all += [0, 0]
    all += body
  }

  /// A text under a name of one's own.
  fileprivate mutating func own(_ name: String, _ text: String) {
    var body = Bytes(all: [1])
    body.wide(name)
    body.all += [0, 0]
    body.wide(text)
    frame("TXXX", body.all)
  }

  fileprivate mutating func text(_ name: StaticString, _ text: String) {
    var body = Bytes(all: [1])
    body.wide(text)
    frame(name, body.all)
  }

  /// UTF-16 with its byte order mark.
  fileprivate mutating func wide(_ text: String) {
    little(UInt16(0xfeff))
    for unit in text.utf16 { little(unit) }
  }
}
