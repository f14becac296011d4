import Glibc
import KindlySound
import Testing

@testable import KindlySpeech

@Suite struct SpeakingTests {
  private let narrator = Narrator(cache: nil, program: workerProgram)

  private func speak(_ text: String, in voice: Voice, pace: Double = 1) throws -> SpokenClip {
    try narrator.speak([SpeechRequest(text: text, voice: voice, pace: pace)])[0].get()
  }

  @Test func `a clip is at the voice's loudness and below −3 dBTP`() throws {
    for target in [-16.0, -20, -26] {
      var voice = breathy
      voice.loudness = target
      let clip = try speak("Let your body find a way of sitting that is kind to it.", in: voice)
      #expect(abs(loudness(clip) - target) < 0.15)
      #expect(SpeechLevel.truePeak(of: clip.samples) <= MathFunctions.amplitude(decibels: -3))
    }
    let loud = Voice(
      name: "loud", language: "en", engine: .espeak(EspeakVoice(voice: "en-us")), loudness: -5)
    let peak = SpeechLevel.truePeak(of: try speak("May I be safe.", in: loud).samples)
    #expect((-3.5 ... -3).contains(MathFunctions.decibels(amplitude: peak)))
  }

  @Test func `a single short word has the loudness of a sentence`() throws {
    let word = try speak("Yes.", in: plain)
    #expect(word.clip.count < 48_000)
    #expect(abs(loudness(word) - plain.loudness) < 0.2)
  }

  @Test func `a clip starts and ends in silence without a step`() throws {
    for voice in [plain, breathy] {
      let samples = try speak("Notice the breath.", in: voice).samples
      #expect(samples.first == 0)
      #expect(abs(samples.last ?? 1) < 1e-4)
      let peak = samples.reduce(0) { max($0, abs($1)) }
      #expect(samples.prefix(48).allSatisfy { abs($0) < 0.01 * peak })
      // Sound begins and ends within 20 ms of the ends: the silences belong to the timeline.
      #expect(samples.prefix(960).contains { abs($0) > 0.004 * peak })
      #expect(samples.suffix(960).contains { abs($0) > 0.004 * peak })
    }
  }

  @Test func `words are where they are heard`() throws {
    let text = "May all beings, everywhere, be well."
    let spoken = try speak(text, in: plain)
    let utf8 = Array(text.utf8)
    let words = spoken.words.map { String(decoding: utf8[$0.range], as: UTF8.self) }
    #expect(words == ["May", "all", "beings", "everywhere", "be", "well"])
    var last = 0
    for word in spoken.words {
      #expect(word.start >= last)
      last = word.start + word.frames
    }
    #expect(last <= spoken.clip.count)
    // A comma is a silence between two words, and no part of the first.
    try #require(spoken.words.count > 3)
    let beings = spoken.words[2]
    #expect(spoken.words[3].start - (beings.start + beings.frames) > 4_800)
  }

  @Test func `words keep their places when the text is cleaned and respelled`() throws {
    var voice = plain
    voice.pronunciations = [Respelling(word: "metta", spoken: "meh tah")]
    let text = "  Für\u{200B}  metta\u{2019}s   sake!!!"
    let spoken = try speak(text, in: voice)
    let utf8 = Array(text.utf8)
    let words = spoken.words.map { String(decoding: utf8[$0.range], as: UTF8.self) }
    try #require(words.count == 3)
    #expect(words[1].hasPrefix("metta"))
    #expect(words[2] == "sake")
  }

  @Test func `a long text is one clip with the words of all its pieces`() throws {
    let sentence = "This is one sentence among many others. "
    let text = String(repeating: sentence, count: 25)
    let spoken = try speak(text, in: plain)
    #expect(spoken.words.count == 25 * 7)
    let silences = zip(spoken.words, spoken.words.dropFirst()).map { word, next in
      next.start - (word.start + word.frames)
    }
    #expect((silences.max() ?? 0) < 48_000)
  }

