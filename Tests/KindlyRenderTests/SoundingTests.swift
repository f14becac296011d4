import KindlyRender
import KindlyTimeline
import Testing

struct SoundingTests {
  @Test(arguments: [nil, .voice, .bells, .breath] as [Stem?])
  func `outside of the spans that sound everything is exactly zero, and each sounds`(stem: Stem?) {
    let score = Sitting.score()
    let spans = score.sounding(stem)
    let samples = Sitting.render(score, only: stem)
    for (before, after) in zip(spans, spans.dropFirst()) {
      #expect(before.upperBound < after.lowerBound)
    }
    var place = 0
    for span in spans {
      #expect(samples[place..<2 * Int(span.lowerBound)].allSatisfy { $0.bitPattern == 0 })
      place = 2 * Int(span.upperBound)
      #expect(samples[2 * Int(span.lowerBound)..<place].contains { $0 != 0 })
    }
    #expect(samples[place...].allSatisfy { $0.bitPattern == 0 })
  }

  @Test func `a stem's silence is passed over and what follows it is the same`() {
    let score = Sitting.score()
    let whole = Sitting.render(score, only: .breath)
    #expect(score.sounding(.breath).first?.lowerBound == 70_007)
    for start in [0, 1, 63, 64, 69_000, 70_006, 70_007] as [Int64] {
      var renderer = Renderer(score, only: .breath)
      renderer.seek(to: start)
      let part = Sitting.take(5_000, from: &renderer)
      #expect(Sitting.parting(part, whole[2 * Int(start)..<2 * Int(start) + part.count]) == nil)
    }
  }
}
