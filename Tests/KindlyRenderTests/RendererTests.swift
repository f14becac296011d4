import KindlyRender
import KindlySound
import Testing
import KindlyTimeline

struct RendererTests {
  @Test(arguments: [1, 7, 64, 480, 2_400, 100_003])
  func `block size does not change the sound`(block: Int) {
    let score = Sitting.score()
    let whole = Sitting.render(score)
    #expect(whole.count == 2 * Int(score.frames.count))
    #expect(Sitting.parting(Sitting.render(score, block: block), whole) == nil)
  }

  @Test func `a seek lands on its frame, whatever was heard before`() {
    let score = Sitting.score()
    let whole = Sitting.render(score)
    var renderer = Renderer(score)
    var place: Int64 = 1
    for _ in 0..<200 {
      place = place * 48_271 % 2_147_483_647
      let frame = Int(place % score.frames.count)
      renderer.seek(to: Int64(frame))
      let part = Sitting.take(1 + frame % 700, from: &renderer)
      let expected = whole[2 * frame..<2 * frame + part.count]
      #expect(Sitting.parting(part, expected) == nil)
    }
  }

  @Test func `the stems add up to the mix`() {
    let score = Sitting.score()
    let stems = [Stem.voice, .bells, .breath].map { Sitting.render(score, only: $0) }
    let sum = stems[0].indices.map { (stems[0][$0] + stems[1][$0]) + stems[2][$0] }
    #expect(Sitting.parting(sum, Sitting.render(score)) == nil)
    for stem in stems { #expect(stem.contains { $0 != 0 }) }
  }

  @Test func `words begin on their frame and are heard as they are`() {
    let score = Sitting.score(gain: 1)
    let voice = Sitting.render(score, only: .voice)
    let first = voice.firstIndex { $0 != 0 }
    #expect(first == 2 * 4_800)
    let pairs = stride(from: 0, to: voice.count, by: 2).allSatisfy { voice[$0] == voice[$0 + 1] }
    #expect(pairs)
  }

  @Test func `after the end there is nothing`() {
    let score = Sitting.score()
    var renderer = Renderer(score)
    renderer.seek(to: score.frames.count - 10)
    let rest = Sitting.take(64, from: &renderer)
    #expect(rest.count == 20)
    let beyond = Sitting.take(64, from: &renderer)
    #expect(beyond.isEmpty)
  }

  @Test func `a fade at the end reaches silence`() {
    let plain = Sitting.render(Sitting.score())
    let score = Sitting.score(fadeOut: Frames(48_000))
    let faded = Sitting.render(score)
    let begin = 2 * Int(score.frames.count - 48_000)
    #expect(Sitting.parting(faded[..<begin], plain[..<begin]) == nil)
    let middle = begin + 48_000
    #expect(abs(faded[middle] - plain[middle] / 2) < 1e-6)
    #expect(abs(faded.last ?? 1) < 1e-9)
  }
}
