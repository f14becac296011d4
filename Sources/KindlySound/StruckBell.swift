/// A bell struck with a certain strength: everything that is needed to sound it, made once for all
/// equal strikes of a session.
///
/// Control side. Keep it alive while a `BellRinging` plays its `sound`.
public final class StruckBell: @unchecked Sendable {  // immutable after init
  /// An oscillation is left out when its two channels together fall below −140 dBFS. Some dozens of
  /// them stay below −115 dBFS together.
  private static var inaudible: Double { 1e-7 }

  /// The plain memory the audio thread reads.
  public let sound: BellSound
  /// Until below −60 dBFS.
  public let fadeFrames: Int64
  /// The most it can be in each stretch of its ringing: see `most(from:)`.
  private let envelope: [Float]
  private let table: BellTable
  private let modes: UnsafeMutablePointer<BellSound.Mode>

  /// Strikes a bell; `strength` from 0 (not heard) to 1 (as loud as its file says).
  public init(_ table: BellTable, strength: Double) {
    self.table = table
    fadeFrames = table.fade(strength: strength)
    envelope = table.envelope(strength: strength, every: Self.stretch)
    let end = table.ringOut(strength: strength)
    var list: [BellSound.Mode] = []
    for (index, oscillation) in table.oscillations.enumerated() where strength > 0 {
      let gain = strength * table.bell.brightness(at: oscillation.hertz, strength: strength)
      let decay = oscillation.decay / Oscillation.rate
      let size = oscillation.amplitude.magnitude * gain * (oscillation.left + oscillation.right)
      let life = MathFunctions.log(size / Self.inaudible) / decay
      guard life > 0 else { continue }
      list.append(
        BellSound.Mode(
          start: oscillation.amplitude * gain, decay: decay,
          turns: oscillation.hertz / Oscillation.rate,
          left: Float(oscillation.left), right: Float(oscillation.right),
          life: min(Int64(life) + 1, end), table: table.tables + index * 128))
    }
    // Long lives first, so that those still heard are the first few; equals keep their order.
    list = list.enumerated().sorted { ($1.element.life, $0.offset) < ($0.element.life, $1.offset) }
      .map(\.element)
    modes = .allocate(capacity: max(1, list.count))
    modes.initialize(from: list, count: list.count)
    sound = BellSound(
      modes: UnsafePointer(modes), count: list.count, end: end,
      glide: BellSound.Glide(table.bell.glide, strength: strength))
  }

  deinit { modes.deallocate() }

  /// Until rung out: faded below −60 dBFS, and 3 s more.
  public var frames: Int64 { sound.end }

  /// Frames between two values of the envelope: a quarter of a second.
  private static var stretch: Int64 { 12_000 }

  /// No sample of it, and nothing between two samples, is larger from so many frames after the strike
  /// on: a bound that never rises, 0 once it has rung out.
  public func most(from frame: Int64) -> Float {
    guard frame < frames else { return 0 }
    let place = Int(max(0, frame) / Self.stretch)
    return place < envelope.count ? envelope[place] : envelope.last ?? 0
  }

  /// The number of its oscillations: the capacity that a `BellRinging` needs for it.
  public var oscillations: Int { sound.count }
}
