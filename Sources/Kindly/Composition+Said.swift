public import KindlyLanguage
import KindlyLibrary
public import KindlySpeech
import KindlyTimeline

/// What a narrator says for a line of a practice, and where that differs from what is written.
public struct LineSaying: Sendable, Hashable {
  /// The line, counted from 1, in `file`.
  public var line: Int
  /// The included file; nil for the practice itself.
  public var file: String?
  /// The words as the listener sees them.
  public var text: String
  /// The words as the narrator gets them, and the changes.
  public var said: SaidText
}

extension Composition {
  /// What is said for everything in it: each utterance once, where it is first heard. Recordings say
  /// what was recorded.
  public var sayings: [LineSaying] {
    var seen: Set<Utterance> = []
    return timeline.events.compactMap { event in
      guard case .speech(let speech) = event.kind, speech.utterance.recording == nil,
        seen.insert(speech.utterance).inserted,
        let request = self.speech[speech.utterance]?.request
      else { return nil }
      return LineSaying(
        line: event.line, file: event.file, text: speech.utterance.text, said: request.said)
    }
  }

  /// What an author should know about how it will be said: what is lost, guessed, or said with the
  /// nearest letters. Each word once, where it first is.
  public func doubts(about sayings: [LineSaying]) -> [Diagnostic] {
    var told: Set<String> = []
    return sayings.flatMap { saying in
      saying.said.changes.compactMap { change -> Diagnostic? in
        guard let words = change.words, told.insert("\(change.kind) \(change.written)").inserted
        else { return nil }
        let file = saying.file ?? manuscript.text.source.path
        return Diagnostic(
          path: file, span: sources[file]?.span(of: change.written, onLine: saying.line),
          severity: .warning,
          code: words.code.rawValue, title: words.title, message: words.message, hint: words.hint)
      }
    }
  }
}

extension Source {
  /// Where a text is on a line, counted from 1; the line itself where it is not found as it is.
  fileprivate func span(of text: String, onLine number: Int) -> SourceSpan? {
    var start = 0
    for _ in 1..<max(1, number) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let wanted = Array(text.utf8)
    if !wanted.isEmpty, end - start >= wanted.count {
      for place in start...(end - wanted.count)
      where bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        return SourceSpan(place, place + wanted.count)
      }
    }
    return SourceSpan(start, end)
  }
}
