import KindlyRender
import KindlySound
import Testing
import KindlyTimeline

struct MixerTests {
  @Test func `a stem that is turned down reaches its gain within 20 ms and never jumps`() {
    let score = Sitting.score(gain: 1)
    let mixer = Mixer()
    var renderer = Renderer(score, mixer: mixer, only: .breath)
    renderer.seek(to: 76_800)
    let before = Sitting.take(64, from: &renderer)
    mixer.set(.breath, to: 0.25)
    let after = Sitting.take(4_800, from: &renderer)
    let plain = Sitting.render(score, only: .breath)
    #expect(Sitting.parting(before, plain[153_600..<153_728]) == nil)
    for frame in 0..<4_800 {
      let whole = plain[153_728 + 2 * frame]
      if frame >= 960 { #expect(after[2 * frame] == whole * 0.25) }
      guard abs(whole) > 1e-4 else { continue }
      let gain = after[2 * frame] / whole
      #expect(gain < 1.0001 && gain > 0.2499)
    }
    // The steepest gain of half a cosine wave over 960 frames, and the tone's own slope.
    let steps = zip(after, after.dropFirst(2)).map { abs($0 - $1) }
    let own = zip(plain, plain.dropFirst(2)).map { abs($0 - $1) }.max() ?? 0
    let loudest = plain.map { abs($0) }.max() ?? 0
    #expect((steps.max() ?? 1) <= own + loudest * 0.75 * 3.1416 / 2 / 960 * 1.01)
  }

  @Test func `turning one stem down leaves the others alone`() {
    let score = Sitting.score()
    let mixer = Mixer()
    mixer.set(.voice, to: 0)
    var renderer = Renderer(score, mixer: mixer)
    let heard = Sitting.drain(&renderer)
    let bells = Sitting.render(score, only: .bells)
    let breath = Sitting.render(score, only: .breath)
    let rest = zip(bells, breath).map { $0 + $1 }
    // After the ramp at the beginning, before which no word is spoken.
    #expect(Sitting.parting(heard, rest) == nil)
  }

  @Test func `a gain that is no number or too large is brought into range`() {
    let mixer = Mixer()
    mixer.set(.bells, to: .nan)
    #expect(mixer.gain(of: .bells) == 1)
    mixer.set(.bells, to: -3)
    #expect(mixer.gain(of: .bells) == 0)
    mixer.set(.bells, to: .infinity)
    #expect(mixer.gain(of: .bells) == 4)
  }
}

struct EndingTests {
  @Test func `ending gently fades the words, strikes the closing bell and lets it ring out`() throws
  {
    let score = Sitting.score(gain: 1)
    let mixer = Mixer()
    var renderer = Renderer(score, mixer: mixer)
    let before = Sitting.take(20_001, from: &renderer)
    mixer.end(.gently)
    let after = Sitting.drain(&renderer)
    #expect(Sitting.parting(before, Sitting.render(score)[..<before.count]) == nil)
    // From the next block on: 0.6 s of fade, 0.8 s of rest, the bell.
    let begin: Int64 = 20_032
    let strike = begin + 67_200
    let end = strike + Sitting.soft.frames
    #expect(mixer.earlyEnd == Frames(max(end, 65 + Sitting.deep.frames)))
    #expect(Int64(before.count + after.count) == 2 * (mixer.earlyEnd?.count ?? 0))
    let bell = Sitting.ring((Sitting.soft, strike), frames: Int(end))
    let earlier = Sitting.ring(
      (Sitting.bell, 0), (Sitting.deep, 64), (Sitting.bell, 65), frames: Int(end))
    for frame in Int(strike)..<Int(end) {
      let expected = (earlier[2 * frame] + bell[2 * frame]) * score.bellsGain
      #expect(abs(after[2 * frame - before.count] - expected) < 1e-6)
    }
  }

  @Test func `ending gently while the last bell rings changes nothing`() {
    let score = Sitting.score()
    let mixer = Mixer()
    var renderer = Renderer(score, mixer: mixer)
    renderer.seek(to: 130_000)
    mixer.end(.gently)
    let rest = Sitting.drain(&renderer)
    #expect(Sitting.parting(rest, Sitting.render(score)[260_000...]) == nil)
    #expect(mixer.earlyEnd == nil)
  }

  @Test func `ending at once lays a hand on the bells and is over in a second`() {
    let score = Sitting.score()
    let mixer = Mixer()
    var renderer = Renderer(score, mixer: mixer)
    renderer.seek(to: 61_000)
    mixer.end(.atOnce)
    let rest = Sitting.drain(&renderer)
    #expect(rest.count / 2 < 48_000)
    let last = rest.suffix(400).map { abs($0) }.max() ?? 1
    #expect(last < 1e-6)
    let steps = zip(rest, rest.dropFirst(2)).map { abs($0 - $1) }.max() ?? 1
    let own = Sitting.render(score)
    let ownSteps = zip(own, own.dropFirst(2)).map { abs($0 - $1) }.max() ?? 0
    #expect(steps <= ownSteps)
  }

  @Test func `ending at once after ending gently silences the closing bell too`() {
    let score = Sitting.score()
    let mixer = Mixer()
    var renderer = Renderer(score, mixer: mixer)
    renderer.seek(to: 20_032)
    mixer.end(.gently)
    _ = Sitting.take(80_000, from: &renderer)
    mixer.end(.atOnce)
    let rest = Sitting.drain(&renderer)
    #expect(rest.contains { abs($0) > 1e-3 * score.bellsGain })
    #expect(rest.count / 2 < 48_000)
    #expect((rest.suffix(400).map { abs($0) }.max() ?? 1) < 1e-6)
  }

  @Test func `what was heard of an early end is heard again after an interruption`() {
    let score = Sitting.score()
    let mixer = Mixer()
    var renderer = Renderer(score, mixer: mixer)
    renderer.seek(to: 20_032)
    mixer.end(.gently)
    let once = Sitting.take(90_000, from: &renderer)
    renderer.seek(to: 25_000)
    let again = Sitting.take(1_000, from: &renderer)
    #expect(Sitting.parting(again, once[2 * 4_968..<2 * 5_968]) == nil)
  }
}
