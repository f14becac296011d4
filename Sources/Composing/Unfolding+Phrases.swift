import Practice
import Timeline

extension Unfolding {
  /// Rounds of a phrase set.
  mutating func unfold(_ cue: Located<PhrasesCue>, in scope: Scope) {
    let origin = scope.origin(cue.span)
    guard let set = phraseSet(for: cue.value, at: origin) else { return }
    let rounds = rounds(of: cue.value)
    let file = fileIndex(of: set.source)
    gap(.glue(scope.voice.line), .habit)
    for round in 0..<max(1, rounds) {
      if round > 0 { betweenRounds(cue.value, at: origin, in: scope) }
      for (place, words) in set.wishes.enumerated() {
        if isFull { return }
        if place > 0 { afterWish(cue.value, at: origin, in: scope, isLast: false) }
        var inner = scope
        inner.file = file
        let text = text(of: words, in: inner)
        if cue.value.onOutBreath { breatheIn(scope.breath, at: origin) }
        _ = wish(text, at: origin, in: scope)
      }
      afterWish(cue.value, at: origin, in: scope, isLast: true)
    }
  }

  private mutating func rounds(of cue: PhrasesCue) -> Int {
    guard case .count(let count) = cue.rounds else {
      plan.fills += 1
      return fillRounds.indices.contains(pins) ? fillRounds[pins] : 1
    }
    return count
  }

  /// What follows a wish: its echo, the written silence instead, or the rest of its breath.
  private mutating func afterWish(
    _ cue: PhrasesCue, at origin: Origin, in scope: Scope, isLast: Bool
  ) {
    guard case .sound(let sound)? = plan.moments.last,
      case .speech(let utterance, _, _) = sound.kind
    else { return }
    let after = cue.afterEach.map(scope.breath.frames)
    if cue.onOutBreath {
      let breath = scope.breath
      let rest = Moment.RestOfBreath(
        utterance: utterance, breath: breath.whole, before: breath.inward + breath.holdIn,
        after: after ?? 0)
      if isLast {
        gap(.restOfBreath(rest), .breath, lasts: true)
      } else {
        silence(.restOfBreath(rest), at: origin, cause: .breath)
      }
    } else if let after {
      if isLast {
        gap(.glue(Glue(rigid: after)), .written, lasts: true)
      } else {
        silence(.glue(Glue(rigid: after)), at: origin)
      }
    } else {
      gap(.echo(scope.voice.echo, utterance: utterance), .habit)
    }
  }

  private mutating func betweenRounds(_ cue: PhrasesCue, at origin: Origin, in scope: Scope) {
    let apart = cue.apart.map(scope.breath.frames)
    if cue.onOutBreath {
      // The breath goes on through rounds: what is asked between them is rounded up to whole ones.
      guard case .gap(let gap)? = plan.moments.popLast(), case .restOfBreath(let rest) = gap.length
      else { return }
      silence(.restOfBreath(rest), at: origin, cause: .breath)
      guard let apart, scope.breath.whole > 0 else { return }
      let breaths = (apart + scope.breath.whole - 1) / scope.breath.whole
      silence(.glue(Glue(rigid: breaths * scope.breath.whole)), at: origin)
    } else if let apart {
      silence(.glue(Glue(rigid: apart)), at: origin)
    } else {
      gap(.glue(Glue(about: scope.voice.round)), .habit)
    }
  }

  private mutating func phraseSet(for cue: PhrasesCue, at origin: Origin) -> PhraseSet? {
    let header = reading.files[0].script.header.phrases?.value
    let name =
      cue.name ?? order.phrases ?? order.listener.phrases ?? header ?? surroundings.usual.phrases
    switch surroundings.phraseSet(name) {
    case .found(let set):
      if set.wishes.count > 4 { note(.manyWishes(count: set.wishes.count), at: origin) }
      return set
    case .unknown(let near): note(.unknownPhrases(name: name, near: near), at: origin)
    case .unusable(let why): note(.unusablePhrases(name: name, why: why), at: origin)
    }
    return nil
  }

  private mutating func fileIndex(of source: Source) -> Int {
    if let index = plan.files.firstIndex(where: { $0.path == source.path }) { return index }
    plan.files.append(source)
    return plan.files.count - 1
  }
}
