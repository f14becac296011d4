import Glibc
import KindlyRecording
import KindlySound
import KindlyTimeline
import Testing

@Suite struct BackgroundFileTests {
  /// A sound of `seconds` at 48 kHz: noise that any frame can be told from, or silence.
  static func samples(seconds: Double, channels: Int, silent: Bool = false) -> [Float] {
    var state: UInt64 = 3
    return (0..<Int(seconds * 48_000) * channels).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return silent ? 0 : Float(Int32(truncatingIfNeeded: state >> 32)) * 0x1p-34
    }
  }

  /// Writes a WAV file of 32-bit floats.
  static func write(
    _ samples: [Float], channels: Int, rate: Int = 48_000, to path: String
  ) {
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let size = samples.count * 4
    var file: [UInt8] = Array("RIFF".utf8) + bytes(36 + size, 4) + Array("WAVEfmt ".utf8)
    file += bytes(16, 4) + bytes(3, 2) + bytes(channels, 2) + bytes(rate, 4)
    file += bytes(rate * channels * 4, 4) + bytes(channels * 4, 2) + bytes(32, 2)
    file += Array("data".utf8) + bytes(size, 4)
    for sample in samples { file += bytes(Int(sample.bitPattern), 4) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    file.withUnsafeBytes { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  static func withFile<Result>(
    _ samples: [Float], channels: Int, rate: Int = 48_000,
    _ body: (String) throws -> Result
  ) rethrows -> Result {
    let path = "/tmp/kindly-background-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).wav"
    write(samples, channels: channels, rate: rate, to: path)
    defer { unlink(path) }
    return try body(path)
  }

  @Test(arguments: [1, 2, 6])
  func `any number of channels is heard on two sides`(channels: Int) throws {
    let samples = Self.samples(seconds: 1.5, channels: channels)
    try Self.withFile(samples, channels: channels) { path in
      let reader = try SoundFileReader(path)
      #expect(reader.frames == Frames(72_000))
      let read = reader.read(from: Frames(1_000), count: 10)
      for frame in 0..<10 {
        let source = samples[(1_000 + frame) * channels..<(1_001 + frame) * channels]
        let first = source.startIndex
        let left =
          channels == 6
          ? source[first] + 0.707_106_8 * (source[first + 2] + source[first + 4]) : source[first]
        #expect(abs(read[2 * frame] - left) < 0.000_001)
      }
    }
  }

  @Test func `what is read depends on the place alone, at any rate`() throws {
    try Self.withFile(Self.samples(seconds: 3, channels: 1), channels: 1, rate: 8_000) { path in
      let reader = try SoundFileReader(path)
      #expect(reader.frames == Frames(48_000 * 18))
      let first = reader.read(from: Frames(100_000), count: 5_000)
      _ = reader.read(from: Frames(7), count: 100)
      #expect(reader.read(from: Frames(100_000), count: 5_000) == first)
      let later = reader.read(from: Frames(102_000), count: 3_000)
      #expect(Array(first[4_000...]) == later)
    }
  }

  @Test func `it is looped with a crossfade at equal power, without a step`() throws {
    try Self.withFile(Self.samples(seconds: 8, channels: 2), channels: 2) { path in
      let file = try BackgroundFile(path)
      // A quarter of it is the crossfade.
      #expect(file.loop == Frames(6 * 48_000))
      let whole = file.samples(from: .zero, count: 14 * 48_000)
      let parts =
        file.samples(from: .zero, count: 100_001)
        + file.samples(from: Frames(100_001), count: 14 * 48_000 - 100_001)
      #expect(whole == parts)
      func power(_ second: Int) -> Double {
        let range = second * 96_000..<(second + 1) * 96_000
        return whole[range].reduce(0) { $0 + Double($1) * Double($1) }
      }
      for second in 1..<14 {
        #expect(abs(10 * log10(power(second) / power(0))) < 0.2, "second \(second)")
      }
    }
  }

  @Test func `it is as loud as it is asked to be`() throws {
    try Self.withFile(Self.samples(seconds: 6, channels: 2), channels: 2) { path in
      let file = try BackgroundFile(path, loudness: -40)
      let samples = file.samples(from: .zero, count: 192_000)
      var power = 0.0
      for side in 0..<2 {
        var (head, lows) = Biquad.kWeighting
        for place in stride(from: side, to: samples.count, by: 2) {
          let sample = lows.next(head.next(Double(samples[place])))
          power += sample * sample
        }
      }
      #expect(abs(-0.691 + 10 * log10(power / 192_000) + 40) < 0.1)
    }
  }

  @Test func `what can't lie under a session is told in a sentence`() {
    func trouble(_ samples: [Float]) -> BackgroundFile.Trouble? {
      Self.withFile(samples, channels: 1) { path in
        do throws(BackgroundFile.Trouble) {
          _ = try BackgroundFile(path)
          return nil
        } catch { return error }
      }
    }
    #expect(trouble(Self.samples(seconds: 0.9, channels: 1)) == .tooShort(Frames(43_200)))
    #expect(trouble(Self.samples(seconds: 2, channels: 1, silent: true)) == .silent)
    #expect(throws: BackgroundFile.Trouble.self) { try BackgroundFile("/tmp/no such file.flac") }
    let damaged = "/tmp/kindly-damaged-\(getpid()).flac"
    let descriptor = open(damaged, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = Glibc.write(descriptor, "fLaC and nothing else", 21)
    close(descriptor)
    defer { unlink(damaged) }
    #expect(throws: BackgroundFile.Trouble.self) { try BackgroundFile(damaged) }
  }
}
