import KindlyRender
import KindlySound
import KindlyTimeline
import Testing

@Suite struct BackgroundTests {
  /// Chunks of a signal that any frame can be told from: left is the frame, right its opposite.
  static func chunks(count: Int = 3) -> BackgroundChunks {
    BackgroundChunks(count: count) { number in
      (0..<BackgroundChunks.chunkFrames).flatMap { offset in
        let sample = Float(number * BackgroundChunks.chunkFrames + offset) * 0x1p-24
        return [sample, -sample]
      }
    }
  }

  static func score(
    _ timeline: Timeline, dip: Double = 6, chunks: BackgroundChunks = chunks()
  ) -> Score {
    Score(
      timeline, clip: { _ in nil }, bell: { _ in nil },
      background: { _ in BackgroundSound(chunks: chunks, dip: dip) })
  }

  static func timeline(
    _ spans: [BackgroundSpan], speech: [Range<Int64>] = [], frames: Int64 = 700_000
  ) -> Timeline {
    Timeline(
      title: "Bed", frames: Frames(frames), sections: [],
      events: speech.map { range in
        Event(
          start: Frames(range.lowerBound), frames: Frames(Int64(range.count)), line: 1,
          section: 0,
          kind: .speech(Speech(utterance: Utterance(text: "a", voice: "b", language: "en"))))
      }, backgrounds: spans)
  }

  static func span(_ start: Int64, _ frames: Int64, fade: Int64 = 4_800) -> BackgroundSpan {
    BackgroundSpan(
      name: "rain", start: Frames(start), frames: Frames(frames), fadeIn: Frames(fade),
      fadeOut: Frames(fade))
  }

  static func render(_ score: Score, from: Int64, frames: Int, block: Int = 4_096) -> [Float] {
    withExtendedLifetime(score.hold(from..<from + Int64(frames))) {
      var renderer = Renderer(score)
      renderer.seek(to: from)
      var all: [Float] = []
      while all.count < 2 * frames {
        let part = Sitting.take(min(block, frames - all.count / 2), from: &renderer)
        if part.isEmpty { return all }
        all += part
      }
      return all
    }
  }

  @Test(arguments: [1, 7, 64, 480])
  func `neither block size nor the beginning changes a sample`(block: Int) {
    let score = Self.score(
      Self.timeline([Self.span(1_000, 690_000)], speech: [200_000..<300_000]))
    let whole = Self.render(score, from: 0, frames: 230_000)
    let later = Self.render(score, from: 170_001, frames: 59_999, block: block)
    #expect(Sitting.parting(whole[(2 * 170_001)...], later) == nil)
  }

  @Test func `it lies in its span and nowhere else, and begins with its first frame`() {
    let score = Self.score(Self.timeline([Self.span(6_400, 100_032, fade: 640)]))
    let all = Self.render(score, from: 0, frames: 120_000)
    #expect(all[..<12_800].allSatisfy { $0 == 0 })
    #expect(all[(2 * 106_432)...].allSatisfy { $0 == 0 })
    let frame = 50_000
    #expect(all[2 * frame] == Float(frame - 6_400) * 0x1p-24)
    #expect(all[2 * frame + 1] == -all[2 * frame])
  }

  @Test func `it goes round from its last chunk to its first`() {
    let score = Self.score(Self.timeline([Self.span(0, 700_000)]))
    let seam = 3 * BackgroundChunks.chunkFrames
    let around = Self.render(score, from: Int64(seam) - 1, frames: 2)
    #expect(around[0] == Float(seam - 1) * 0x1p-24)
    #expect(around[2] == 0)
  }

  @Test func `it gives way before the first word and is back after the last`() {
    // Two utterances that are near: no rise between.
    let score = Self.score(
      Self.timeline([Self.span(0, 700_000)], speech: [200_000..<240_000, 300_000..<340_000]),
      dip: 6.020_6)
    func gain(_ frame: Int) -> Float {
      Self.render(score, from: Int64(frame), frames: 1)[0] / (Float(frame) * 0x1p-24)
    }
    #expect(abs(gain(171_000) - 1) < 0.001)
    #expect(abs(gain(200_000) - 0.5) < 0.001)
    #expect(abs(gain(270_000) - 0.5) < 0.001)
    #expect(abs(gain(339_999) - 0.5) < 0.001)
    #expect(gain(340_000 + 43_200) > 0.7)
    #expect(abs(gain(340_000 + 86_464) - 1) < 0.001)
  }

