import CKindlySndFile
import KindlySound

/// Writes FLAC: blocks that sound through libsndfile, silent ones as constant frames of our own.
///
/// The encoder never hears of a silent block. It gives a frame when it has the first sample of the next
/// block, so the frames of a silence wait for the one before them; only their number is kept.
final class FLACSink: SampleSink {
  let form: SampleForm

  private let encoding: Encoding
  private let file: FLACFile
  private let frames: Int64
  private let skipsSilence: Bool
  private let pending: UnsafeMutablePointer<Int32>
  private let stream = FLACStream()
  private var used = 0
  private var isSounding = false
  private var handle: OpaquePointer?
  private var digest = MD5()
  /// Blocks that were taken, and the numbers of those the encoder has not given back.
  private var blocks: Int64 = 0
  private var awaited: [Int64] = []
  /// Blocks in the file.
  private var written: Int64 = 0

  init(
    file: FLACFile, encoding: Encoding, frames: Int64, skipsSilence: Bool = true
  ) throws(RecordingError) {
    self.file = file
    self.encoding = encoding
    self.frames = frames
    self.skipsSilence = skipsSilence
    form = .high(bits: encoding.samples.rawValue)
    pending = .allocate(capacity: FLACFile.block * 2)
    pending.initialize(repeating: 0, count: FLACFile.block * 2)
    var facts = SF_INFO()
    facts.samplerate = Int32(encoding.rate)
    facts.channels = Int32(encoding.channels)
    facts.format =
      Int32(SF_FORMAT_FLAC)
      | Int32(encoding.samples == .int24 ? SF_FORMAT_PCM_24 : SF_FORMAT_PCM_16)
    var functions = FLACStream.functions
    let context = Unmanaged.passUnretained(stream).toOpaque()
    guard let handle = sf_open_virtual(&functions, Int32(SFM_WRITE), &facts, context) else {
      throw .encoder(format: .flac, message: String(cString: sf_strerror(nil)))
    }
    self.handle = handle
    // 0.625 of 0 … 1 is the encoder's level 5: blocks of 4096, and half the work of level 8.
    var level = 0.625
    sf_command(
      handle, Int32(SFC_SET_COMPRESSION_LEVEL), &level, Int32(MemoryLayout<Double>.size))
  }

  deinit {
    if let handle { sf_close(handle) }
    pending.deallocate()
  }

  func write(
    _ samples: UnsafeRawPointer, frames: Int, at frame: Int64
  ) throws(RecordingError) {
    let numbers = samples.assumingMemoryBound(to: Int32.self)
    let channels = encoding.channels
    var done = 0
    while done < frames {
      let count = min(frames - done, FLACFile.block - used)
      (pending + used * channels).update(from: numbers + done * channels, count: count * channels)
      isSounding = true
      used += count
      done += count
      if used == FLACFile.block { try storeBlock() }
    }
  }

  func writeSilence(frames: Int64, at frame: Int64) throws(RecordingError) {
    var rest = frames
    while rest > 0 {
      if used == 0, rest >= FLACFile.block, skipsSilence {
        // Whole blocks of silence.
        let count = rest / Int64(FLACFile.block)
        digest.addZeros(
          count * Int64(FLACFile.block * encoding.channels * encoding.samples.bytes))
        blocks += count
        rest -= count * Int64(FLACFile.block)
        if awaited.isEmpty { try writeSilence(until: blocks) }
        continue
      }
      let count = Int(min(rest, Int64(FLACFile.block - used)))
      (pending + used * encoding.channels).update(repeating: 0, count: count * encoding.channels)
      used += count
      rest -= Int64(count)
      if used == FLACFile.block { try storeBlock() }
    }
  }

  func finish(loudness: TrackLoudness?) throws(RecordingError) {
    if used > 0 { try storeBlock() }
    let code = sf_close(handle)
    handle = nil
    guard code == 0 else {
      throw .encoder(format: .flac, message: String(cString: sf_error_number(code)))
    }
    try collect()
    guard awaited.isEmpty else { throw .encoder(format: .flac, message: "frames are missing") }
    try writeSilence(until: blocks)
    try file.finish(digest: digest.digest, loudness: loudness)
  }

