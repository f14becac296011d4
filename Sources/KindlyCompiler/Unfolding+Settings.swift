import KindlyLanguage
import KindlyTimeline

extension Unfolding {
  /// A cue that lasts.
  mutating func apply(_ setting: Located<Setting>, to scope: inout Scope) {
    switch setting.value {
    case .toward(let recipients):
      turn(&scope, toward: recipients, at: scope.origin(setting.span))
    case .voice(let name): useVoice(Located(name, at: setting.span), in: &scope)
    case .language(let tag): use(Located(tag, at: setting.span), in: &scope)
    case .slower: scope.pace = .slower
    case .faster: scope.pace = .faster
    case .normalSpeed: scope.pace = .normal
    case .breath(let shape): scope.breath = scope.breath.reshaped(shape)
    case .background(let cue): use(cue, at: scope.origin(setting.span), in: &scope)
    }
  }

  /// Changes the language, and the narrator if this one doesn't speak it.
  mutating func use(_ language: Located<String>, in scope: inout Scope) {
    scope.language = language.value
    if scope.asked.speaks(language.value) {
      scope.voice = scope.asked
      return
    }
    if scope.voice.speaks(language.value) { return }
    guard let name = resolver.voices(language.value).first,
      case .found(let voice) = resolver.voice(name)
    else { return note(.noVoice(language: language.value), at: scope.origin(language.span)) }
    scope.voice = voice
  }

  private mutating func useVoice(_ name: Located<String>, in scope: inout Scope) {
    let origin = scope.origin(name.span)
    guard let voice = voice(named: name.value, at: origin) else { return }
    guard voice.speaks(scope.language) else {
      return note(
        .voiceLanguage(
          voice: name.value, language: scope.language,
          speakers: resolver.voices(scope.language)), at: origin)
    }
    (scope.asked, scope.voice) = (voice, voice)
  }

  /// The narrator of a name; nil after a problem was noted.
  mutating func voice(named name: String, at origin: Origin?) -> VoiceFacts? {
    switch resolver.voice(name) {
    case .found(let voice): return voice
    case .unknown(let near): note(.unknown(.voice, name: name, near: near), at: origin)
    case .unusable(let why): note(.unusable(.voice, name: name, why: why), at: origin)
    }
    return nil
  }
}
