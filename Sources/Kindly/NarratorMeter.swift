import KindlyCompiler
import KindlySpeech
import KindlySound
import KindlyTimeline

/// Measures utterances by having them spoken; what is spoken stays with the composer.
struct NarratorMeter: SpeechMeter {
  let composer: Composer

  func measure(_ utterances: [Utterance]) -> [Measure] {
    let missing = utterances.filter { composer.clips[$0] == nil }
    var failures: [Utterance: Measure] = [:]
    var asked: [(utterance: Utterance, request: SpeechRequest)] = []
    for utterance in missing {
      do throws(Unfit) {
        asked.append((utterance, try composer.request(for: utterance)))
      } catch {
        failures[utterance] = .failed(
          why: error.sentence, advice: "Choose another voice; kindly voices lists them.")
      }
    }
    let answers = composer.narrator.speak(asked.map(\.request), progress: composer.progress)
    for (answer, asked) in zip(answers, asked) {
      let answer = composer.fallBack(from: answer, asked.request, of: asked.utterance)
      switch answer {
      case .success(let spoken): composer.clips[asked.utterance] = spoken
      case .failure(let failure):
        failures[asked.utterance] = .failed(why: failure.sentence, advice: failure.advice)
        if !failure.isAboutText { composer.lack = "\(failure.sentence) \(failure.advice)" }
      }
    }
    return utterances.map { utterance in
      guard let spoken = composer.clips[utterance] else {
        return failures[utterance]
          ?? .failed(why: "Nothing was heard.", advice: "Write it in other words.")
      }
      return .spoken(frames: Frames(Int64(spoken.clip.count)), words: spoken.words.map(Word.init))
    }
  }
}

extension Word {
  /// The same word on the timeline's clock.
  fileprivate init(_ word: SpokenWord) {
    self.init(
      start: Frames(Int64(word.start)), frames: Frames(Int64(word.frames)), range: word.range)
  }
}
