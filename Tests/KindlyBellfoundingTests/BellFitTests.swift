import KindlyLanguage
import KindlySound
import Testing

@testable import KindlyBellfounding

@Suite struct BellFitTests {
  /// A strike as a sound file of 24 bits holds it.
  func recording(_ bell: Bell, noise: Float = 0) -> BellRecording {
    let sound = ring(bell)
    let quantizer = Quantizer(bits: 24)
    let channels = [sound.left, sound.right].enumerated().map { channel, samples in
      samples.enumerated().map { frame, sample in
        let hiss = noise * Float(TriangularNoise.value(frame: Int64(frame), channel: channel + 7))
        let value = quantizer.value(sample + hiss, frame: Int64(frame))
        return Float(value) * 0x1p-23
      }
    }
    return BellRecording(channels: channels, rate: 48_000)
  }

  /// The recording without the fade that ends every bell, as far as the fade leaves a third.
  func unfaded(_ recording: BellRecording, from fade: Int64) -> BellRecording {
    let ramp = Ramp(from: 1, to: 0, frames: 144_000)
    let channels = recording.channels.map { channel in
      channel.prefix(Int(fade) + 87_000).enumerated().map { frame, sample in
        sample / ramp.gain(at: Int64(frame) - fade)
      }
    }
    return BellRecording(channels: channels, rate: recording.rate)
  }

  func cents(_ hertz: Double, _ other: Double) -> Double {
    1200 * MathFunctions.log(hertz / other) / MathFunctions.log(2)
  }

  @Test(arguments: ShippedBell.all)
  func `every partial of a shipped bell is heard as its file says`(shipped: ShippedBell) throws {
    // A glide is compared with its closed form in `BellRingingTests`; it has no frequency to measure.
    var bell = shipped.bell
    bell.glide = nil
    let recording = unfaded(recording(bell), from: BellTable(bell).fade(strength: 1))
    let hertz = bell.partials.map { $0.ratio * bell.pitch }.sorted()
    for partial in bell.partials {
      let middle = partial.ratio * bell.pitch
      let pair = partial.beat == 0 ? [middle] : [-0.5, 0.5].map { middle + $0 * partial.beat }
      let decay = 6.907_755_279 / partial.decay
      let estimate = PartialEstimate(
        recording, strike: 0, hertz: pair, below: hertz.last { $0 < middle },
        above: hertz.first { $0 > middle })
      // The mallet's noise is over; then 60 dB of decay, or what is there of it.
      let start = 3.75 * (bell.noise?.decay ?? 0)
      let band = estimate.band(decay: decay, from: start, to: start + 6.9 / decay)
      // Begun elsewhere: 0.05 Hz and three per cent away. Only the onset is taken as it is written.
      let found = DoubletFit(band, findsAttack: false).refined(
        Doublet(
          hertz: pair.map { $0 + 0.05 }, decay: 1.03 * decay,
          attack: partial.attack ?? bell.attack))
      #expect(abs(cents(found.middle, middle)) <= 0.05, "\(partial.ratio)")
      #expect(abs(6.907_755_279 / found.decay / partial.decay - 1) <= 0.001, "\(partial.ratio)")
      let beat = found.hertz.count == 2 ? found.hertz[1] - found.hertz[0] : 0
      #expect(abs(beat - partial.beat) <= 0.002, "\(partial.ratio)")
      #expect(found.rest < 1e-3, "\(partial.ratio)")
    }
  }

  @Test(arguments: ["bowl", "rin", "tingsha", "temple"])
  func `a rendered bell is found again`(name: String) throws {
    let shipped = try #require(ShippedBell.all.first { $0.source.path == "Bells/\(name).bell" })
    let bell = shipped.bell
    let fit = try #require(BellFit(recording(bell), name: "Found"))
    #expect(fit.bell.partials.count == bell.partials.count)
    let loudest = bell.partials.map(\.level).max() ?? 0
    for (found, partial) in zip(fit.bell.partials, bell.partials) {
      let middle = partial.ratio * bell.pitch
      #expect(abs(cents(found.ratio * fit.bell.pitch, middle)) <= 0.1)
      #expect(abs(found.decay / partial.decay - 1) <= 0.01)
      #expect(abs(found.beat - partial.beat) <= 0.002)
      #expect(abs(found.depth - partial.depth) <= 0.01)
      #expect(abs(found.level - (partial.level - loudest)) <= 0.1)
    }
  }

  @Test func `a noisy room and a late strike are no hindrance`() throws {
    let shipped = try #require(ShippedBell.all.first { $0.source.path == "Bells/bowl.bell" })
    let clean = recording(shipped.bell, noise: 0.000_1)
    let late = clean.channels.map { channel in
      (0..<30_000).map { 0.000_1 * Float(TriangularNoise.value(frame: Int64($0), channel: 3)) }
        + channel
    }
    let fit = try #require(
      BellFit(BellRecording(channels: late, rate: 48_000), name: "Found"))
    for partial in shipped.bell.partials.prefix(4) {
      let middle = partial.ratio * shipped.bell.pitch
      let found = fit.bell.partials.first {
        abs(cents($0.ratio * fit.bell.pitch, middle)) <= 0.1
          && abs($0.decay / partial.decay - 1) <= 0.01
      }
      #expect(found != nil, "\(partial.ratio)")
    }
    #expect(fit.bell.partials.count <= shipped.bell.partials.count + 1)
  }

  @Test func `silence, noise and very short sounds are no bells`() {
    func fit(_ channel: [Float]) -> BellFit? {
      BellFit(BellRecording(channels: [channel], rate: 48_000), name: "Found")
    }
    #expect(fit([]) == nil)
    #expect(fit([0.5]) == nil)
    #expect(fit([Float](repeating: 0, count: 96_000)) == nil)
    #expect(fit([Float](repeating: .nan, count: 20_000)) == nil)
    #expect(fit((0..<100).map { Float($0 % 7) / 7 }) == nil)
  }
}
