/// A FLAC file in the making (RFC 9639): our metadata, then frames that were numbered anew.
///
/// Room for the stream's facts and for the seek table is left at the beginning and filled at the end.
final class FLACFile {
  /// Frames of sound in each frame of FLAC but the last.
  static let block = 4096
  /// Seconds between two points of the seek table.
  private static let step = 10

  private let file: WholeFile
  private let encoding: Encoding
  private let frames: Int64
  private let firstByte: Int64
  private var smallest = UInt32.max
  private var largest: UInt32 = 0
  private var points: [UInt8] = []
  private var nextPoint: Int64 = 0
  private let pointCount: Int
  private let comments: VorbisComments
  private let vendor: String
  /// Where the comments begin, and the bytes that they and the room behind them have.
  private let commentsPlace: Int64
  private let commentsRoom: Int

  /// Writes everything that comes before the first frame. `frames` is the length at the file's rate.
  init(
    file: WholeFile, encoding: Encoding, frames: Int64, comments: VorbisComments, vendor: String,
    pictures: [[UInt8]] = []
  ) throws(RecordingError) {
    self.file = file
    self.encoding = encoding
    self.frames = frames
    self.comments = comments
    self.vendor = vendor
    // A block holds 2^24 bytes, far more points than a day needs.
    pointCount = frames > 0 ? Int((frames - 1) / Int64(Self.step * encoding.rate)) + 1 : 0
    var all = Bytes()
    all.name("fLaC")
    let seekTable = [UInt8](repeating: 0, count: pointCount * 18)
    all.block(0, Self.facts(encoding, frames, smallest: 0, largest: 0, digest: []))
    if pointCount > 0 { all.block(3, seekTable) }
    for picture in pictures { all.block(6, picture) }
    commentsPlace = Int64(all.all.count)
    commentsRoom = 8 + comments.adding(TrackLoudness.widest.replayGain).packet(vendor: vendor).count
    all.all += Self.comments(comments, vendor, filling: commentsRoom)
    try file.write(all.all)
    firstByte = Int64(all.all.count)
  }

  /// Adds a frame whose first sample is number `sample`.
  func add(_ frame: [UInt8], at sample: Int64) throws(RecordingError) {
    smallest = min(smallest, UInt32(frame.count))
    largest = max(largest, UInt32(frame.count))
    // The point of every tenth second is the frame that holds it.
    let count = min(Int64(Self.block), frames - sample)
    while nextPoint < sample + count, points.count < pointCount * 18 {
      var point = Bytes()
      point.big(sample)
      point.big(file.length - firstByte)
      point.big(UInt16(count))
      // Points may not repeat: those that fall in one frame are told once.
      if points.suffix(18).prefix(8) != point.all.prefix(8)[...] { points += point.all }
      nextPoint += Int64(Self.step * encoding.rate)
    }
    try file.write(frame)
  }

  /// The block of comments, and room behind it up to so many bytes.
  private static func comments(
    _ comments: VorbisComments, _ vendor: String, filling room: Int
  ) -> [UInt8] {
    var all = Bytes()
    all.block(4, comments.packet(vendor: vendor))
    all.block(1, [UInt8](repeating: 0, count: max(0, room - all.all.count - 4)), isLast: true)
    return all.all
  }

  /// Fills in the facts and the seek table, and how loud it came to.
  func finish(digest: [UInt8], loudness: TrackLoudness?) throws(RecordingError) {
    if let loudness {
      try put(
        Self.comments(
          comments.adding(loudness.replayGain), vendor, filling: commentsRoom), at: commentsPlace)
    }
    let facts = Self.facts(
      encoding, frames, smallest: largest == 0 ? 0 : smallest, largest: largest, digest: digest)
    // Points that were not needed are placeholders.
    while points.count < pointCount * 18 {
      points += [UInt8](repeating: 0xff, count: 8) + [UInt8](repeating: 0, count: 10)
    }
    try put(facts, at: 8)
    try put(points, at: 8 + 34 + 4)
  }

  private func put(_ bytes: [UInt8], at place: Int64) throws(RecordingError) {
    try bytes.withUnsafeBytes { raw in
      Result { () throws(RecordingError) in try file.write(raw, at: place) }
    }.get()
  }

  /// The stream's facts (section 8.2).
  private static func facts(
    _ encoding: Encoding, _ frames: Int64, smallest: UInt32, largest: UInt32, digest: [UInt8]
  ) -> [UInt8] {
    var all = Bytes()
    all.big(UInt16(block))
    all.big(UInt16(block))
    all.all += [16, 8, 0].map { UInt8(truncatingIfNeeded: smallest >> $0) }
    all.all += [16, 8, 0].map { UInt8(truncatingIfNeeded: largest >> $0) }
    let bits = UInt64(encoding.samples.rawValue)
    all.big(
      UInt64(encoding.rate) << 44 | UInt64(encoding.channels - 1) << 41 | (bits - 1) << 36
        | UInt64(frames))
    all.all += digest.isEmpty ? [UInt8](repeating: 0, count: 16) : digest
    return all.all
  }
}

extension Bytes {
  /// A metadata block: kind, length and content.
  fileprivate mutating func block(_ kind: UInt8, _ content: [UInt8], isLast: Bool = false) {
    all.append(kind | (isLast ? 0x80 : 0))
    for shift in [16, 8, 0] { all.append(UInt8(content.count >> shift & 0xff)) }
    all += content
  }
}
