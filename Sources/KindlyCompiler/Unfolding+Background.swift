import KindlyLanguage

/// A background that was asked for, and where.
struct AskedBackground: Hashable {
  var cue: BackgroundCue
  var origin: Origin
}

extension Unfolding {
  /// The background at the first line: the order's, the listener's, the header's.
  mutating func firstBackground(_ header: Located<BackgroundCue>?) -> AskedBackground? {
    let start = Origin(file: 0, span: SourceSpan(0, 0))
    silentBackgrounds = order.background == .ends
    if let cue = order.background ?? order.listener.background {
      return AskedBackground(cue: cue, origin: start)
    }
    return header.map {
      AskedBackground(cue: $0.value, origin: Origin(file: 0, span: $0.span))
    }
  }

  /// `[background …]` from here on; one without a name is the one that was asked for before.
  mutating func use(_ cue: BackgroundCue, at origin: Origin, in scope: inout Scope) {
    guard case .plays(var choice) = cue, choice.name == nil else {
      scope.background = AskedBackground(cue: cue, origin: origin)
      return
    }
    guard case .plays(let before)? = scope.background?.cue else {
      note(.noBackground, at: origin)
      return
    }
    choice.name = before.name
    scope.background = AskedBackground(cue: .plays(choice), origin: origin)
  }

  /// Marks a change of what lies under the session where the scope asks for another than lies there.
  mutating func lay(_ scope: Scope) {
    guard !silentBackgrounds, scope.background?.cue != laid else { return }
    let origin = scope.background?.origin ?? Origin(file: scope.file, span: SourceSpan(0, 0))
    laid = scope.background?.cue
    switch scope.background?.cue {
    case .plays(let choice):
      guard let name = background(named: choice.name ?? "", at: origin) else { return }
      mark(.plays(name: name, level: choice.level.decibels), at: origin)
    case .fades(let duration): mark(.fades(over: scope.breath.frames(duration)), at: origin)
    case .ends, nil: mark(.ends, at: origin)
    }
  }

  private mutating func mark(_ kind: BackgroundChange.Kind, at origin: Origin) {
    plan.moments.append(.background(BackgroundChange(kind: kind, origin: origin)))
  }

  /// The background of a name as the timeline calls it; nil after a problem was noted.
  private mutating func background(named name: String, at origin: Origin) -> String? {
    switch resolver.background(name, plan.files[origin.file].path) {
    case .found(let facts): return facts.name
    case .unknown(let near): note(.unknown(.background, name: name, near: near), at: origin)
    case .unusable(let why): note(.unusable(.background, name: name, why: why), at: origin)
    }
    return nil
  }
}
