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

  /// One sentence of what was seen.
  public var sentence: String {
    switch self {
    case .engineMissing(let reason):
      "The speech program espeak-ng is not installed, or can't be opened (\(reason))."
    case .dataMissing(let reason):
      "espeak-ng can't read its voices: \(reason)."
    case .unknownVoice(let voice, _):
      "espeak-ng has no voice \"\(voice)\"."
    case .unknownVariant(let variant, _):
      "espeak-ng has no variant \"\(variant)\"."
    case .nothingToSay:
      "There is nothing in this text that can be spoken."
    case .textTooLong(let bytes, let most):
      "This text has \(bytes) bytes; at most \(most) can be spoken at once."
    case .soundTooLong(let seconds):
      "Speaking this would take more than \(seconds) seconds without a pause."
    case .engineDied(let signal):
      signal == 0
        ? "espeak-ng gave up on this text." : "espeak-ng crashed on this text (signal \(signal))."
    case .engineHung(let seconds):
      "espeak-ng had not spoken this text after \(seconds) seconds."
    case .engineRefused(let code):
      "espeak-ng answered with error \(code)."
    case .noWorker(let reason):
      "The process that speaks could not be used: \(reason)."
    case .silent:
      "The speech engine produced only silence."
    case .programMissing(let name, _):
      "The program \"\(name)\", which this voice needs, is not installed."
    case .notTrusted(let name, let narrator):
      "The voice \"\(narrator)\" starts the program \"\(name)\", which you have not agreed to."
    case .modelMissing(let path): "There is no voice model at \(path)."
    case .programFailed(let name, let how, let lastWords):
      "The program \"\(name)\" \(Self.ending(how))"
        + (lastWords.isEmpty ? "." : ". Its last words: \(lastWords)")
    case .programHung(let name, let seconds):
      "The program \"\(name)\" had not spoken this text after \(seconds) seconds."
    case .programSilent(let name):
      "The program \"\(name)\" exited normally but produced no audio."
    case .programGarbled(let name, let reason):
      "What the program \"\(name)\" gave is not a sound file: \(reason)."
    case .recordingUnreadable(let path, let reason):
      "The recording \(path) can't be read: \(reason)."
    }
  }

  /// One thing to do about it.
  public var advice: String {
    switch self {
    case .engineMissing, .dataMissing:
      "Install it with: sudo apt-get install --reinstall libespeak-ng1 espeak-ng-data"
    case .unknownVoice(_, let near), .unknownVariant(_, let near):
      near.isEmpty
        ? "The list is printed by: espeak-ng --voices"
        : "Did you mean \(Self.list(near.map { "\"\($0)\"" }))?"
    case .nothingToSay: "Write words, or take the line out."
    case .textTooLong, .soundTooLong: "Make several lines of it, with a pause between them."
    case .programMissing(let name, let install):
      install.map { "Install it with: \($0)" }
        ?? "Install \(name), or choose another voice with --voice."
    case .notTrusted(_, let narrator):
      "See the command and agree to it with: kindly voices trust \(narrator)"
    case .modelMissing:
      "Put one there, or its path after Voice in a copy of the voice file in your own folder."
    case .programFailed, .programSilent, .programGarbled:
      "Try the voice file's command in a terminal, or choose another voice with --voice."
    case .programHung:
      "Give the voice file a longer Timeout, or choose another voice with --voice."
    case .recordingUnreadable: "Put a WAV or FLAC file of at least one word there."
    case .engineDied, .engineHung, .silent: "Write it in other words, or take it out."
    case .engineRefused, .noWorker:
      "Try again; kindly doctor says what works here and what does not."
    }
  }

  private static func ending(_ how: ProgramEnd) -> String {
    switch how {
    case .notStarted(let errno): "could not be started (error \(errno))"
    case .left(let code): "ended with code \(code)"
    case .ended(let signal): "was ended by signal \(signal)"
    }
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
