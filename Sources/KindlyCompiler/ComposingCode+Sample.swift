public import KindlyLanguage
import KindlyBase

extension ComposingCode {
  /// What a person is told where no single file can show it; nil where the page has an example.
  public var sample: Diagnostic? {
    guard explanation.example == nil, let problem = sampleProblem else { return nil }
    return Diagnostic(
      Finding(problem: problem, origin: nil), files: [Source(path: "evening.practice", bytes: [])],
      order: Order())
  }

  private var sampleProblem: ComposingProblem? {
    switch self {
    case .unusable:
      .unusable(.bell, name: "glass", why: "glass.bell: error: missing key.")
    case .includeCircle: .includeCycle(chain: ["evening.practice", "closing.practice"])
    case .includeDepth:
      .includeTooDeep(
        chain: (1...Limit.includeDepth + 1).map { "part-\($0).practice" },
        limit: Limit.includeDepth)
    case .valueLength: .valueTooLong(characters: 2_345, limit: Limit.utteranceCharacters)
    case .unspeakable:
      .unspeakable(
        text: "…", why: "The speech engine produced only silence.",
        advice: "Write it in other words.")
    case .longUtterance: .longUtterance(frames: 24 * Frames.rate)
    case .noTime: .everyNothing
    case .sessionEvents: .tooManyEvents(count: 250_000, limit: Limit.events)
    case .momentPlace: .pinInside(.include)
    case .momentOrder: .pinNotAfter(frame: 14 * 60 * Frames.rate, earlier: 15 * 60 * Frames.rate)
    // Their pages have examples.
    case .unknownPractice, .unknownPhrases, .unknownVoice, .unknownBell, .unknownBackground,
      .noBackground, .unknownRecording, .unknownPerson, .voiceLanguage, .phraseLanguage,
      .unsetValue, .noCareNote, .sessionLength,
      .momentEarly, .momentEnd, .lengthShort, .lengthLong, .nothing, .fillLength, .overBell:
      nil
    }
  }
}
