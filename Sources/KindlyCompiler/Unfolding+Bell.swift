import KindlyLanguage

extension Unfolding {
  /// A bell that is struck, or whose times are kept in silence.
  struct Struck {
    var facts: BellFacts
    var isSilent: Bool
  }

  /// Strikes, the silence between them, and what the bell waits for.
  mutating func unfold(_ cue: Located<BellCue>, in scope: Scope) {
    let origin = scope.origin(cue.span)
    if let frame = cue.value.at { pin(at: frame, origin: origin) }
    guard let struck = bell(cue.value.name, at: origin) else { return }
    let strength = cue.value.softly ? 0.5 : 1.0
    let apart = cue.value.apart.map(scope.breath.frames) ?? struck.facts.apart
    gap(.glue(scope.voice.line), .habit)
    for strike in 0..<max(1, cue.value.times) {
      if isFull { return }
      if strike > 0 { silence(.glue(Glue(rigid: apart)), at: origin, cause: .bell) }
      sound(
        .strike(
          Moment.Strike(
            bell: index(of: struck.facts), strength: strength, isSilent: struck.isSilent)),
        at: origin)
    }
    if cue.value.letFade {
      let faded = struck.facts.fade(strength)
      silence(.glue(Glue(rigid: faded)), at: origin, cause: .bell)
    } else {
      gap(.glue(Glue(rigid: struck.facts.wait)), .bell)
    }
  }

  /// The bell of a name, or the practice's own; nil after a problem was noted.
  mutating func bell(_ name: String?, at origin: Origin) -> Struck? {
    guard let name, name != Self.noBell else {
      let isSilent = silentBells || name == Self.noBell
      return usualBell.map { Struck(facts: $0, isSilent: isSilent) }
    }
    return bell(named: name, at: origin).map {
      Struck(facts: $0, isSilent: order.bell == Self.noBell)
    }
  }

  /// The bell of a name; nil after a problem was noted.
  mutating func bell(named name: String, at origin: Origin?) -> BellFacts? {
    switch resolver.bell(name) {
    case .found(let facts): return facts
    case .unknown(let near): note(.unknown(.bell, name: name, near: near), at: origin)
    case .unusable(let why): note(.unusable(.bell, name: name, why: why), at: origin)
    }
    return nil
  }

  /// The name of a bell that keeps the times and stays silent.
  static let noBell = "none"
}
