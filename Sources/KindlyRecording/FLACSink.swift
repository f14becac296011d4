import CKindlyEncoders
import KindlySound

/// Writes FLAC: blocks that sound through libFLAC, silent ones as constant frames of our own.
///
/// The encoder never hears of a silent block. It gives a frame when it has the first sample of the next
/// block, so the frames of a silence wait for the one before them; only their number is kept.
final class FLACSink: SampleSink {
  let form: SampleForm

  private let encoding: Encoding
  private let file: FLACFile
  private let frames: Int64
  private let skipsSilence: Bool
  private let encoder: OpaquePointer
  private let pending: UnsafeMutablePointer<Int32>
  private let made = FLACFrames()
  private var used = 0
  private var isSounding = false
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
    form = .low(bits: encoding.samples.rawValue)
    guard kindly_has_flac(), let encoder = FLAC__stream_encoder_new() else {
      throw .missingEncoder(.flac, package: "libsndfile1")
    }
    self.encoder = encoder
    pending = .allocate(capacity: FLACFile.block * 2)
    pending.initialize(repeating: 0, count: FLACFile.block * 2)
    _ = FLAC__stream_encoder_set_channels(encoder, UInt32(encoding.channels))
    _ = FLAC__stream_encoder_set_bits_per_sample(encoder, UInt32(encoding.samples.rawValue))
    _ = FLAC__stream_encoder_set_sample_rate(encoder, UInt32(clamping: encoding.rate))
    // Rates that not every player of streams has to know are allowed.
    _ = FLAC__stream_encoder_set_streamable_subset(encoder, 0)
    // A fortieth larger than at level 5, the encoder's own choice, and two fifths less work.
    _ = FLAC__stream_encoder_set_compression_level(encoder, 4)
    _ = FLAC__stream_encoder_set_max_lpc_order(encoder, 6)
    _ = FLAC__stream_encoder_set_blocksize(encoder, UInt32(FLACFile.block))
    kindly_flac_leave_out_digest(encoder)
    let status = FLAC__stream_encoder_init_stream(
      encoder,
      { _, bytes, count, samples, _, context in
        if samples > 0, let bytes, let context {
          Unmanaged<FLACFrames>.fromOpaque(context).takeUnretainedValue()
            .add(UnsafeRawBufferPointer(start: bytes, count: count))
        }
        return 0
      }, nil, nil, nil, Unmanaged.passUnretained(made).toOpaque())
    guard status == 0 else { throw .encoder(format: .flac, message: "error \(status)") }
  }

  deinit {
    FLAC__stream_encoder_delete(encoder)
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
    guard FLAC__stream_encoder_finish(encoder) != 0 else { throw refusal }
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
    guard FLAC__stream_encoder_process_interleaved(encoder, pending, UInt32(used)) != 0 else {
      throw refusal
    }
    try collect()
  }

  /// What the encoder says when it does not go on.
  private var refusal: RecordingError {
    .encoder(
      format: .flac,
      message: String(cString: FLAC__stream_encoder_get_resolved_state_string(encoder)))
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
          place.storeBytes(of: Int16(truncatingIfNeeded: value).littleEndian, as: Int16.self)
        } else {
          place.storeBytes(
            of: UInt16(truncatingIfNeeded: value).littleEndian, as: UInt16.self)
          place.storeBytes(
            of: UInt8(truncatingIfNeeded: value >> 16), toByteOffset: 2, as: UInt8.self)
        }
      }
      digest.add(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Puts the frames that the encoder gave in the file, each behind the silence before it.
  private func collect() throws(RecordingError) {
    for frame in made.take() {
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

/// The frames that libFLAC makes.
private final class FLACFrames {
  private var frames: [[UInt8]] = []

  /// The frames since the last time.
  func take() -> [[UInt8]] {
    defer { frames.removeAll(keepingCapacity: true) }
    return frames
  }

  /// Adds the next one; the bytes are copied.
  func add(_ frame: UnsafeRawBufferPointer) { frames.append(Array(frame)) }
}
