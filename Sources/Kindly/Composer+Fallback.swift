import KindlyCompiler
import KindlyLibrary
import KindlySpeech
import KindlyTimeline

extension Composer {
  /// The answer itself; or, where the narrator can't speak and the listener wants another one
  /// instead, that one's.
  func fallBack(
    from answer: Result<SpokenClip, SpeechFailure>, _ request: SpeechRequest,
    of utterance: Utterance
  ) -> Result<SpokenClip, SpeechFailure> {
    guard fallsBack, case .failure(let failure) = answer, failure.mayBeReplaced,
      let other = builtInNarrator(of: utterance.language), other.name != utterance.voice,
      !utterance.text.isEmpty
    else { return answer }
    var request = request
    request.voice = other.voice
    let second = narrator.speak([request])[0]
    if case .success = second {
      replaced[utterance.voice] = (by: other.name, because: failure.sentence)
    }
    return second
  }

  /// The first narrator of a language that needs nothing but espeak-ng.
  private func builtInNarrator(of language: String) -> LibraryVoice? {
    library.names(of: .voice).lazy.compactMap { try? self.voice(named: $0) }.first { voice in
      guard case .espeak = voice.voice.engine else { return false }
      return voice.facts.speaks(language)
    }
  }

  /// What is to be said of the narrators that others spoke for, a sentence each.
  public var substitutions: [String] {
    replaced.sorted { $0.key < $1.key }.map { name, other in
      "\(other.because) \(other.by) speaks instead of \(name)."
    }
  }
}

extension SpeechFailure {
  /// Whether another voice could do better: the machine, the voice or a recording is at fault.
  fileprivate var mayBeReplaced: Bool {
    if case .recordingUnreadable = self { return true }
    return !isAboutText
  }
}
