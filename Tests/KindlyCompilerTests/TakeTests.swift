import KindlyCompiler
import KindlyLanguage
import KindlyTimeline
import Testing

/// A phrase that is said again is said in another take.
@Suite struct `Takes` {
  /// Every character takes a tenth of a second, and each take a tenth of a second more.
  private struct Meter: SpeechMeter {
    func measure(_ utterances: [Utterance]) -> [Measure] {
      utterances.map { utterance in
        .spoken(frames: Frames(Int64(utterance.text.count + utterance.take) * 4_800), words: [])
      }
    }
  }

  private func takes(_ text: String, of takes: Int = 5) throws -> [Int] {
    try composed(text, Desk(), takes: takes).timeline.events.compactMap { event in
      guard case .speech(let speech) = event.kind else { return nil }
      return speech.utterance.take
    }
  }

  @Test func `takes go round, for each phrase by itself`() throws {
    #expect(try takes("[repeat 7 times]\n> Be well.\n[end]") == [0, 1, 2, 3, 4, 0, 1])
    #expect(try takes("Be well.\nBe here.\nBe well.\nBe here.\nBe well.") == [0, 0, 1, 1, 2])
  }

  @Test func `a voice without takes says the same again`() throws {
    #expect(try takes("[repeat 3 times]\n> Be well.\n[end]", of: 1) == [0, 0, 0])
  }

  private func composed(_ text: String, _ desk: Desk, takes: Int = 5) throws -> FittedPractice {
    var resolver = desk.resolver
    let voice = resolver.voice
    resolver.voice = { name in
      guard case .found(var facts) = voice(name) else { return voice(name) }
      facts.takes = takes
      return .found(facts)
    }
    let source = Source(path: "test.practice", text: text)
    return try compose(
      PracticeText(source: source, script: read(practice: source).tree), order: desk.order,
      in: resolver, meter: Meter())
  }
}
