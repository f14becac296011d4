import KindlyLanguage

extension Unfolding {
  /// Rounds of a phrase set.
  mutating func unfold(_ cue: Located<PhrasesCue>, in scope: inout Scope) {
    let origin = scope.origin(cue.span)
    guard let wishes = wishes(for: cue.value, at: origin, in: scope) else { return }
    var inner = scope
    adopt(wishes, in: &inner)
    gap(.glue(inner.voice.line), .habit)
    for round in 0..<max(1, rounds(of: cue.value, at: origin)) where !isFull {
      if round > 0 { betweenRounds(cue.value, at: origin, in: inner) }
      inner.mention = .first
      self.round(of: wishes.set.wishes, cue.value, at: origin, in: &inner)
    }
    scope.mention = inner.mention
  }

  /// Every wish once.
  private mutating func round(
    of wishes: [Wish], _ cue: PhrasesCue, at origin: Origin, in scope: inout Scope
  ) {
    var last: Int?
    for wish in wishes where !isFull {
      let place = Origin(file: scope.file, span: wish.span ?? origin.span)
      guard let text = self.wish(wish, at: place, in: &scope) else { continue }
      if let last { afterWish(last, cue, at: origin, in: scope) }
      if cue.onOutBreath { breatheIn(scope.breath, at: origin) }
      last = repeatSilently(text, at: origin, in: scope)
    }
    if let last { afterRound(last, cue, in: scope) }
  }

  /// Between two wishes: the echo, the written silence instead, or the rest of the breath.
  private mutating func afterWish(
    _ utterance: Int, _ cue: PhrasesCue, at origin: Origin, in scope: Scope
  ) {
    if cue.onOutBreath {
      silence(
        .restOfBreath(restOfBreath(after: utterance, cue, in: scope)), at: origin, cause: .breath)
    } else if let after = cue.afterEach {
      silence(.glue(Glue(rigid: scope.breath.frames(after))), at: origin)
    } else {
      gap(.echo(scope.voice.echo, utterance: utterance), .habit)
    }
  }

  /// The same after the last wish, where a silence cue may still take its place.
  private mutating func afterRound(_ utterance: Int, _ cue: PhrasesCue, in scope: Scope) {
    if cue.onOutBreath {
      gap(.restOfBreath(restOfBreath(after: utterance, cue, in: scope)), .breath, lasts: true)
    } else if let after = cue.afterEach {
      gap(.glue(Glue(rigid: scope.breath.frames(after))), .written, lasts: true)
    } else {
      gap(.echo(scope.voice.echo, utterance: utterance), .habit)
    }
  }

  private func restOfBreath(after utterance: Int, _ cue: PhrasesCue, in scope: Scope)
    -> Moment.RestOfBreath
  {
    Moment.RestOfBreath(
      utterance: utterance, breath: max(1, scope.breath.whole),
      before: scope.breath.inward + scope.breath.holdIn,
      after: cue.afterEach.map(scope.breath.frames) ?? 0)
  }

  /// Between two rounds. On the out-breath the breath goes on: what is asked is rounded up to
  /// whole breaths.
  private mutating func betweenRounds(_ cue: PhrasesCue, at origin: Origin, in scope: Scope) {
    let apart = cue.apart.map(scope.breath.frames)
    if cue.onOutBreath {
      guard case .gap(let gap)? = plan.moments.popLast(), case .restOfBreath(let rest) = gap.length
      else { return }
      silence(.restOfBreath(rest), at: origin, cause: .breath)
      let breaths = ((apart ?? 0) + rest.breath - 1) / rest.breath
      if breaths > 0 { silence(.glue(Glue(rigid: breaths * rest.breath)), at: origin) }
    } else if let apart {
      silence(.glue(Glue(rigid: apart)), at: origin)
    } else {
      gap(.glue(Glue(about: scope.voice.round)), .habit)
    }
  }

  private mutating func rounds(of cue: PhrasesCue, at origin: Origin) -> Int {
    guard case .count(let count) = cue.rounds else {
      plan.fills.append((origin, pins))
      return fillRounds.indices.contains(pins) ? fillRounds[pins] : 1
    }
    return count
  }

  /// A set is read like an included file: in its own language, with its own respellings.
  private mutating func adopt(_ wishes: Wishes, in scope: inout Scope) {
    scope.file = fileIndex(of: wishes.source)
    scope.pronunciations += wishes.set.header.pronunciations
    if let language = wishes.set.header.language { use(language, in: &scope) }
  }

  private mutating func fileIndex(of source: Source) -> Int {
    if let index = plan.files.firstIndex(where: { $0.path == source.path }) { return index }
    plan.files.append(source)
    return plan.files.count - 1
  }

  /// `[phrases name]`, else the order's, else the listener's, else the header's, else the usual
  /// set; in the language that is spoken where there is such a set.
  private mutating func wishes(for cue: PhrasesCue, at origin: Origin, in scope: Scope)
    -> Wishes?
  {
    let (name, path) = phraseSet(for: cue, in: scope)
    switch resolver.phraseSet(name, path) {
    case .found(let wishes):
      let wishes = translated(wishes, named: name, path, into: scope.language)
      if wishes.set.wishes.isEmpty {
        note(.unusable(.phrases, name: name, why: "It contains no wishes."), at: origin)
      }
      return wishes
    case .unknown(let near): note(.unknown(.phrases, name: name, near: near), at: origin)
    case .unusable(let why): note(.unusable(.phrases, name: name, why: why), at: origin)
    }
    return nil
  }

  /// The set's name, and the file that names it; nil where the listener does.
  private func phraseSet(for cue: PhrasesCue, in scope: Scope) -> (name: String, path: String?) {
    if let name = cue.name { return (name, plan.files[scope.file].path) }
    if let name = order.phrases ?? order.listener.phrases { return (name, nil) }
    if let name = manuscript.files[0].script.header.phrases {
      return (name.value, plan.files[0].path)
    }
    return (resolver.usual.phrases, nil)
  }

  /// `classic` in a German practice is `classic-de` where there is one.
  private mutating func translated(
    _ wishes: Wishes, named name: String, _ path: String?, into language: String
  ) -> Wishes {
    let own = wishes.set.header.language?.value ?? resolver.usual.language
    guard primaryLanguage(own) != primaryLanguage(language) else { return wishes }
    if case .found(let other) = resolver.phraseSet("\(name)-\(primaryLanguage(language))", path) {
      return other
    }
    return name == Listener.ownPhrases ? foreign(wishes, in: language) : wishes
  }

  /// The listener's own wishes where they have none in the language that is spoken: they are said by a
  /// narrator of their own language, and the listener is told.
  private mutating func foreign(_ wishes: Wishes, in language: String) -> Wishes {
    guard let own = wishes.set.writtenLanguage, primaryLanguage(own) != primaryLanguage(language)
    else {
      return wishes
    }
    plan.foreignWishes = ForeignWishes(
      wishes: String(primaryLanguage(own)), spoken: String(primaryLanguage(language)))
    var foreign = wishes
    foreign.set.header.language = foreign.set.header.language ?? Located(own, at: SourceSpan(0, 0))
    return foreign
  }
}
