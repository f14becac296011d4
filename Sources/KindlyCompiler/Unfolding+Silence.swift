import KindlyLanguage

extension Unfolding {
  /// A silence cue.
  mutating func unfold(_ silence: Located<Silence>, in scope: Scope) {
    let origin = scope.origin(silence.span)
    let interval = silence.value.interval.flatMap { self.interval($0, at: origin, in: scope) }
    if case .until(let frame) = silence.value.length {
      pin(at: frame, origin: origin)
    } else {
      self.silence(
        .glue(scope.glue(silence.value.length)), at: origin, interval: interval)
    }
  }

  /// A silence that ends at a frame of the practice.
  mutating func pin(at frame: Int64, origin: Origin) {
    if let enclosure = enclosure.last { return note(.pinInside(enclosure), at: origin) }
    guard frame > latestPin else {
      return note(.pinNotAfter(frame: frame, earlier: latestPin), at: origin)
    }
    latestPin = frame
    pins += 1
    silence(.until(frame), at: origin)
  }

  private mutating func interval(_ bell: IntervalBell, at origin: Origin, in scope: Scope)
    -> Moment.Interval?
  {
    let every = scope.breath.frames(bell.every)
    guard every > 0 else {
      note(.everyNothing, at: origin)
      return nil
    }
    guard let struck = self.bell(nil, at: origin) else { return nil }
    return Moment.Interval(
      every: every,
      strike: Moment.Strike(
        bell: index(of: struck.facts), strength: bell.softly ? 0.5 : 1, isSilent: struck.isSilent))
  }
}

extension Scope {
  /// The glue of a written silence; `until` is no glue yet and not asked for here.
  func glue(_ length: Silence.Length) -> Glue {
    switch length {
    case .exact(let duration): Glue(rigid: breath.frames(duration))
    case .about(let duration): Glue(about: breath.frames(duration))
    case .between(let one, let other):
      Glue(
        between: min(breath.frames(one), breath.frames(other)),
        and: max(breath.frames(one), breath.frames(other)))
    case .short: Glue(about: voice.short)
    case .medium: Glue(about: voice.pause)
    case .long: Glue(about: voice.long)
    case .rest(let shares): Glue(restOf: Int64(shares))
    case .until: Glue.beforePin(nextToRest: false)
    }
  }
}
