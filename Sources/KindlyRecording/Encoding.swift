/// The kinds of sound file.
public enum FileFormat: String, Sendable, Hashable, CaseIterable {
  /// Uncompressed; RF64 when larger than 4 GiB.
  case wav
  /// Compressed without loss.
  case flac
  /// Ogg Opus, the smallest for speech.
  case opus
  /// Ogg Vorbis.
  case vorbis
  /// MPEG-1 layer III, for players that know nothing else.
  case mp3
  /// AAC in MPEG-4, for phones and audio books; needs the program ffmpeg.
  case m4a

  /// The format that a file name's ending asks for, capitals or not.
  ///
  /// Throws `unknownEnding`.
  public init(path: String) throws(RecordingError) {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last?.lowercased(), !ending.isEmpty else {
      throw .unknownEnding(path: path, ending: nil)
    }
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      throw .unknownEnding(path: path, ending: ending)
    }
    self = format
  }

  /// Endings that choose the format; the first is the usual one.
  public var endings: [String] {
    switch self {
    case .wav: ["wav", "wave", "rf64"]
    case .flac: ["flac"]
    case .opus: ["opus"]
    case .vorbis: ["ogg", "oga"]
    case .mp3: ["mp3"]
    case .m4a: ["m4a", "m4b"]
    }
  }

  /// The name a person knows it by.
  public var name: String {
    switch self {
    case .wav: "WAV"
    case .flac: "FLAC"
    case .opus: "Ogg Opus"
    case .vorbis: "Ogg Vorbis"
    case .mp3: "MP3"
    case .m4a: "M4A"
    }
  }

  /// Frames a second the format comes in; nil means any from 8,000 to 192,000.
  public var rates: [Int]? {
    switch self {
    case .wav, .flac: nil
    case .opus: [48_000, 24_000, 16_000, 12_000, 8_000]
    case .vorbis: [48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 11_025, 8_000]
    case .mp3: [48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000]
    case .m4a: [48_000, 44_100, 32_000, 24_000, 22_050, 16_000]
    }
  }

  /// Kinds of samples the format stores; empty where it has its own.
  public var samples: [SampleFormat] {
    switch self {
    case .wav: [.int16, .int24, .float32]
    case .flac: [.int16, .int24]
    case .opus, .vorbis, .mp3, .m4a: []
    }
  }

  /// Bits a second the format can be held to, for a file of one channel or two; nil where it has none.
  public var bitRates: ClosedRange<Int>? {
    switch self {
    case .wav, .flac: nil
    case .opus: 6_000...510_000
    case .vorbis: 32_000...500_000
    case .mp3: 8_000...320_000
    case .m4a: 24_000...320_000
    }
  }
}

/// How one sample is stored.
public enum SampleFormat: Int, Sendable, Hashable, CaseIterable {
  /// 16-bit whole numbers, dithered.
  case int16 = 16
  /// 24-bit whole numbers, rounded.
  case int24 = 24
  /// 32-bit floating point, untouched.
  case float32 = 32

  /// Bytes of one sample.
  var bytes: Int { rawValue / 8 }
}

/// How a session is stored in a file.
public struct Encoding: Sendable, Hashable {
  /// The kind of file.
  public var format: FileFormat
  /// Frames a second in the file.
  public var rate: Int
  /// One channel instead of two: their mean.
  public var mono: Bool
  /// How a sample is stored where the format does not decide.
  public var samples: SampleFormat
  /// 0 (smallest) to 1 (best) for formats that lose something.
  public var quality: Double
  /// Bits a second instead of a quality; nil for as many as the quality needs.
  public var bitRate: Int?
  /// Whether each second gets the same bits, where there is a bit rate.
  public var isConstant = false

  /// Makes an encoding; by default 48 kHz stereo in 16 bits.
  public init(
    format: FileFormat, rate: Int = 48_000, mono: Bool = false, samples: SampleFormat = .int16,
    quality: Double = 0.5
  ) {
    self.format = format
    self.rate = rate
    self.mono = mono
    self.samples = samples
    self.quality = quality
  }

  /// Channels in the file.
  public var channels: Int { mono ? 1 : 2 }

  /// Throws `rate` or `samples` when the format does not come that way.
  public func validate() throws(RecordingError) {
    if let rates = format.rates {
      if !rates.contains(rate) { throw .rate(rate, format: format) }
    } else if !(8_000...192_000).contains(rate) {
      throw .rate(rate, format: format)
    }
    if let bitRate {
      guard let rates = format.bitRates, rates.contains(bitRate) else {
        throw .bitRate(bitRate, format: format)
      }
    }
    if !format.samples.isEmpty && !format.samples.contains(samples) {
      throw .samples(samples, format: format)
    }
  }
}
