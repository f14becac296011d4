import KindlyBase

/// What a narrator says for a text.
public struct SaidText: Sendable, Hashable {
  /// The words as the engine gets them.
  public var text: String
  /// Where they differ from the author's, in the order of the text.
  public var changes: [SaidChange]
}

extension SpeechRequest {
  /// What is said for the text, and where that differs from what is written. Pure; any thread.
  public var said: SaidText {
    let text = speakable
    return SaidText(text: text.string, changes: text.changes)
  }

  /// The text as an engine gets it.
  var speakable: SpeakableText {
    var lexicons: [SaidLexicon] = []
    if !pronunciations.isEmpty { lexicons.append(SaidLexicon(pronunciations)) }
    if !voice.pronunciations.isEmpty { lexicons.append(SaidLexicon(voice.pronunciations)) }
    return SpeakableText(
      text, language: voice.language, lexicons: lexicons + (words?.lexicons ?? []))
  }
}
