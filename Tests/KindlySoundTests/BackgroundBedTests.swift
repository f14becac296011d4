import Glibc
import KindlySound
import Testing

@Suite struct BackgroundBedTests {
  /// One layer of each kind, with what moves and glides.
  static let layers: [BackgroundLayer] = {
    var noise = BackgroundLayer(.noise)
    (noise.low, noise.slope, noise.moves) = (100, -3, .init(depth: 3, time: 1))
    var waves = BackgroundLayer(.waves, level: -3)
    (waves.every, waves.rise, waves.fall) = (3, 1, 2)
    var resonance = BackgroundLayer(.resonance, level: -6)
    (resonance.frequency, resonance.q) = (400, 8)
    resonance.glides = .init(depth: 0.3, time: 1)
    var drops = BackgroundLayer(.drops, level: -6)
    (drops.low, drops.high, drops.rate) = (400, 3_000, 60)
    var crackles = BackgroundLayer(.crackles, level: -9)
    (crackles.low, crackles.high, crackles.rate, crackles.decay) = (800, 6_000, 40, 0.002)
    var tone = BackgroundLayer(.tone, level: -9)
    (tone.frequency, tone.moves) = (220, .init(depth: 4, time: 1))
    var string = BackgroundLayer(.string, level: -6)
    (string.frequency, string.every, string.decay) = (138.6, 2, 1)
    return [noise, waves, resonance, drops, crackles, tone, string]
  }()

  static func background(_ layers: [BackgroundLayer], loop: Double = 8) -> Background {
    Background(name: "Test", loudness: -38, width: 0.8, seed: 5, loop: loop, layers: layers)
  }

  /// The whole loop, left and right in turn.
  static func loop(of bed: BackgroundBed) -> [Float] {
    (0..<bed.chunks).flatMap { bed.chunk($0) }
  }

  /// Decibels of a difference against a signal.
  static func difference(
    _ left: some Collection<Float>, _ right: some Collection<Float>
  ) -> Double {
    var apart = 0.0
    var whole = 0.0
    for (one, other) in zip(left, right) {
      apart += Double(one - other) * Double(one - other)
      whole += Double(other) * Double(other)
    }
    return 10 * log10(apart / whole)
  }

  @Test func `a chunk depends on its place alone`() {
    let background = Self.background(Self.layers)
    let bed = BackgroundBed(background)
    let (first, second) = (bed.chunk(0), bed.chunk(1))
    #expect(BackgroundBed(background).chunk(1) == second)
    #expect(bed.chunk(0) == first)
    #expect(first != second)
  }

  @Test(arguments: BackgroundBedTests.layers)
  func `no seam is heard between chunks, nor where the loop begins again`(
    layer: BackgroundLayer
  ) {
    let bed = BackgroundBed(Self.background([layer]))
    let loop = Self.loop(of: bed)
    let half = BackgroundBed.chunkFrames
    // The same sound made without a break over the seam in the middle, and over the loop's own.
    for seam in [half, 2 * half] {
      let start = seam - half / 2
      let whole = bed.samples(from: start, frames: half)
      let parts = (0..<2 * half).map { loop[(2 * start + $0) % loop.count] }
      #expect(Self.difference(whole, parts) < -100, "\(layer.kind) at \(seam)")
    }
  }

  @Test(arguments: BackgroundBedTests.layers)
  func `the loudness is known before a sample is made`(layer: BackgroundLayer) {
    let bed = BackgroundBed(Self.background([layer], loop: 40))
    var power = 0.0
    for number in 0..<bed.chunks {
      let chunk = bed.chunk(number)
      for side in 0..<2 {
        var (head, lows) = Biquad.kWeighting
        for place in stride(from: side, to: chunk.count, by: 2) {
          let sample = lows.next(head.next(Double(chunk[place])))
          power += sample * sample
        }
      }
    }
    let loudness = -0.691 + 10 * log10(power / Double(bed.frames))
    // Few waves, drops or plucks: chance alone moves the mean by some tenths.
    #expect(abs(loudness + 38) < 0.6, "\(layer.kind): \(loudness)")
  }

  @Test(arguments: [(0.0, 0.0), (-3.01, -3.01), (-6.02, -6.02), (-9, -9)])
  func `the spectrum falls as its slope says`(slope: Double, expected: Double) {
    var layer = BackgroundLayer(.noise)
    layer.slope = slope
    let bed = BackgroundBed(Self.background([layer]))
    let samples = Self.loop(of: bed)
    // Power in a hertz, octave by octave.
    let levels = [125.0, 250, 500, 1_000, 2_000, 4_000, 8_000].map { hertz in
      10 * log10(Self.power(of: samples, around: hertz) / hertz)
    }
    for (low, high) in zip(levels, levels.dropFirst()) {
      #expect(abs(high - low - expected) < 0.7, "\(slope): \(levels)")
    }
  }

  /// The mean power of the left side in a narrow band around a frequency.
  static func power(of samples: [Float], around hertz: Double) -> Double {
    let band = [Biquad(.highPass(hertz * 0.9, q: 1.3)), Biquad(.lowPass(hertz * 1.1, q: 1.3))]
    var filters = band + band
    var power = 0.0
    for place in stride(from: 0, to: samples.count, by: 2) {
      var sample = Double(samples[place])
      for index in filters.indices { sample = filters[index].next(sample) }
      power += sample * sample
    }
    return power / Double(samples.count / 2)
  }

  @Test func `the width goes from one signal to two`() {
    for (width, expected) in [(0.0, 1.0), (1, 0)] {
      var background = Self.background([BackgroundLayer(.noise)])
      background.width = width
      let chunk = BackgroundBed(background).chunk(0)
      var (both, left) = (0.0, 0.0)
      for place in stride(from: 0, to: chunk.count, by: 2) {
        both += Double(chunk[place]) * Double(chunk[place + 1])
        left += Double(chunk[place]) * Double(chunk[place])
      }
      #expect(abs(both / left - expected) < 0.02)
    }
  }

  @Test func `other seeds give other sounds that are as loud`() {
    var other = Self.background([Self.layers[0]])
    other.seed = 6
    let one = BackgroundBed(Self.background([Self.layers[0]])).chunk(0)
    let two = BackgroundBed(other).chunk(0)
    #expect(Self.difference(one, two) > 0)
  }
}
