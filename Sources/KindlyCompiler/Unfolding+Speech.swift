import KindlyLanguage
import KindlyTimeline

extension Unfolding {
  /// Guidance, after at least the gap between two lines.
  mutating func unfold(_ words: Located<[Piece]>, in scope: Scope) {
    let origin = scope.origin(words.span)
    guard let text = text(of: words.value, at: origin, in: scope) else { return }
    speak(utterance(text, in: scope), at: origin, in: scope)
  }

  /// A teacher's own recording.
  mutating func recorded(_ name: Located<String>, in scope: Scope) {
    let origin = scope.origin(name.span)
    switch resolver.recording(name.value, scope.recordings, plan.files[scope.file].path) {
    case .found(let path):
      var utterance = scope.utterance("")
      utterance.recording = path
      speak(utterance, at: origin, in: scope)
    case .unknown(let near): note(.unknown(.recording, name: name.value, near: near), at: origin)
    case .unusable(let why): note(.unusable(.recording, name: name.value, why: why), at: origin)
    }
  }

  /// Words as the scope says them, or as somebody has recorded them.
  private func utterance(_ text: String, in scope: Scope) -> Utterance {
    var utterance = scope.utterance(text)
    if let folder = scope.recordings {
      let path = plan.files[scope.recordingsFile].path
      utterance.recording = resolver.recordingOf(text, folder, path)
    }
    return utterance
  }

  private mutating func speak(_ utterance: Utterance, at origin: Origin, in scope: Scope) {
    gap(.glue(scope.voice.line), .habit)
    let take = nextTake(of: utterance, takes: scope.voice.takes)
    sound(
      .speech(utterance: index(of: take, at: origin), isPhrase: false, recipient: nil),
      at: origin)
  }

  /// A wish on a line of its own, and the silence in which it is repeated.
  mutating func unfold(_ phrase: PhraseLine, in scope: inout Scope) {
    let origin = scope.origin(phrase.words.span)
    gap(.glue(scope.voice.line), .habit)
    guard let text = wish(.line(phrase.words), at: origin, in: &scope) else { return }
    let utterance = repeatSilently(text, at: origin, in: scope)
    gap(.echo(scope.voice.echo, utterance: utterance), .habit)
    for silence in phrase.silences { unfold(silence, in: scope) }
  }

  /// Says a wish; returns its place in the list of utterances.
  mutating func repeatSilently(_ text: String, at origin: Origin, in scope: Scope) -> Int {
    let take = nextTake(of: utterance(text, in: scope), takes: scope.voice.takes)
    let utterance = index(of: take, at: origin)
    sound(
      .speech(utterance: utterance, isPhrase: true, recipient: scope.addressee.words), at: origin)
    return utterance
  }
}

extension Scope {
  /// Words as this scope says them.
  func utterance(_ text: String) -> Utterance {
    Utterance(
      text: text, voice: voice.name, language: language, pace: pace, isSoft: isSoft,
      pronunciations: pronunciations)
  }
}
