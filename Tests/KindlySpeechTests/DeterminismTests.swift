import KindlyBase
import KindlySpeech
import Testing

@Suite struct DeterminismTests {
  private static let texts = [
    "May I be safe.", "May I be peaceful.", "Let the words go, and stay with whatever is here.",
    "Say each wish silently, after me.", "There is nothing to do.", "Breathe in.", "And out.",
    "Once more, from the beginning, as if for the first time.",
  ]

  @Test func `the same words sound the same in any order and in any worker`() throws {
    var expected: [String: [Float]] = [:]
    var dice = Dice(state: 7)
    for round in 0..<(isLong ? 1000 : 12) {
      let narrator = Narrator(cache: nil, program: workerProgram, lanes: round % 2 + 1)
      var order = Self.texts.flatMap { text in
        [plain, breathy].map { SpeechRequest(text: text, voice: $0) }
      }
      order.shuffle(using: &dice)
      for (request, answer) in zip(order, narrator.speak(order)) {
        let samples = try answer.get().samples
        let name = request.voice.name + request.text
        if let first = expected[name] {
          #expect(parting(first, samples) == nil, "round \(round): \(name)")
        } else {
          expected[name] = samples
        }
      }
    }
  }

  @Test func `a phrase that ends the engine changes nothing for the next`() throws {
    let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1)
    let request = SpeechRequest(text: "May I be safe.", voice: breathy)
    let before = try narrator.speak([request])[0].get().samples
    _ = narrator.speak([SpeechRequest(text: "x y z", voice: voice("hi"))])
    let after = try narrator.speak([request])[0].get().samples
    #expect(parting(before, after) == nil)
  }
}
