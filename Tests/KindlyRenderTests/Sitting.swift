import KindlyRender
import KindlySound
import KindlyTimeline

/// A little session with everything in it: words, a recording that runs into the next words, bells
/// that ring over one another, and a breath.
enum Sitting {
  /// A bell of 0.6 s and a deeper one, struck seven times within 2 s.
  static let bell = StruckBell(table(pitch: 440, decay: 0.6), strength: 1)
  static let deep = StruckBell(table(pitch: 97, decay: 1.5), strength: 0.7)
  static let soft = StruckBell(table(pitch: 440, decay: 0.6), strength: 0.35)

  static func score(gain: Float = 0.8, fadeOut: Frames = .zero, closing: Bool = true) -> Score {
    let clips = ["one": clip(seed: 1, count: 12_345), "two": clip(seed: 2, count: 48_000)]
    return Score(
      timeline, gain: gain, fadeOut: fadeOut, closing: closing ? soft : nil,
      clip: { clips[$0.text] }, bell: { $0.bell == "deep" ? deep : bell })
  }

  static let timeline: Timeline = {
    let strikes: [(Int64, String)] = [
      (0, "bell"), (64, "deep"), (65, "bell"), (30_001, "bell"), (60_000, "deep"),
      (60_000, "bell"), (95_999, "deep"),
    ]
    var events = strikes.map { start, name in
      event(start, 1000, .bell(Strike(bell: name, strength: 1)))
    }
    for (start, text) in [(4_800, "one"), (17_145, "two"), (40_000, "one")] {
      let utterance = Utterance(text: text, voice: "calm", language: "en")
      events.append(event(Int64(start), 12_345, .speech(Speech(utterance: utterance))))
    }
    events.append(event(70_007, 24_000, .breath(.inward)))
    events.append(event(94_007, 30_000, .breath(.outward)))
    return Timeline(
      title: "Sitting", frames: Frames(95_999 + deep.frames), sections: [], events: events)
  }()

  /// All frames of a session, or of one stem, in blocks of one size.
  static func render(_ score: Score, block: Int = 4_096, only stem: Stem? = nil) -> [Float] {
    var renderer = Renderer(score, only: stem)
    return drain(&renderer, block: block)
  }

  /// What is left of a session.
  static func drain(_ renderer: inout Renderer, block: Int = 4_096) -> [Float] {
    var all: [Float] = []
    while true {
      let part = take(block, from: &renderer)
      all += part
      if part.count < 2 * block { return all }
    }
  }

  /// The next frames, or fewer at the end.
  static func take(_ frames: Int, from renderer: inout Renderer) -> [Float] {
    [Float](unsafeUninitializedCapacity: 2 * frames) { buffer, count in
      buffer.initialize(repeating: .nan)
      guard let out = buffer.baseAddress else { return }
      count = 2 * renderer.render(into: out, frames: frames)
    }
  }

  /// Strikes alone, by the bells' own means.
  static func ring(_ strikes: (StruckBell, Int64)..., frames: Int) -> [Float] {
    let blocks = frames / 64 + 1
    var all = [Float](repeating: 0, count: 128 * blocks)
    for (bell, strike) in strikes {
      var ringing = BellRinging(capacity: bell.oscillations)
      ringing.start(bell.sound, at: strike)
      all.withUnsafeMutableBufferPointer { buffer in
        guard let out = buffer.baseAddress else { return }
        for block in 0..<blocks { ringing.add(into: out + 128 * block, block: Int64(block)) }
      }
    }
    return all
  }

  /// The first place at which two signals part; nil if they are the same bit for bit.
  static func parting(_ left: some Collection<Float>, _ right: some Collection<Float>) -> String? {
    if left.count != right.count { return "\(left.count) and \(right.count) samples" }
    for (place, (one, other)) in zip(left, right).enumerated() where one != other {
      return "sample \(place): \(one) and \(other)"
    }
    return nil
  }

  private static func event(_ start: Int64, _ frames: Int64, _ kind: Event.Kind) -> Event {
    Event(start: Frames(start), frames: Frames(frames), line: 1, section: 0, kind: kind)
  }

  private static func clip(seed: UInt64, count: Int) -> Clip {
    var state = seed
    return Clip(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(Int32(truncatingIfNeeded: state >> 32)) * 0x1p-33
      })
  }

  private static func table(pitch: Double, decay: Double) -> BellTable {
    BellTable(
      Bell(
        name: "Test", pitch: pitch,
        partials: [
          Bell.Partial(ratio: 1, level: 0, decay: decay, beat: 1.5, depth: 0.6, mode: 2),
          Bell.Partial(ratio: 2.7, level: -6, decay: decay / 2, mode: 3),
        ]))
  }
}
