public import KindlyCompiler
public import KindlyLanguage
import KindlyLibrary
import KindlySound
public import KindlySpeech
public import KindlyTimeline

/// A narrator of the library, and what composing has to know of it.
public struct LibraryVoice: Sendable {
  /// The name it has in the library.
  public let name: String
  /// How it sounds.
  public private(set) var voice: Voice
  /// What it speaks, and its habitual silences.
  public let facts: VoiceFacts

  /// - Parameter consent: which programs it may start; nil for all that its file names.
  init(name: String, voice: Voice, consent: VoiceConsent? = nil) {
    self.name = name
    self.voice = voice
    facts = VoiceFacts(name, voice)
    if let consent { needConsent(consent) }
  }
}

extension Composer {
  /// The narrator of that name.
  /// - Throws: `LookupError` when there is none or its file has problems.
  public func voice(named name: String) throws(LookupError) -> LibraryVoice {
    try LibrarySnapshot(of: self).voice(named: name)
  }

  /// What a narrator is to say for an utterance; nil where its narrator is not known. A recording in its
  /// place changes nothing: this is what a person is to say into a microphone.
  public func said(for utterance: Utterance) -> SaidText? {
    (try? LibrarySnapshot(of: self).request(for: utterance))?.request.said
  }
}

/// What a narrator is asked for an utterance.
struct VoicedRequest {
  var request: SpeechRequest
  /// The loudness that the narrator's file asks for, in LUFS.
  var asWritten: Double
}

extension LibrarySnapshot {
  /// What the narrator is asked for an utterance.
  func request(for utterance: Utterance) throws(LookupError) -> VoicedRequest {
    var voice = try voice(named: utterance.voice).voice
    let asWritten = voice.loudness
    // Every narrator speaks at the same loudness; see `LoudnessScale`.
    voice.loudness = LoudnessScale.voice
    if let recording = utterance.recording {
      // Somebody's own voice has its own tone; only its loudness is the narrator's.
      voice.engine = .recording(recording)
      voice.tone = []
      voice.compression = 1
      voice.reverb = nil
    }
    let request = SpeechRequest(
      text: utterance.text, voice: voice,
      pace: utterance.pace.factor, take: utterance.take,
      pronunciations: utterance.pronunciations, words: commonWords(for: voice.language))
    return VoicedRequest(request: request, asWritten: asWritten)
  }
}

extension LibraryVoice {
  /// Lets a voice of a file start its programs only where the listener accepted them.
  fileprivate mutating func needConsent(_ consent: VoiceConsent) {
    guard case .command(var command) = voice.engine, !consent.isGiven(to: command) else { return }
    command.consent = .missing(narrator: name)
    voice.engine = .command(command)
  }
}

extension Pace {
  /// Words per minute as a factor of the voice's own.
  fileprivate var factor: Double {
    switch self {
    case .slower: 5.0 / 6
    case .normal: 1
    case .faster: 6.0 / 5
    }
  }
}

extension VoiceFacts {
  /// The silences of a voice file. Their marks keep the proportions of the language's table: a line
  /// gap is 1, 1.5, 2, 3 and 3 s, a paragraph gap 2, 3, 5 and 15 s, a section gap 3, 5, 8 and 20 s.
  fileprivate init(_ name: String, _ voice: Voice) {
    self.init(name: name, languages: [voice.language])
    takes = voice.takes > 0 ? SpeechRequest.takes : 1
    let gaps = voice.gaps
    line = Glue(
      floor: gaps.line / 2, low: gaps.line * 3 / 4, natural: gaps.line, high: gaps.line * 3 / 2,
      ceiling: gaps.line * 3 / 2, readiness: 1)
    paragraph = Glue(
      floor: gaps.paragraph * 2 / 5, low: gaps.paragraph * 3 / 5, natural: gaps.paragraph,
      high: gaps.paragraph * 3, ceiling: Glue.unlimited, readiness: 2)
    section = Glue(
      floor: gaps.section * 3 / 8, low: gaps.section * 5 / 8, natural: gaps.section,
      high: gaps.section * 5 / 2, ceiling: Glue.unlimited, readiness: 2)
    echo.floor = gaps.echo / 4
    echo.low = gaps.echo / 2
    echo.natural = gaps.echo
    short = gaps.shortPause
    pause = gaps.pause
    long = gaps.longPause
  }
}
