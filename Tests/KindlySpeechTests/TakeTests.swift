import Glibc
import KindlySound
import Testing

@testable import KindlySpeech

/// Repetitions of a phrase: alike, but never the same.
@Suite struct TakeTests {
  private let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1)

  private func request(_ take: Int, takes: Double = 0.04) -> SpeechRequest {
    let engine = EspeakVoice(voice: "en-us", pitch: 30)
    let voice = Voice(name: "own", language: "en", engine: .espeak(engine), takes: takes)
    return SpeechRequest(text: "May I be safe and well.", voice: voice, take: take)
  }

  private func samples(_ request: SpeechRequest) throws -> [Float] {
    try narrator.speak([request])[0].get().samples
  }

  @Test func `five takes differ in length, are equally loud, and go round`() throws {
    var lengths: Set<Int> = []
    for take in 0..<5 {
      let spoken = try narrator.speak([request(take)])[0].get()
      lengths.insert(spoken.clip.count)
      #expect(abs(loudness(spoken) + 20) < 0.1, "take \(take)")
    }
    #expect(lengths.count == 5)
    #expect((lengths.max() ?? 0) < (lengths.min() ?? 0) * 13 / 10)
    #expect(try samples(request(5)) == samples(request(0)))
    #expect(try samples(request(7)) == samples(request(2)))
  }

  @Test func `a voice without takes repeats itself`() throws {
    #expect(try samples(request(3, takes: 0)) == samples(request(0, takes: 0)))
    #expect(try samples(request(0)) == samples(request(0, takes: 0)))
  }

  @Test func `words keep their order, and the last one ends with the clip`() throws {
    for take in 1..<5 {
      let spoken = try narrator.speak([request(take)])[0].get()
      #expect(spoken.words.map(\.start) == spoken.words.map(\.start).sorted())
      let last = try #require(spoken.words.last)
      #expect(abs(last.start + last.frames - spoken.clip.count) < 2_400)
    }
  }

  @Test func `each take has a key of its own`() {
    let keys = (0..<5).map { ClipKey(of: request($0), engine: "e").digest }
    #expect(Set(keys).count == 5)
    #expect(ClipKey(of: request(5), engine: "e").digest == keys[0])
    #expect(
      ClipKey(of: request(2, takes: 0), engine: "e").digest
        == ClipKey(of: request(0, takes: 0), engine: "e").digest)
  }

  @Test(arguments: [0.85, 0.97, 1.04, 1.2])
  func `a lengthened sound keeps its pitch and its beginning`(factor: Double) {
    let rate = 22_050
    let tone = (0..<rate).map { 0.5 * sinf(2 * .pi * 110 * Float($0) / Float(rate)) }
    let start = 8_000
    let longer = Lengthening.stretched(tone, from: start, by: factor, rate: rate)
    let wanted = start + Int(Double(tone.count - start) * factor)
    #expect(longer.count == wanted)
    #expect(Array(longer[..<start]) == Array(tone[..<start]))
    let heard = longer[start..<(wanted - 2_000)]
    let crossings = zip(heard, heard.dropFirst()).count { $0 < 0 && $1 >= 0 }
    #expect(abs(Double(crossings) / Double(heard.count) * Double(rate) - 110) < 3)
    // Nowhere a jump that the tone itself does not make.
    let step = zip(longer, longer.dropFirst()).map { abs($0 - $1) }.max() ?? 1
    #expect(step < 0.05)
  }

  @Test func `what is too short to be lengthened stays`() {
    let click: [Float] = [0, 1, 0, -1]
    #expect(Lengthening.stretched(click, from: 0, by: 1.2, rate: 22_050) == click)
  }
}