  @Test func `one that goes and one that comes have the power of one`() {
    let chunks = BackgroundChunks(count: 2) { _ in
      [Float](repeating: 0.5, count: 2 * BackgroundChunks.chunkFrames)
    }
    let first = Self.span(0, 100_000, fade: 40_000)
    let second = Self.span(60_000, 100_000, fade: 40_000)
    let one = Self.render(
      Self.score(Self.timeline([first]), chunks: chunks), from: 60_000, frames: 40_000)
    let two = Self.render(
      Self.score(Self.timeline([second]), chunks: chunks), from: 60_000, frames: 40_000)
    for place in stride(from: 0, to: 80_000, by: 1_000) {
      let power = one[place] * one[place] + two[place] * two[place]
      #expect(abs(power - 0.25) < 0.001)
    }
  }

  @Test func `a session without one is what it was`() {
    let plain = Sitting.render(Sitting.score())
    var timeline = Sitting.timeline
    timeline.backgrounds = [Self.span(0, 90_000)]
    let score = Self.score(timeline, chunks: Self.chunks())
    #expect(score.hasBackground)
    #expect(!Sitting.score().hasBackground)
    #expect(Sitting.parting(plain, Sitting.render(Sitting.score())) == nil)
  }

  @Test func `its stem and the others are the mix`() {
    let score = Self.score(
      Self.timeline([Self.span(0, 690_000)], speech: [100_000..<120_000]))
    let mix = Self.render(score, from: 90_000, frames: 20_000)
    let stem = withExtendedLifetime(score.hold(90_000..<110_000)) {
      var renderer = Renderer(score, only: .background)
      renderer.seek(to: 90_000)
      return Sitting.take(20_000, from: &renderer)
    }
    #expect(Sitting.parting(mix, stem) == nil)
  }

  @Test func `a change of its level is a ramp without a step`() {
    let chunks = BackgroundChunks(count: 2) { _ in
      [Float](repeating: 0.5, count: 2 * BackgroundChunks.chunkFrames)
    }
    let score = Self.score(Self.timeline([Self.span(0, 600_000)]), chunks: chunks)
    let mixer = Mixer()
    let samples = withExtendedLifetime(score.hold(40_000..<60_000)) {
      var renderer = Renderer(score, mixer: mixer)
      renderer.seek(to: 40_000)
      let before = Sitting.take(6_400, from: &renderer)
      mixer.set(.background, to: 0)
      return before + Sitting.take(6_400, from: &renderer)
    }
    let steps = stride(from: 2, to: samples.count, by: 2).map {
      abs(samples[$0] - samples[$0 - 2])
    }
    #expect((steps.max() ?? 1) < 0.001)
    #expect(samples.last == 0)
  }

  @Test(arguments: [Ending.Way.gently, .atOnce])
  func `an early end takes it along`(way: Ending.Way) {
    let score = Self.score(Self.timeline([Self.span(0, 690_000)], speech: [650_000..<660_000]))
    let mixer = Mixer()
    let rest = withExtendedLifetime(score.hold(96_000..<700_000)) {
      var renderer = Renderer(score, mixer: mixer)
      renderer.seek(to: 96_000)
      _ = Sitting.take(960, from: &renderer)
      mixer.end(way)
      return Sitting.drain(&renderer)
    }
    #expect(rest.count < 2 * 60_000)
    #expect(abs(rest.suffix(2).first ?? 1) < 0.000_1)
  }

  @Test func `chunks that nobody holds any more are let go, and made again the same`() {
    let chunks = Self.chunks(count: 40)
    let length = Int64(BackgroundChunks.chunkFrames)
    let score = Self.score(
      Self.timeline([Self.span(0, 40 * length)], frames: 40 * length), chunks: chunks)
    let before = Self.render(score, from: 100_000, frames: 100)
    for place in 0..<39 { _ = score.hold(Int64(place) * length..<Int64(place + 1) * length) }
    var renderer = Renderer(score)
    renderer.seek(to: 100_000)
    #expect(Sitting.take(100, from: &renderer).allSatisfy { $0 == 0 })
    #expect(Self.render(score, from: 100_000, frames: 100) == before)
  }

  @Test func `everything comes up from silence where that is asked for, wherever it begins`() {
    let chunks = BackgroundChunks(count: 2) { _ in
      [Float](repeating: 0.5, count: 2 * BackgroundChunks.chunkFrames)
    }
    let score = Self.score(Self.timeline([Self.span(0, 600_000)]), chunks: chunks)
    let samples = withExtendedLifetime(score.hold(90_000..<200_000)) {
      var renderer = Renderer(score, fadeIn: 100_000..<148_000)
      renderer.seek(to: 100_000)
      return Sitting.take(60_000, from: &renderer)
    }
    #expect(samples[0] == 0)
    #expect(abs(samples[48_000] - 0.25) < 0.001)
    #expect(samples[96_000] == 0.5)
    let steps = stride(from: 2, to: samples.count, by: 2).map { samples[$0] - samples[$0 - 2] }
    #expect((steps.max() ?? 1) < 0.000_1)
  }
}
