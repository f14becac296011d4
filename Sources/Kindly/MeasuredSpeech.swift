import KindlyCompiler
import KindlyLibrary
import KindlyMessages
import KindlySound
import KindlySpeech
import KindlyTimeline

/// An utterance with its sound.
struct SpokenUtterance: Sendable {
  /// What its narrator was asked.
  var request: SpeechRequest
  /// What was said, by that narrator or by the one who speaks instead.
  var clip: Clip
  /// The loudness that the narrator's file asks for, in LUFS.
  var asWritten: Double
}

/// What narrators made of what a plan says.
struct MeasuredSpeech: Sendable {
  /// The sound of everything that can be spoken.
  private(set) var spoken: [Utterance: SpokenUtterance] = [:]
  /// Why a phrase could not be spoken where its text is not the reason, and what to do about it.
  private(set) var lack: Message?
  /// Who speaks for whom, and why.
  private var replaced: [String: Message] = [:]

  /// What is to be said of the narrators that others spoke for, a sentence each.
  var substitutions: [Message] { replaced.sorted { $0.key < $1.key }.map(\.value) }

  /// Has utterances spoken, all at once so that workers share the work.
  ///
  /// - Parameters:
  ///   - fallsBack: whether another narrator speaks where one can't.
  ///   - progress: told how many are spoken and of how many.
  /// - Returns: how long each lasts or why it can't be spoken, in the same order.
  mutating func measure(
    _ utterances: [Utterance], from snapshot: LibrarySnapshot, fallsBack: Bool, narrator: Narrator,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) -> [Measure] {
    let asked = utterances.map { utterance in
      Result { () throws(LookupError) in try snapshot.request(for: utterance) }
    }
    var answers = narrator.speak(
      asked.compactMap { try? $0.get().request }, progress: progress
    ).makeIterator()
    var measures: [Measure] = []
    for (utterance, asked) in zip(utterances, asked) {
      switch asked {
      case .failure(let unfit):
        measures.append(
          .failed(
            why: unfit.sentence, advice: "Choose another voice; kindly voices lists them."))
      case .success(let voiced):
        var answer = answers.next() ?? .failure(.nothingToSay)
        if fallsBack, case .failure(let failure) = answer,
          let other = snapshot.substitute(for: utterance, after: failure)
        {
          var request = voiced.request
          request.voice = other.voice
          answer = narrator.speak([request])[0]
          if case .success = answer {
            replaced[utterance.voice] = .speaksInstead(
              failure.message, other.name, of: utterance.voice)
          }
        }
        measures.append(take(answer, to: voiced, of: utterance))
      }
    }
    return measures
  }

  /// Takes in what became of an utterance.
  private mutating func take(
    _ answer: Result<SpokenClip, SpeechFailure>, to voiced: VoicedRequest, of utterance: Utterance
  ) -> Measure {
    switch answer {
    case .success(let said):
      spoken[utterance] = SpokenUtterance(
        request: voiced.request, clip: said.clip, asWritten: voiced.asWritten)
      return .spoken(frames: Frames(Int64(said.clip.count)), words: said.words.map(Word.init))
    case .failure(let failure):
      if !failure.isAboutText { lack = .bodyAndHint(failure.message, failure.adviceMessage) }
      return .failed(why: failure.sentence, advice: failure.advice)
    }
  }
}

extension LibrarySnapshot {
  /// Who speaks instead where a narrator can't: the first of the language that needs nothing but
  /// espeak-ng. Nil if the text itself is at fault, or there is nobody.
  fileprivate func substitute(
    for utterance: Utterance, after failure: SpeechFailure
  ) -> LibraryVoice? {
    guard failure.mayBeReplaced, !utterance.text.isEmpty else { return nil }
    let other = library.names(of: .voice).lazy.compactMap { try? self.voice(named: $0) }
      .first { voice in
        guard case .espeak = voice.voice.engine else { return false }
        return voice.facts.speaks(utterance.language)
      }
    return other?.name == utterance.voice ? nil : other
  }
}

extension SpeechFailure {
  /// Whether another voice could do better: the machine, the voice or a recording is at fault.
  fileprivate var mayBeReplaced: Bool {
    if case .recordingUnreadable = self { return true }
    return !isAboutText
  }
}

extension Word {
  /// The same word on the timeline's clock.
  fileprivate init(_ word: SpokenWord) {
    self.init(
      start: Frames(Int64(word.start)), frames: Frames(Int64(word.frames)), range: word.range)
  }
}
