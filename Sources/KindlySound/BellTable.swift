/// A bell made ready to ring: its oscillations and their tables, shared by all its strikes.
///
/// Control side; takes a few milliseconds to make, most of it for the loudness.
public final class BellTable: @unchecked Sendable {  // immutable after init
  /// Frames of a block, and of each table: e^(−s+iω)n for n = 0 ..< 64 covers one block.
  public static var blockFrames: Int { 64 }
  /// The bell.
  public let bell: Bell
  /// At full strength, with loudness set.
  let oscillations: [Oscillation]
  /// For each oscillation 64 real parts, then 64 imaginary ones.
  let tables: UnsafePointer<Float>

  /// Computes the tables of a bell.
  public init(_ bell: Bell) {
    self.bell = bell
    var oscillations = bell.oscillations()
    let gain = MathFunctions.amplitude(decibels: bell.loudness - oscillations.momentaryLoudness())
    for index in oscillations.indices {
      oscillations[index].amplitude = oscillations[index].amplitude * gain
    }
    self.oscillations = oscillations
    let frames = Self.blockFrames
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, oscillations.count) * frames * 8, alignment: 64
    ).bindMemory(to: Float.self, capacity: max(1, oscillations.count) * frames * 2)
    for (index, oscillation) in oscillations.enumerated() {
      let table = memory + index * frames * 2
      for frame in 0..<frames {
        let value = Complex.damped(
          decay: oscillation.decay / Oscillation.rate * Double(frame),
          turns: oscillation.hertz / Oscillation.rate * Double(frame))
        table[frame] = Float(value.real)
        table[frames + frame] = Float(value.imaginary)
      }
    }
    tables = UnsafePointer(memory)
  }

  deinit { tables.deallocate() }

  /// The largest sample a strike at full strength could have: the sum of all amplitudes.
  public var peakBound: Double {
    oscillations.reduce(0) { $0 + $1.amplitude.magnitude * max($1.left, $1.right) }
  }

  /// Frames until a strike has faded below −60 dBFS for good; 0 if it never is louder.
  ///
  /// An upper bound, as it takes all partials in phase: what is heard is below it.
  public func fade(strength: Double) -> Int64 {
    let slow = slowest(strength: strength)
    func level(_ frame: Int64) -> Double { Self.level(slow, at: frame) }
    var (loud, quiet): (Int64, Int64) = (0, 1)
    guard level(0) > 0.001 else { return 0 }
    while level(quiet) > 0.001 { (loud, quiet) = (quiet, quiet * 2) }
    while quiet - loud > 1 {
      let middle = (loud + quiet) / 2
      if level(middle) > 0.001 { loud = middle } else { quiet = middle }
    }
    return quiet
  }

  /// What no magnitude of a strike exceeds from the beginning of each stretch of `frames` on, until it
  /// has rung out.
  func envelope(strength: Double, every frames: Int64) -> [Float] {
    let slow = slowest(strength: strength)
    return stride(from: 0, to: max(1, ringOut(strength: strength)), by: Int(frames)).map {
      // Rounded up.
      Float(Self.level(slow, at: Int64($0))).nextUp
    }
  }

  /// The slower of each pair of oscillations. A rising partial is a slow one minus a fast one: below
  /// the slow one alone.
  private func slowest(strength: Double) -> [(size: Double, decay: Double)] {
    stride(from: 0, to: oscillations.count, by: 2).map { index in
      let one = oscillations[index]
      return (size: size(of: one, strength: strength), decay: one.decay / Oscillation.rate)
    }
  }

  /// All of them in phase, so many frames after the strike.
  private static func level(_ slow: [(size: Double, decay: Double)], at frame: Int64) -> Double {
    slow.reduce(0) { $0 + $1.size * MathFunctions.exp(-$1.decay * Double(frame)) }
  }

  /// Frames until a strike has rung out: `fade` and then 3 s of fading to nothing.
  public func ringOut(strength: Double) -> Int64 {
    strength > 0 ? fade(strength: strength) + BellSound.fadeOut : 0
  }

  /// The amplitude of an oscillation at a strength, in the louder channel.
  func size(of oscillation: Oscillation, strength: Double) -> Double {
    guard strength > 0 else { return 0 }
    return oscillation.amplitude.magnitude * max(oscillation.left, oscillation.right)
      * strength * bell.brightness(at: oscillation.hertz, strength: strength)
  }
}
