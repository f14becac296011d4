import KindlySound

/// Bells for tests: shapes that use every field, not meant to be beautiful.
enum TestBells {
  /// Doublets, bloom, noise, a wide picture.
  static let bowl = Bell(
    name: "Test bowl", pitch: 221, loudness: -23, contact: 0.004, attack: 0.03, spread: 0.45,
    noise: Bell.Noise(level: -38, low: 300, high: 2500, decay: 0.04),
    partials: [
      Bell.Partial(ratio: 1, level: 0, decay: 55, beat: 1.72, depth: 0.7, mode: 2, attack: 0.045),
      Bell.Partial(ratio: 2.778, level: -5, decay: 26, beat: 2.9, depth: 0.6, mode: 3),
      Bell.Partial(ratio: 5.181, level: -13, decay: 13, mode: 4),
      Bell.Partial(ratio: 8.163, level: -22, decay: 7, beat: 3.5, depth: 0.8, mode: 5),
      Bell.Partial(ratio: 11.66, level: -30, decay: 4, beat: 5.2, depth: 0.5, mode: 6),
      Bell.Partial(ratio: 15.64, level: -38, decay: 2.2, mode: 7),
    ])

  /// The same, ringing for more than a minute and a half.
  static let long: Bell = {
    var bell = bowl
    bell.loudness = -17
    bell.partials[0].decay = 120
    return bell
  }()

  /// The same with a pitch that comes down.
  static let gong: Bell = {
    var bell = bowl
    bell.pitch = 110
    bell.glide = Bell.Glide(depth: 0.008, time: 0.4)
    return bell
  }()
}

/// A strike to play in tests.
struct TestStrike {
  let struck: StruckBell
  let frame: Int64

  init(_ bell: Bell, strength: Double = 1, at frame: Int64 = 0) {
    struck = StruckBell(BellTable(bell), strength: strength)
    self.frame = frame
  }
}

/// Blocks `blocks` of some strikes together, interleaved; each block's order as given.
func ring(
  _ strikes: [TestStrike], blocks: some Sequence<Int64>, muted: Int64? = nil
) -> [Float] {
  var samples: [Float] = []
  let block = UnsafeMutablePointer<Float>.allocate(capacity: 128)
  let voices = UnsafeMutablePointer<BellRinging>.allocate(capacity: strikes.count)
  defer {
    voices.deinitialize(count: strikes.count)
    voices.deallocate()
    block.deallocate()
  }
  for (place, strike) in strikes.enumerated() {
    (voices + place).initialize(to: BellRinging(capacity: strike.struck.sound.oscillations))
    voices[place].start(strike.struck.sound, at: strike.frame)
    if let muted { voices[place].mute(at: muted) }
  }
  for index in blocks {
    block.update(repeating: 0, count: 128)
    for place in strikes.indices { voices[place].add(into: block, block: index) }
    samples.append(contentsOf: UnsafeBufferPointer(start: block, count: 128))
  }
  return samples
}
