/// Tags that an MP4 file has no box of its own for, in the free form that iTunes began and that taggers
/// and players read: a name below `com.apple.iTunes` and a text.
///
/// ffmpeg writes none of them. They are added to what it wrote, in the list of tags, and everything
/// that tells sizes and places is made to fit.
struct MP4Tags {
  /// Names and texts, in their order.
  var lines: [(name: String, text: String)]

  /// Loudness as ReplayGain 2.0 tells it, the voice and the language.
  init(loudness: TrackLoudness?, performer: String?, language: String?) {
    lines =
      (loudness?.replayGain ?? []).map { ($0.0.lowercased(), $0.1) }
      + [("PERFORMER", performer), ("LANGUAGE", language)].compactMap { name, text in
        text.map { (name, $0) }
      }
  }

  /// The boxes: who names it, the name, the text in UTF-8 (kind 1).
  var boxes: [UInt8] {
    lines.flatMap { line in
      var data = Bytes()
      data.big(UInt32(1))
      data.big(UInt32(0))
      data.text(line.text)
      return Self.box(
        "----",
        Self.box("mean", [0, 0, 0, 0] + Array("com.apple.iTunes".utf8))
          + Self.box("name", [0, 0, 0, 0] + Array(line.name.utf8)) + Self.box("data", data.all))
    }
  }

  /// A table of contents (a whole `moov` box) with the tags at the end of its list.
  ///
  /// - Parameter movesSound: whether the sound lies behind it, so that it moves by as much as is added.
  /// - Returns: nil if there is no list, or a size in it is wrong.
  func adding(to movie: [UInt8], movesSound: Bool) -> [UInt8]? {
    let added = boxes
    var movie = movie
    // From the outermost in: each contains the next, behind so many bytes of its own.
    var (start, end) = (0, movie.count)
    var sizes: [Int] = []
    for (name, own) in [("moov", 8), ("udta", 8), ("meta", 12), ("ilst", 8)] {
      let boxes = Atom.places(in: movie[start..<end])
      guard let place = boxes.first(where: { $0.name == name })?.place, place.count >= own else {
        return nil
      }
      sizes.append(place.lowerBound)
      (start, end) = (place.lowerBound + own, place.upperBound)
    }
    if movesSound, !Self.move(&movie, 8..<movie.count, by: added.count) { return nil }
    for place in sizes {
      guard Self.add(added.count, to: &movie, at: place, bytes: 4) else { return nil }
    }
    movie.insert(contentsOf: added, at: end)
    return movie
  }

  /// Boxes that contain the tables of where the sound lies.
  private static let onTheWay = ["trak", "mdia", "minf", "stbl"]

  /// Moves all places of sound in a file by some bytes; false if a table is broken.
  private static func move(_ movie: inout [UInt8], _ part: Range<Int>, by bytes: Int) -> Bool {
    for (name, box) in Atom.places(in: movie[part]) {
      if onTheWay.contains(name) {
        guard move(&movie, box.lowerBound + 8..<box.upperBound, by: bytes) else { return false }
      }
      guard let width = ["stco": 4, "co64": 8][name], box.count >= 16 else { continue }
      let count = Int(number(movie, at: box.lowerBound + 12, bytes: 4))
      guard count <= (box.count - 16) / width else { return false }
      for index in 0..<count {
        let place = box.lowerBound + 16 + index * width
        guard add(bytes, to: &movie, at: place, bytes: width) else { return false }
      }
    }
    return true
  }

  private static func number(_ all: [UInt8], at place: Int, bytes: Int) -> UInt64 {
    all[place..<place + bytes].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Adds to a number where it stands; false if it has no room for that.
  private static func add(
    _ more: Int, to all: inout [UInt8], at place: Int, bytes: Int
  ) -> Bool {
    let (sum, isTooMuch) = number(all, at: place, bytes: bytes)
      .addingReportingOverflow(UInt64(more))
    if isTooMuch || bytes == 4 && sum > UInt64(UInt32.max) { return false }
    for index in 0..<bytes {
      all[place + index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * (bytes - 1 - index)))
    }
    return true
  }

  private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    var box = Bytes()
    box.big(UInt32(content.count + 8))
    box.text(name)
    return box.all + content
  }
}

extension MP4Tags {
  /// Copies an MP4 file with the tags in it; as it is where it has no list of tags.
  func write(_ made: FileBytes, to file: WholeFile) throws(RecordingError) {
    guard !lines.isEmpty, let movie = Atom.find("moov", in: made), movie.upperBound < 1 << 26 else {
      return try file.write(made)
    }
    let start = movie.lowerBound - 8
    let box = made.bytes(at: start, count: Int(movie.upperBound - start))
    let sound = Atom.find("mdat", in: made)?.lowerBound ?? 0
    guard let changed = adding(to: box, movesSound: sound > movie.lowerBound) else {
      return try file.write(made)
    }
    try file.write(made, 0..<start)
    try file.write(changed)
    try file.write(made, movie.upperBound..<Int64.max)
  }
}
