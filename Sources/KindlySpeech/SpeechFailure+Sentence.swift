import KindlyBase
package import KindlyMessages

extension SpeechFailure {
  /// Whether the text is at fault (exit code 65), not the machine or the voice (69).
  public var isAboutText: Bool {
    switch self {
    case .nothingToSay, .textTooLong, .soundTooLong, .engineDied, .engineHung, .silent,
      .recordingUnreadable:
      true
    case .engineMissing, .dataMissing, .unknownVoice, .unknownVariant, .engineRefused, .noWorker,
      .notTrusted, .programMissing, .modelMissing, .programFailed, .programHung, .programSilent,
      .programGarbled:
      false
    }
  }

  /// One sentence of what was seen, in English.
  public var sentence: String { message.text(in: .english) }

  /// One thing to do about it, in English.
  public var advice: String { adviceMessage.text(in: .english) }

  /// One sentence of what was seen.
  package var message: Message {
    switch self {
    case .engineMissing(let reason): .engineMissing(reason)
    case .dataMissing(let reason): .speechDataMissing(reason)
    case .unknownVoice(let voice, _): .engineLacksVoice(voice)
    case .unknownVariant(let variant, _): .engineLacksVariant(variant)
    case .nothingToSay: .nothingToSay
    case .textTooLong(let bytes, let most): .textTooLong(bytes, most: most)
    case .soundTooLong(let seconds): .soundTooLong(seconds)
    case .engineDied(let signal): signal == 0 ? .engineGaveUp : .engineCrashed(signal)
    case .engineHung(let seconds): .engineHung(seconds)
    case .engineRefused(let code): .engineRefused(code)
    case .noWorker(let reason): .noSpeakWorker(reason)
    case .silent: .onlySilence
    case .programMissing(let name, _): .voiceProgramMissing(name)
    case .notTrusted(let name, let narrator): .voiceNotTrusted(narrator, name)
    case .modelMissing(let path): .voiceModelMissing(path)
    case .programFailed(let name, let how, let lastWords):
      lastWords.isEmpty
        ? .voiceProgramFailed(name, how.message)
        : .itsLastWords(.voiceProgramFailed(name, how.message), lastWords)
    case .programHung(let name, let seconds): .voiceProgramHung(name, seconds)
    case .programSilent(let name): .voiceProgramSilent(name)
    case .programGarbled(let name, let reason): .voiceProgramGarbled(name, reason)
    case .recordingUnreadable(let path, let reason): .recordingUnreadable(path, reason)
    }
  }

  /// One thing to do about it.
  package var adviceMessage: Message {
    switch self {
    case .engineMissing, .dataMissing:
      .installWith("sudo apt-get install --reinstall libespeak-ng1 espeak-ng-data")
    case .unknownVoice(_, let near), .unknownVariant(_, let near):
      near.isEmpty ? .engineListsVoices : .didYouMeanOne(of: near)
    case .nothingToSay: .writeWords
    case .textTooLong, .soundTooLong: .writeSeveralLines
    case .programMissing(let name, let install):
      install.map { .installWith($0) } ?? .installProgram(name)
    case .notTrusted(_, let narrator): .trustVoice(narrator)
    case .modelMissing: .putModel
    case .programFailed, .programSilent, .programGarbled: .tryVoiceCommand
    case .programHung: .giveLongerTimeout
    case .recordingUnreadable: .putRecording
    case .engineDied, .engineHung, .silent: .sayItOtherwise
    case .engineRefused, .noWorker: .tryAgainOrDoctor
    }
  }
}

extension SpeechFailure.ProgramEnd {
  fileprivate var message: Message {
    switch self {
    case .notStarted(let errno): .couldNotStart(errno)
    case .left(let code): .endedWithCode(code)
    case .ended(let signal): .endedBySignal(signal)
    }
  }
}
