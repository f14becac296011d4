import Glibc
import KindlyTimeline
import Testing

@testable import KindlyRecording

/// The fast way, which writes silence without encoding it, beside the straight way, which encodes all.
@Suite struct SilenceTests {
  /// A kind of file in the tests.
  struct Kind: Sendable, CustomTestStringConvertible {
    var encoding: Encoding
    var testDescription: String {
      "\(encoding.format.name) \(encoding.rate) \(encoding.mono ? "mono" : "stereo")"
    }
  }

  static let kinds: [Kind] = FileFormat.allCases.filter { $0 != .m4a }.flatMap { format in
    (format.rates ?? [48_000, 44_100, 22_050]).flatMap { rate in
      [false, true].map { Kind(encoding: Encoding(format: format, rate: rate, mono: $0)) }
    }
  }

  /// Sounds of a second and more, with silences between them that are shorter and longer than an
  /// encoder needs to settle.
  static let spans: [Range<Int64>] = [
    4_801..<60_000, 100_000..<140_001, 1_140_000..<1_200_123, 1_450_000..<1_500_000,
  ]
  static let seconds = 36.0

  /// Interleaved stereo for each span.
  private static let sounds: [[Float]] = spans.map { span in
    (0..<Int64(span.count)).flatMap { frame in
      let value = sound(frame, of: Int64(span.count))
      return [value * 0.9, value]
    }
  }

  static let source = SoundSource(sounding: spans) {
    { frame, out, frames in
      out.update(repeating: 0, count: 2 * frames)
      let end = frame + Int64(frames)
      for (span, samples) in zip(spans, sounds) where span.overlaps(frame..<end) {
        let part = span.clamped(to: frame..<end)
        samples.withUnsafeBufferPointer { samples in
          guard let base = samples.baseAddress else { return }
          (out + 2 * Int(part.lowerBound - frame)).update(
            from: base + 2 * Int(part.lowerBound - span.lowerBound), count: 2 * part.count)
        }
      }
    }
  }

  /// Something like a voice: a gliding tone with overtones, swelling and fading, and some breath.
  private static func sound(_ frame: Int64, of frames: Int64) -> Float {
    let time = Double(frame) / 48_000
    let swell = sin(.pi * Double(frame) / Double(frames))
    let turns = 2 * Double.pi * (140 * time + 20 * time * time)
    let tone = sin(turns) + sin(2 * turns) / 2 + sin(5 * turns) / 5 + sin(9 * turns) / 9
    var noise = UInt64(bitPattern: frame) &* 0x9e37_79b9_7f4a_7c15
    noise ^= noise >> 29
    let breath = Double(noise & 0xffff) / 65_536 - 0.5
    return Float(swell * (0.12 * tone + 0.02 * breath))
  }

  /// How far apart the sound of both ways may be, in steps of 16 bits.
  private static func tolerance(_ format: FileFormat) -> Int {
    switch format {
    case .wav, .flac, .m4a: 0
    case .opus, .vorbis, .mp3: 1
    }
  }

  @Test(.enabled(if: has("ffmpeg"), "ffmpeg is not installed"), arguments: kinds)
  func `silence that is not encoded sounds like silence that is`(kind: Kind) throws {
    let folder = Folder()
    let recording = Recording.sample(kind.encoding, seconds: Self.seconds)
    let (fast, straight) = (folder.file("fast"), folder.file("straight"))
    for (path, skips) in [(fast, true), (straight, false)] {
      _ = try recording.write(
        to: .path(path), from: Self.source, threads: 2, skipsSilence: skips)
    }
    let (left, right) = (Self.decoded(fast), Self.decoded(straight))
    #expect(!left.isEmpty)
    #expect(left.count == right.count)
    let apart = Self.worst(left, right)
    #expect(apart <= Self.tolerance(kind.encoding.format))
    let sizes = (bytes(of: fast).count, bytes(of: straight).count)
    if kind.encoding.format == .wav { #expect(bytes(of: fast) == bytes(of: straight)) }
    if getenv("KINDLY_SHOW") != nil { print("SHOW", kind.testDescription, apart, sizes) }
  }

  /// The largest difference of two samples of 16 bits.
  private static func worst(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if left == right { return 0 }
    return left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        let (one, other) = (left.bindMemory(to: Int16.self), right.bindMemory(to: Int16.self))
        var worst = 0
        for index in 0..<min(one.count, other.count) where one[index] != other[index] {
          worst = max(worst, abs(Int(one[index]) - Int(other[index])))
        }
        return worst
      }
    }
  }

  private static func decoded(_ path: String) -> [UInt8] {
    run(["ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-"]).output
  }
}
