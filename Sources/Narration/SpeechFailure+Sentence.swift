extension SpeechFailure {
  /// Whether the text is at fault (exit code 65), not the machine or the voice (69).
  public var isAboutText: Bool {
    switch self {
    case .nothingToSay, .textTooLong, .soundTooLong, .engineDied, .engineHung, .silent: true
    case .engineMissing, .dataMissing, .unknownVoice, .unknownVariant, .engineRefused, .noWorker:
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
      "The voice made no sound for this text."
    }
  }

  /// One thing to do about it.
  public var advice: String {
    switch self {
    case .engineMissing, .dataMissing:
      "Install it with: sudo apt-get install libespeak-ng1 espeak-ng-data"
    case .unknownVoice(_, let near), .unknownVariant(_, let near):
      near.isEmpty
        ? "The list is printed by: espeak-ng --voices"
        : "Did you mean \(Self.list(near.map { "\"\($0)\"" }))?"
    case .nothingToSay: "Write words, or take the line out."
    case .textTooLong, .soundTooLong: "Make several lines of it, with a pause between them."
    case .engineDied, .engineHung, .silent: "Write it in other words, or take it out."
    case .engineRefused, .noWorker:
      "Try again; kindly doctor says what works here and what does not."
    }
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
