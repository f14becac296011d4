import KindlyLanguage

extension Unfolding {
  /// The settings at the practice's first line: the order's, the listener's, the header's.
  mutating func firstScope() -> Scope {
    let header = manuscript.files[0].script.header
    let language = header.language?.value ?? resolver.usual.language
    let voice = firstVoice(header.voice, language: language)
    var scope = Scope(asked: voice, voice: voice, language: language, breath: BreathFrames())
    if let shape = order.listener.breath ?? header.breath?.value {
      scope.breath = scope.breath.reshaped(shape)
    }
    scope.addressee.person = header.person?.value ?? .second
    scope.pronouns = pronouns(in: manuscript.files[0].script, asked: order.toward)
    scope.pronunciations = header.pronunciations
    scope.recordings = header.recordings?.value
    scope.isSoft = manuscript.files[0].script.isSoft
    scope.background = firstBackground(header.background)
    chooseBell(header.bell)
    if let toward = order.toward {
      turn(&scope, toward: toward, at: nil)
    } else if let toward = header.toward {
      turn(&scope, toward: toward.value, at: Origin(file: 0, span: toward.span))
    }
    return scope
  }

  /// `--voice`, else the listener's if it speaks the language, else the header's, else the usual
  /// one, else whoever speaks the language.
  private mutating func firstVoice(_ header: Located<String>?, language: String) -> VoiceFacts {
    if let asked = order.voice {
      return demanded(asked, speaking: language, at: nil)
    }
    if let liked = order.listener.voice, case .found(let voice) = resolver.voice(liked),
      voice.speaks(language)
    {
      return voice
    }
    if let header {
      return demanded(
        header.value, speaking: language, at: Origin(file: 0, span: header.span))
    }
    if case .found(let voice) = resolver.voice(resolver.usual.voice),
      voice.speaks(language)
    {
      return voice
    }
    if let name = resolver.voices(language).first,
      case .found(let voice) = resolver.voice(name)
    {
      return voice
    }
    note(.noVoice(language: language), at: nil)
    return VoiceFacts(name: resolver.usual.voice, languages: [language])
  }

  private mutating func demanded(_ name: String, speaking language: String, at origin: Origin?)
    -> VoiceFacts
  {
    guard let voice = voice(named: name, at: origin) else {
      return VoiceFacts(name: name, languages: [language])
    }
    if !voice.speaks(language) {
      note(
        .voiceLanguage(
          voice: name, language: language, speakers: resolver.voices(language)), at: origin)
    }
    return voice
  }

  /// `--bell`, else the listener's, else the header's, else the usual one; `none` keeps the times
  /// of the bell it silences.
  private mutating func chooseBell(_ header: Located<String>?) {
    let choices: [(String?, Origin?)] = [
      (order.bell, nil), (order.listener.bell, nil),
      (header?.value, header.map { Origin(file: 0, span: $0.span) }),
      (resolver.usual.bell, nil),
    ]
    let named = choices.compactMap { choice in choice.0.map { (name: $0, origin: choice.1) } }
    silentBells = named.first?.name == Self.noBell
    guard let choice = named.first(where: { $0.name != Self.noBell }) else { return }
    usualBell = bell(named: choice.name, at: choice.origin)
  }
}
