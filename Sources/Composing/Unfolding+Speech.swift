import Practice
import Timeline

extension Unfolding {
  /// Says words in the scope's voice, after at least the gap between two lines.
  mutating func speak(_ text: String, at origin: Origin, in scope: Scope) {
    gap(.glue(scope.voice.line), .habit)
    let utterance = scope.utterance(text)
    sound(
      .speech(utterance: index(of: utterance, at: origin), isPhrase: false, recipient: nil),
      at: origin)
  }

  /// A wish, and the silence in which it is repeated.
  mutating func unfold(_ phrase: PhraseLine, in scope: Scope) {
    gap(.glue(scope.voice.line), .habit)
    let utterance = wish(
      text(of: phrase.words, in: scope), at: scope.origin(phrase.words.span), in: scope)
    gap(.echo(scope.voice.echo, utterance: utterance), .habit)
    for silence in phrase.silences { unfold(silence, in: scope) }
  }

  /// Says a wish and returns its place in the list of utterances.
  mutating func wish(_ text: String, at origin: Origin, in scope: Scope) -> Int {
    let utterance = index(of: scope.utterance(text), at: origin)
    sound(
      .speech(utterance: utterance, isPhrase: true, recipient: scope.recipientName), at: origin)
    return utterance
  }

  /// Plays a teacher's own recording.
  mutating func recorded(_ name: Located<String>, in scope: Scope) {
    let origin = scope.origin(name.span)
    switch surroundings.recording(name.value, scope.recordings, plan.files[scope.file].path) {
    case .found(let path):
      gap(.glue(scope.voice.line), .habit)
      var utterance = scope.utterance("")
      utterance.recording = path
      sound(
        .speech(utterance: index(of: utterance, at: origin), isPhrase: false, recipient: nil),
        at: origin)
    case .unknown(let near): note(.unknownRecording(name: name.value, near: near), at: origin)
    case .unusable(let why): note(.unusableRecording(name: name.value, why: why), at: origin)
    }
  }

  /// Text with its values filled in.
  mutating func text(of pieces: Located<[Piece]>, in scope: Scope) -> String {
    var text = ""
    var startsWithValue = false
    for (place, piece) in pieces.value.enumerated() {
      switch piece {
      case .text(let words): text += words
      case .value(let value):
        startsWithValue = startsWithValue || (place == 0)
        text += fill(value, in: scope)
      }
    }
    if text.count > Self.utteranceLimit {
      note(
        .valueTooLong(characters: text.count, limit: Self.utteranceLimit),
        at: scope.origin(pieces.span))
    }
    return startsWithValue ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  /// The most characters of one utterance, values filled in.
  private static let utteranceLimit = 2_000

  private mutating func fill(_ value: Located<Piece.Value>, in scope: Scope) -> String {
    let name = value.value.name
    if name == "round", let round = scope.round { return String(round) }
    if name == "listener", let listener = order.listener.name { return listener }
    if let set = order.values[name] ?? order.listener.values[name] ?? value.value.fallback {
      return set
    }
    note(.unsetValue(name: name), at: scope.origin(value.span))
    return name
  }
}

extension Scope {
  /// Words as this scope says them.
  func utterance(_ text: String) -> Utterance {
    Utterance(
      text: text, voice: voice.name, language: language, pace: pace,
      pronunciations: pronunciations)
  }

  /// Whom phrases are for, in the words of the language.
  var recipientName: String { recipients.map(\.name).joined(separator: " and ") }
}

extension Recipient {
  /// The word an author writes for it.
  var name: String {
    switch self {
    case .oneself: "self"
    case .benefactor: "benefactor"
    case .friend: "friend"
    case .neutral: "neutral"
    case .difficult: "difficult"
    case .all: "all"
    case .named(let name, _): name
    }
  }
}
