@testable import KindlySpeech
import Testing

@Suite struct WordTimesTests {
  @Test func `words that espeak-ng joins share their time at whole words`() {
    let text = "Rest for a while in the quiet."
    // Its own events for this sentence: "for a" is one, and "while" points into "for".
    let events = [(0, 0), (11628, 5), (19662, 6), (32088, 17), (39122, 24)].map {
      WordTimes.Event(sample: $0.0, position: $0.1)
    }
    let words = WordTimes.starts(of: SpeakableText(text), events: events, end: 50_000)
    let utf8 = Array(text.utf8)
    #expect(
      words.map { String(decoding: utf8[$0.range], as: UTF8.self) }
        == ["Rest", "for", "a", "while", "in", "the", "quiet"])
    #expect(words.map(\.sample) == [0, 11628, 17653, 19662, 32088, 34901, 39122])
  }

  @Test func `a word that is said in several is one word`() {
    let text = "Sit 25 min in metta-time."
    let said = SpeakableText(text)
    #expect(said.string == "Sit twenty-five minutes in metta-time.")
    let events = [(0, 0), (100, 4), (150, 11), (200, 16), (300, 24), (400, 27), (450, 33)].map {
      WordTimes.Event(sample: $0.0, position: $0.1)
    }
    let words = WordTimes.starts(of: said, events: events, end: 500)
    #expect(words.map(\.sample) == [0, 100, 200, 300, 400])
  }

  @Test func `without events the words share all of the time`() {
    let words = WordTimes.starts(of: SpeakableText("may we be"), events: [], end: 700)
    #expect(words.map(\.sample) == [0, 300, 500])
  }
}
