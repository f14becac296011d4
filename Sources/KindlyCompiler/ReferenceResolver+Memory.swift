import Synchronization

extension ReferenceResolver {
  /// The same answers, each asked for once: whoever asks again later gets what was found the first
  /// time.
  func remembering() -> ReferenceResolver {
    var remembering = self
    let (sets, voices, speakers, bells, beds) = (phraseSet, voice, voices, bell, background)
    let (recording, recordingOf) = (recording, recordingOf)
    let knownSets = Memory<[String?], Found<Wishes>>()
    let knownVoices = Memory<String, Found<VoiceFacts>>()
    let knownSpeakers = Memory<String, [String]>()
    let knownBells = Memory<String, Found<BellFacts>>()
    let knownBeds = Memory<[String], Found<BackgroundFacts>>()
    let knownRecordings = Memory<[String?], Found<String>>()
    let knownLines = Memory<[String], String?>()
    remembering.phraseSet = { name, path in
      knownSets.answer([name, path]) { sets(name, path) }
    }
    remembering.voice = { name in knownVoices.answer(name) { voices(name) } }
    remembering.voices = { language in knownSpeakers.answer(language) { speakers(language) } }
    remembering.bell = { name in knownBells.answer(name) { bells(name) } }
    remembering.background = { name, path in
      knownBeds.answer([name, path]) { beds(name, path) }
    }
    remembering.recording = { name, folder, path in
      knownRecordings.answer([name, folder, path]) { recording(name, folder, path) }
    }
    remembering.recordingOf = { words, folder, path in
      knownLines.answer([words, folder, path]) { recordingOf(words, folder, path) }
    }
    return remembering
  }
}

/// Answers by question.
private final class Memory<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let answers = Mutex<[Question: Answer]>([:])

  /// The known answer, or a new one.
  func answer(_ question: Question, _ find: () -> Answer) -> Answer {
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = find()
    return answers.withLock { answers in
      // Of two threads that ask at once the first decides.
      if let known = answers[question] { return known }
      answers[question] = answer
      return answer
    }
  }
}