  @Test func `pace changes the length and nothing else does`() throws {
    let text = "Let the words go, and stay with whatever is here."
    let normal = try speak(text, in: plain).clip.count
    let slower = try speak(text, in: plain, pace: 5.0 / 6).clip.count
    let faster = try speak(text, in: plain, pace: 6.0 / 5).clip.count
    #expect(abs(Double(slower) / Double(normal) - 1.2) < 0.06)
    #expect(abs(Double(faster) / Double(normal) - 0.833) < 0.06)
  }

  @Test func `a room sounds on after the voice, at its level`() throws {
    let dry = try speak("Stop.", in: plain)
    var ends: [Int] = []
    var levels: [Double] = []
    for level in [-14.0, -20, -26] {
      var roomy = plain
      roomy.reverb = level
      let wet = try speak("Stop.", in: roomy)
      ends.append(wet.clip.count - dry.clip.count)
      let after = wet.samples.dropFirst(dry.clip.count).prefix(960).map { Double($0) * Double($0) }
      levels.append(10 * log10(after.reduce(0, +)))
      #expect(abs(loudness(wet) + 20) < 0.15)
      // It ends where the room is not heard any more, and not before.
      let peak = wet.samples.reduce(0) { max($0, abs($1)) }
      #expect(wet.samples.suffix(960).contains { abs($0) > 0.002 * peak })
    }
    // 250 ms at most; the softer the room, the sooner its end.
    #expect(ends[0] <= 12_002 && ends[0] > ends[1] && ends[1] > ends[2] && ends[2] > 0, "\(ends)")
    // What is heard after the voice is the room alone; the softest ends within these 20 ms.
    #expect(abs(levels[0] - levels[1] - 6) < 0.5, "\(levels)")
  }

  @Test func `compression evens an utterance out and keeps its silences`() throws {
    var even = plain
    even.compression = 2
    let text = "May all beings, everywhere, be well and at ease."
    let (uneven, held) = (try speak(text, in: plain), try speak(text, in: even))
    #expect(abs(loudness(held) - loudness(uneven)) < 0.15)
    /// How much louder the loudest 400 ms are than the whole, in dB.
    func unevenness(_ clip: SpokenClip) -> Double {
      let power = clip.samples.map { Double($0) * Double($0) }
      let parts = stride(from: 0, through: power.count - 19_200, by: 2_400)
        .map { power[$0..<$0 + 19_200].reduce(0, +) / 19_200 }
      return 10 * log10((parts.max() ?? 0) * Double(power.count) / power.reduce(0, +))
    }
    #expect(unevenness(held) < unevenness(uneven) - 0.4)
    #expect(abs(held.clip.count - uneven.clip.count) < 2_400)
    // What is silent stays silent: both commas.
    #expect(held.words.count == uneven.words.count)
    for comma in [2, 3] {
      /// Frames in the longest silence where the comma is.
      func silence(_ clip: SpokenClip) -> Int {
        let (before, after) = (clip.words[comma], clip.words[comma + 1])
        let peak = clip.samples.reduce(0) { max($0, abs($1)) }
        return clip.samples[before.start..<after.start].split { abs($0) > 0.01 * peak }
          .reduce(0) { max($0, $1.count) }
      }
      #expect(silence(uneven) > 4_800)
      #expect(abs(silence(held) - silence(uneven)) < 960)
    }
    var still = plain
    still.compression = 1
    #expect(try speak(text, in: still).samples == uneven.samples)
  }

  @Test func `a variant is heard under every name of a language voice`() throws {
    for name in ["en-gb", "fr-fr", "de", "hi"] {
      let bare = try speak("one two three", in: voice(name))
      let varied = try speak("one two three", in: voice(name, variant: .named("f3")))
      #expect(parting(bare.samples, varied.samples) != nil)
    }
  }

  @Test func `equal requests are spoken once and answered in order`() throws {
    let requests = ["one", "two", "one", "two", "one"].map { SpeechRequest(text: $0, voice: plain) }
    let clips = narrator.speak(requests).compactMap { try? $0.get().clip }
    try #require(clips.count == 5)
    #expect(clips[0] === clips[2] && clips[2] === clips[4] && clips[1] === clips[3])
  }
}
