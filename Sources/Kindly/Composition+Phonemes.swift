import KindlySpeech
import KindlyTimeline

/// How a line of a practice will sound, for authors who look for a word that is said wrongly.
public struct LineSound: Sendable, Hashable {
  /// The line, counted from 1, in `file`.
  public var line: Int
  /// The included file; nil for the practice itself.
  public var file: String?
  /// The words as the listener sees them.
  public var text: String
  /// What the engine makes of them, in IPA; nil if it does not tell.
  public var phonemes: String?
}

extension Composer {
  /// How everything in a composition will sound: each utterance once, where it is first heard.
  ///
  /// Recordings and voices of other programs have no phonemes. Whatever could not be spoken at all
  /// has been reported by `composition(of:order:)` already.
  public func sounds(of composition: Composition) -> [LineSound] {
    var seen: Set<Utterance> = []
    return composition.timeline.events.compactMap { event in
      guard case .speech(let speech) = event.kind else { return nil }
      var utterance = speech.utterance
      // Takes differ in melody and pace alone.
      utterance.take = 0
      guard seen.insert(utterance).inserted else { return nil }
      return LineSound(
        line: event.line, file: event.file, text: utterance.text,
        phonemes: composition.speech[speech.utterance].flatMap { phonemes(of: $0.request) })
    }
  }

  private func phonemes(of request: SpeechRequest) -> String? {
    if case .recording = request.voice.engine { return nil }
    var request = request
    request.take = 0
    return (try? narrator.phonemes(of: request)) ?? nil
  }
}
