import KindlyTimeline

/// Everything of a WAV file that is not samples, known before the first byte is written.
///
/// The samples stand right after the shortest possible beginning, for players that expect them there;
/// chapters and tags follow them. RF64 (EBU Tech 3306) is chosen when the sizes do not fit in 32 bits.
struct WAVLayout {
  /// Bytes before the samples.
  var beginning: [UInt8]
  /// Bytes after the samples.
  var end: [UInt8]
  /// Bytes of the samples.
  var dataBytes: Int64

  /// Bytes of the whole file.
  var fileBytes: Int64 { Int64(beginning.count) + dataBytes + Int64(end.count) }

  /// Lays out `frames` frames, counted at the encoding's rate.
  init(frames: Int64, encoding: Encoding, chapters: [Chapter], tags: Tags) {
    let frameBytes = encoding.channels * encoding.samples.bytes
    dataBytes = frames * Int64(frameBytes)
    let pad: [UInt8] = dataBytes % 2 == 1 ? [0] : []
    end = pad + Self.metadata(encoding: encoding, chapters: chapters, tags: tags)

    var format = Bytes()
    let isFloat = encoding.samples == .float32
    format.little(UInt16(isFloat ? 3 : 1))  // WAVE_FORMAT_IEEE_FLOAT, WAVE_FORMAT_PCM
    format.little(UInt16(encoding.channels))
    format.little(UInt32(encoding.rate))
    format.little(UInt32(encoding.rate * frameBytes))
    format.little(UInt16(frameBytes))
    format.little(UInt16(encoding.samples.rawValue))
    if isFloat { format.little(UInt16(0)) }

    var inner = Bytes()
    inner.name("WAVE")
    let fixed = 4 + 8 + format.all.count + (isFloat ? 12 : 0) + 8
    let riffBytes = Int64(fixed) + dataBytes + Int64(end.count)
    let isLarge = riffBytes > Int64(UInt32.max) || frames > Int64(UInt32.max)
    if isLarge {
      var sizes = Bytes()
      sizes.little(riffBytes + 36)
      sizes.little(dataBytes)
      sizes.little(frames)
      sizes.little(UInt32(0))  // no other chunk is larger than 4 GiB
      inner.chunk("ds64", sizes.all)
    }
    inner.chunk("fmt ", format.all)
    if isFloat {
      var fact = Bytes()
      fact.little(UInt32(clamping: frames))
      inner.chunk("fact", fact.all)
    }
    inner.name("data")
    inner.little(isLarge ? UInt32.max : UInt32(dataBytes))

    var all = Bytes()
    all.name(isLarge ? "RF64" : "RIFF")
    all.little(isLarge ? UInt32.max : UInt32(riffBytes))
    all.all += inner.all
    beginning = all.all
  }

  private static func metadata(
    encoding: Encoding, chapters: [Chapter], tags: Tags
  ) -> [UInt8] {
    var all = Bytes()
    // A cue counts frames in 32 bits: a day at 48 kHz. Later chapters have no place in a WAV file.
    let chapters = chapters.filter { $0.start.at(rate: encoding.rate) <= Int64(UInt32.max) }
    if !chapters.isEmpty {
      var cues = Bytes()
      var labels = Bytes()
      cues.little(UInt32(chapters.count))
      labels.name("adtl")
      for (index, chapter) in chapters.enumerated() {
        let start = UInt32(clamping: chapter.start.at(rate: encoding.rate))
        cues.little(UInt32(index + 1))
        cues.little(start)
        cues.name("data")
        cues.little(UInt32(0))
        cues.little(UInt32(0))
        cues.little(start)
        var label = Bytes()
        label.little(UInt32(index + 1))
        label.text(chapter.name)
        label.all.append(0)
        labels.chunk("labl", label.all)
      }
      all.chunk("cue ", cues.all)
      all.chunk("LIST", labels.all)
    }
    var info = Bytes()
    info.name("INFO")
    for (name, text) in tags.info {
      info.chunk(name, Array(text.utf8) + [0])
    }
    all.chunk("LIST", info.all)
    return all.all
  }
}

extension Tags {
  fileprivate var info: [(StaticString, String)] {
    let pairs: [(StaticString, String?)] = [
      ("INAM", title), ("IART", author), ("ILNG", language), ("ICRD", date), ("ICMT", comment),
      ("ISTR", performer), ("ISBJ", summary), ("IPRD", album), ("IGNR", genre),
      ("IPRT", track?.text),
    ]
    return pairs.compactMap { name, text in text.map { (name, $0) } }
  }
}
