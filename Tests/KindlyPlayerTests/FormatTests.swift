import KindlyPlayer
import KindlySound
import Testing

/// What a device is given equals the session at the device's own format, bit for bit.
struct FormatTests {
  private let source = TestSource(length: 40_000)

  private func play(on device: PacedFolder, format: DeviceFormat? = nil) throws -> Loudspeaker {
    let loudspeaker = try device.loudspeaker(source, format: format)
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 20)
    #expect(ended)
    return loudspeaker
  }

  @Test func `16 bits, dithered as in a file`() throws {
    let device = try PacedFolder("speed 20", "patient", "formats S16_LE")
    defer { device.remove() }
    let loudspeaker = try play(on: device)
    #expect(loudspeaker.format == .int16)
    let expected = inSixteenBits(source.samples(0..<40_000))
    #expect(parting(device.heard(as: Int16.self).prefix(80_000), expected) == nil)
  }

  @Test func `24 bits in three bytes`() throws {
    let device = try PacedFolder("speed 20", "patient", "formats S24_3LE S16_LE")
    defer { device.remove() }
    let loudspeaker = try play(on: device)
    #expect(loudspeaker.format == .packed24)
    let quantizer = Quantizer(bits: 24)
    let samples = source.samples(0..<40_000)
    let expected = samples.indices.flatMap { place in
      let value = quantizer.value(samples[place], frame: Int64(place / 2))
      return (0..<3).map { UInt8(truncatingIfNeeded: value >> Int32(8 * $0)) }
    }
    #expect(parting(device.heard.prefix(240_000), expected) == nil)
  }

  @Test(arguments: [("S24_LE", DeviceFormat.int24, 24), ("S32_LE", DeviceFormat.int32, 32)])
  func `24 and 32 bits in four bytes`(name: String, format: DeviceFormat, bits: Int) throws {
    let device = try PacedFolder("speed 20", "patient", "formats \(name)")
    defer { device.remove() }
    let loudspeaker = try play(on: device)
    #expect(loudspeaker.format == format)
    let quantizer = Quantizer(bits: bits)
    let samples = source.samples(0..<40_000)
    let expected = samples.indices.map {
      quantizer.value(samples[$0], frame: Int64($0 / 2))
    }
    #expect(parting(device.heard(as: Int32.self).prefix(80_000), expected) == nil)
  }

  @Test func `a format may be forced`() throws {
    let device = try PacedFolder("speed 20", "patient")
    defer { device.remove() }
    #expect(try play(on: device, format: .int16).format == .int16)
    let other = try PacedFolder("formats S16_LE")
    defer { other.remove() }
    #expect(throws: LoudspeakerError.unsuitable(device: other.name)) {
      try other.loudspeaker(source, format: .float32)
    }
  }

  @Test func `one channel gets half the sum of both`() throws {
    let device = try PacedFolder("speed 20", "patient", "channels 1 1")
    defer { device.remove() }
    let loudspeaker = try play(on: device)
    #expect(loudspeaker.channels == 1)
    let samples = source.samples(0..<40_000)
    let expected = (0..<40_000).map { frame -> Float in
      let sum = samples[2 * frame] + samples[2 * frame + 1]
      return sum * 0.5
    }
    #expect(parting(device.heard(as: Float.self).prefix(40_000), expected) == nil)
  }

  @Test func `six channels sound in the first two`() throws {
    let device = try PacedFolder("speed 20", "patient", "channels 6 6")
    defer { device.remove() }
    let loudspeaker = try play(on: device)
    #expect(loudspeaker.channels == 6)
    let samples = source.samples(0..<40_000)
    let expected = (0..<40_000).flatMap { frame -> [Float] in
      [samples[2 * frame], samples[2 * frame + 1], 0, 0, 0, 0]
    }
    #expect(parting(device.heard(as: Float.self).prefix(240_000), expected) == nil)
  }

  @Test func `a device at 44.1 kHz hears what the resampler makes of the session`() throws {
    let device = try PacedFolder("speed 20", "patient", "rates 44100")
    defer { device.remove() }
    let loudspeaker = try play(on: device)
    #expect(loudspeaker.rate == 44_100)
    #expect(loudspeaker.position == 40_000)
    let resampler = Resampler(from: 48_000, to: 44_100)
    let samples = source.samples(0..<40_000)
    let channels = (0..<2).map { channel in
      resampler.resample((0..<40_000).map { samples[2 * $0 + channel] })
    }
    let count = channels[0].count
    #expect(count == 36_750)
    let expected = (0..<2 * count).map { channels[$0 % 2][$0 / 2] }
    let heard = device.heard(as: Float.self)
    #expect(parting(heard.prefix(2 * count), expected) == nil)
    let after = heard.dropFirst(2 * count).allSatisfy { $0 == 0 }
    #expect(after)
  }
}