  /// Stores the block in `pending`.
  private func storeBlock() throws(RecordingError) {
    defer {
      used = 0
      isSounding = false
    }
    if !isSounding, skipsSilence {
      digest.addZeros(Int64(used * encoding.channels * encoding.samples.bytes))
      blocks += 1
      if awaited.isEmpty { try writeSilence(until: blocks) }
      return
    }
    addToDigest()
    awaited.append(blocks)
    blocks += 1
    let written = sf_writef_int(handle, pending, sf_count_t(used))
    guard written == used else {
      throw .encoder(
        format: .flac, message: String(cString: sf_error_number(sf_error(handle))))
    }
    try collect()
  }

  /// The samples as the digest wants them: packed, low byte first.
  private func addToDigest() {
    let count = used * encoding.channels
    let size = encoding.samples.bytes
    withUnsafeTemporaryAllocation(byteCount: count * size, alignment: 16) { bytes in
      guard let base = bytes.baseAddress else { return }
      for index in 0..<count {
        let value = pending[index]
        let place = base + index &* size
        if size == 2 {
          place.storeBytes(of: Int16(truncatingIfNeeded: value >> 16).littleEndian, as: Int16.self)
        } else {
          place.storeBytes(
            of: UInt16(truncatingIfNeeded: value >> 8).littleEndian, as: UInt16.self)
          place.storeBytes(
            of: UInt8(truncatingIfNeeded: value >> 24), toByteOffset: 2, as: UInt8.self)
        }
      }
      digest.add(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Puts the frames that the encoder gave in the file, each behind the silence before it.
  private func collect() throws(RecordingError) {
    for frame in stream.take() {
      guard !awaited.isEmpty else {
        throw .encoder(format: .flac, message: "unexpected frames")
      }
      let number = awaited.removeFirst()
      try writeSilence(until: number)
      guard let bytes = frame.withUnsafeBytes({ FLACFrame.renumbered($0, number: number) }) else {
        throw .encoder(format: .flac, message: "unexpected frames")
      }
      try file.add(bytes, at: number * Int64(FLACFile.block))
      written = number + 1
    }
    if awaited.isEmpty { try writeSilence(until: blocks) }
  }

  private func writeSilence(until number: Int64) throws(RecordingError) {
    while written < number {
      let start = written * Int64(FLACFile.block)
      let count = Int(min(Int64(FLACFile.block), frames - start))
      try file.add(
        FLACFrame.silence(number: written, samples: count, encoding: encoding), at: start)
      written += 1
    }
  }
}

/// The file as libsndfile sees it. Its metadata is thrown away, since ours is better informed; each of
/// its other writes is a frame.
private final class FLACStream {
  private var frames: [[UInt8]] = []
  private var place: Int64 = 0
  private var length: Int64 = 0

  /// The frames since the last time.
  func take() -> [[UInt8]] {
    defer { frames.removeAll(keepingCapacity: true) }
    return frames
  }

  /// The functions libsndfile calls, each with this object as its last argument.
  static var functions: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { FLACStream.of($0)?.length ?? -1 },
      seek: { FLACStream.of($2)?.seek($0, from: $1) ?? -1 },
      read: { _, _, _ in 0 },
      write: { FLACStream.of($2)?.write($0, $1) ?? 0 },
      tell: { FLACStream.of($0)?.place ?? -1 })
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> FLACStream? {
    context.map { Unmanaged<FLACStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func seek(_ offset: sf_count_t, from whence: Int32) -> sf_count_t {
    switch whence {
    case 0: place = offset  // SEEK_SET
    case 1: place += offset  // SEEK_CUR
    default: place = length + offset
    }
    return place
  }

  private func write(_ bytes: UnsafeRawPointer?, _ count: sf_count_t) -> sf_count_t {
    guard let bytes else { return 0 }
    let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    // A frame begins with fourteen ones and two zeros of its own; no metadata does.
    if place == length, raw.count > 1, raw[0] == 0xff, raw[1] & 0xfc == 0xf8 {
      frames.append(Array(raw))
    }
    place += count
    length = max(length, place)
    return count
  }
}
