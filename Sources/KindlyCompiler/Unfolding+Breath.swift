import KindlyLanguage
import KindlyTimeline

extension Unfolding {
  /// Guided breaths: a rising tone, a falling one, and the silences that the breath holds.
  mutating func breathe(_ times: Located<Int>, in scope: Scope) {
    let origin = scope.origin(times.span)
    let breath = scope.breath
    guard breath.inward > 0, breath.outward > 0 else { return note(.breathless, at: origin) }
    gap(.glue(scope.voice.line), .habit)
    for time in 0..<max(1, times.value) {
      if isFull { return }
      if time > 0 { silence(.glue(Glue(rigid: breath.holdOut)), at: origin, cause: .breath) }
      breatheIn(breath, at: origin)
      sound(.breath(.outward, frames: breath.outward), at: origin)
    }
    gap(.glue(Glue(rigid: breath.holdOut)), .breath)
  }

  /// The rising tone and the hold after it.
  mutating func breatheIn(_ breath: BreathFrames, at origin: Origin) {
    sound(.breath(.inward, frames: breath.inward), at: origin)
    silence(.glue(Glue(rigid: breath.holdIn)), at: origin, cause: .breath)
  }
}
