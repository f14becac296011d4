public import KindlyTimeline

/// Words on the screen for as long as they are heard.
public struct Caption: Sendable, Hashable {
  /// What is said, as the listener sees it.
  public var text: String
  /// First frame.
  public var start: Frames
  /// Frame after the last.
  public var end: Frames
  /// Whether it is a wish to repeat silently.
  public var isPhrase: Bool
  /// Whom the wish is for; nil in guidance.
  public var recipient: String?
  /// Parts of the text, the first frame of each, in order; empty where the engine does not tell.
  public var words: [CaptionWord]
}

/// A part of a caption and when it begins to be heard.
public struct CaptionWord: Sendable, Hashable {
  /// The word with what follows it up to the next one: `well.` and a space.
  public var text: String
  /// First frame, in the session.
  public var start: Frames
}

extension Timeline {
  /// One caption for each utterance; silence has none.
  public var captions: [Caption] {
    events.compactMap { event in
      guard case .speech(let speech) = event.kind else { return nil }
      return Caption(
        text: speech.utterance.text, start: event.start, end: event.start + event.frames,
        isPhrase: speech.isPhrase, recipient: speech.recipient,
        words: speech.captionWords(from: event.start))
    }
  }
}

extension Speech {
  /// The text cut before each word, so that the parts put together are the whole.
  fileprivate func captionWords(from start: Frames) -> [CaptionWord] {
    let text = Array(utterance.text.utf8)
    let known = words.filter { $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count }
    var cuts: [(place: Int, start: Frames)] = []
    for word in known.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let place = cuts.isEmpty ? 0 : word.range.lowerBound
      // Times that run backwards would be refused by players: such a word joins the one before.
      if let last = cuts.last, place <= last.place || word.start <= last.start { continue }
      cuts.append((place, word.start))
    }
    return cuts.indices.map { index in
      let end = index + 1 < cuts.count ? cuts[index + 1].place : text.count
      return CaptionWord(
        text: String(decoding: text[cuts[index].place..<end], as: UTF8.self),
        start: start + cuts[index].start)
    }
  }
}
