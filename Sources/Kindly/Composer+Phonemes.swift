public import KindlyCompiler
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
        phonemes: phonemes(of: utterance))
    }
  }

  private func phonemes(of utterance: Utterance) -> String? {
    guard utterance.recording == nil, let request = try? request(for: utterance) else { return nil }
    return (try? narrator.phonemes(of: request)) ?? nil
  }
}
