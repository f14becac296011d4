import CKindlySndFile
import KindlySound

/// Writes FLAC, Ogg Opus, Ogg Vorbis or MP3 through libsndfile.
final class EncoderSink: SampleSink {
  private let encoding: Encoding
  private let stream: EncoderStream
  private let quantizer: Quantizer
  private let numbers: UnsafeMutablePointer<Int32>
  private let silence: UnsafeMutablePointer<Float>
  private let atEnd: () throws(RecordingError) -> Void
  private var handle: OpaquePointer?

  /// Opens the encoder on a stream; `atEnd` is done after its last byte.
  init(
    stream: EncoderStream, encoding: Encoding,
    atEnd: @escaping () throws(RecordingError) -> Void
  ) throws(RecordingError) {
    self.stream = stream
    self.encoding = encoding
    self.atEnd = atEnd
    quantizer = Quantizer(bits: encoding.samples == .int24 ? 24 : 16)
    numbers = .allocate(capacity: Recording.block * 2)
    silence = .allocate(capacity: Recording.block * 2)
    silence.initialize(repeating: 0, count: Recording.block * 2)
    handle = try Self.opened(stream, encoding)
    encoding.tune(handle)
  }

  deinit {
    if let handle { sf_close(handle) }
    numbers.deallocate()
    silence.deallocate()
  }

  func write(_ samples: UnsafePointer<Float>, frames: Int, at frame: Int64) throws(RecordingError) {
    let written: sf_count_t
    if encoding.format == .flac {
      quantizer.write(
        samples, frames: frames, channels: encoding.channels, at: frame,
        shift: 32 - quantizer.bits, to: numbers)
      written = sf_writef_int(handle, numbers, sf_count_t(frames))
    } else {
      written = sf_writef_float(handle, samples, sf_count_t(frames))
    }
    try check(written == frames, sf_error(handle))
  }

  func writeSilence(frames: Int, at frame: Int64) throws(RecordingError) {
    let written = sf_writef_float(handle, silence, sf_count_t(frames))
    try check(written == frames, sf_error(handle))
  }

  func finish() throws(RecordingError) {
    let code = sf_close(handle)
    handle = nil
    try check(code == 0, code)
    try atEnd()
  }

  /// Throws what the stream met, else what libsndfile calls `code` if something was left undone.
  private func check(_ isDone: Bool, _ code: Int32) throws(RecordingError) {
    if let failure = stream.failure { throw failure }
    if !isDone {
      throw .encoder(format: encoding.format, message: String(cString: sf_error_number(code)))
    }
  }

  private static func opened(
    _ stream: EncoderStream, _ encoding: Encoding
  ) throws(RecordingError) -> OpaquePointer {
    var facts = SF_INFO()
    facts.samplerate = Int32(encoding.rate)
    facts.channels = Int32(encoding.channels)
    facts.format = encoding.code
    var functions = EncoderStream.functions
    let context = Unmanaged.passUnretained(stream).toOpaque()
    guard let handle = sf_open_virtual(&functions, Int32(SFM_WRITE), &facts, context) else {
      throw stream.failure
        ?? .encoder(format: encoding.format, message: String(cString: sf_strerror(nil)))
    }
    return handle
  }
}

extension Encoding {
  /// libsndfile's number for the format.
  fileprivate var code: Int32 {
    switch format {
    case .wav: 0
    case .flac:
      Int32(SF_FORMAT_FLAC)
        | Int32(samples == .int24 ? SF_FORMAT_PCM_24 : SF_FORMAT_PCM_16)
    case .opus: Int32(SF_FORMAT_OGG) | Int32(SF_FORMAT_OPUS)
    case .vorbis: Int32(SF_FORMAT_OGG) | Int32(SF_FORMAT_VORBIS)
    case .mp3: Int32(SF_FORMAT_MPEG) | Int32(SF_FORMAT_MPEG_LAYER_III)
    }
  }

  /// Sets quality and size; an encoder that does not know a setting keeps its own.
  fileprivate func tune(_ handle: OpaquePointer?) {
    func set(_ command: Int, _ value: Double) {
      var value = value
      sf_command(handle, Int32(command), &value, Int32(MemoryLayout<Double>.size))
    }
    switch format {
    case .wav: break
    // The smallest file; the work is little beside speaking.
    case .flac: set(Int(SFC_SET_COMPRESSION_LEVEL), 1)
    // libsndfile goes from 256 kb/s a channel (0) to 6 kb/s (1) in a straight line.
    case .opus: set(Int(SFC_SET_COMPRESSION_LEVEL), 1 - (Double(opusBitRate) - 6000) / 250_000)
    case .vorbis: set(Int(SFC_SET_VBR_ENCODING_QUALITY), quality)
    case .mp3:
      var mode = Int32(SF_BITRATE_MODE_VARIABLE)
      sf_command(
        handle, Int32(SFC_SET_BITRATE_MODE), &mode, Int32(MemoryLayout<Int32>.size))
      set(Int(SFC_SET_COMPRESSION_LEVEL), 1 - quality)
    }
  }
}
