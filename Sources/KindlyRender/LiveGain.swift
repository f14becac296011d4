import KindlySound

/// A gain that follows what the listener asks for, 20 ms behind.
struct LiveGain: BitwiseCopyable {
  private var ramp: Ramp
  private var age: Int64

  /// Starts settled at `gain`.
  @_noLocks
  init(_ gain: Float) {
    ramp = Ramp(from: gain, to: gain, frames: 0)
    age = 0
  }

  /// Takes up what is asked for; a change begins from wherever the gain is.
  @_noLocks
  mutating func follow(_ target: Float) {
    guard target != ramp.to else { return }
    ramp = Ramp(from: ramp.gain(at: age), to: target, frames: 960)
    age = 0
  }

  /// Whether the gain stays what it is until something else is asked for.
  var isSettled: Bool {
    @_noLocks get { age >= ramp.frames }
  }

  /// The gain of the next frame.
  @_noLocks
  mutating func next() -> Float {
    if age >= ramp.frames { return ramp.to }
    let gain = ramp.gain(at: age)
    age += 1
    return gain
  }

  /// Goes on by so many frames that nobody hears.
  @_noLocks
  mutating func pass(_ frames: Int64) { age = min(max(age, ramp.frames), age + frames) }
}
