/// One strike as it rings: the audio side of a bell.
///
/// Sound is made in blocks of 64 frames on the absolute grid of the timeline. What a block holds is a
/// pure function of its index: the state at block k is the closed form at the last of every 256
/// blocks, advanced from there one block at a time, whichever way k is reached. So any order of
/// blocks, any start and any seek give the same samples; going on to the next block is just cheaper.
public struct BellRinging: ~Copyable {
  /// Blocks between two closed forms. Between them one multiplication a block; 256 of them cost at
  /// most 30 µs when a seek lands just before the next closed form.
  static var stretch: Int64 {
    @_noLocks get { 256 }
  }

  private let states: UnsafeMutablePointer<Complex>
  private let capacity: Int
  /// 64 samples of the left channel, then 64 of the right.
  private let scratch: UnsafeMutablePointer<Float>
  private var sound: BellSound?
  private var strike: Int64 = 0
  private var muted = Int64.max
  /// The block that `states` belong to, and how many of them sound.
  private var block = Int64.min
  private var live = 0

  /// Makes room for any strike with up to `capacity` oscillations; control side.
  public init(capacity: Int) {
    self.capacity = capacity
    states = .allocate(capacity: max(1, capacity))
    states.initialize(repeating: Complex(0), count: max(1, capacity))
    scratch = UnsafeMutableRawPointer.allocate(byteCount: 512, alignment: 64)
      .bindMemory(to: Float.self, capacity: 128)
    scratch.initialize(repeating: 0, count: 128)
  }

  deinit {
    states.deallocate()
    scratch.deallocate()
  }

  /// Strikes at an absolute frame. The sound's memory must outlive the ringing; a sound with more
  /// oscillations than the capacity keeps its longest ones.
  @_noLocks
  public mutating func start(_ sound: BellSound, at frame: Int64) {
    self.sound = sound
    strike = frame
    muted = .max
    block = .min
  }

  /// Lays a hand on the bell at an absolute frame: 60 dB in 0.35 s from there on.
  @_noLocks
  public mutating func mute(at frame: Int64) { muted = frame }

  /// The first frame at which nothing is left.
  public var end: Int64 {
    @_noLocks get {
      guard let sound else { return .min }
      let rungOut = strike + sound.end
      return muted < rungOut ? min(rungOut, muted + HandMute.frames) : rungOut
    }
  }

  /// Adds the 64 frames from `index` · 64 on to an interleaved stereo block.
  @_noLocks
  public mutating func add(into out: UnsafeMutablePointer<Float>, block index: Int64) {
    guard let sound else { return }
    let age = index * 64 - strike
    guard age > -64, index * 64 < end else { return }
    // In the block of the strike the bell begins within: the first frames of its sound, moved.
    let offset = max(0, -age)
    let from = max(0, age)
    prepare(sound, block: index, age: from, struckWithin: age < 0)
    if from / 64 < sound.glide.blocks {
      sound.renderGliding(live, at: from, into: scratch)
    } else {
      sound.render(states, live, into: scratch)
    }
    // Exactly zero in theory; rounding would leave 10⁻⁹.
    if from == 0 { (scratch[0], scratch[64]) = (0, 0) }
    mix(sound, into: out + 2 * Int(offset), count: 64 - Int(offset), age: from)
  }

  /// Brings `states` and `live` to a block.
  @_noLocks
  private mutating func prepare(
    _ sound: BellSound, block index: Int64, age: Int64, struckWithin: Bool
  ) {
    let count = min(sound.count, capacity)
    if index != block + 1 || struckWithin { live = count }
    while live > 0, sound.modes[live - 1].life <= age { live -= 1 }
    let blocks = age / 64
    if blocks < sound.glide.blocks {
      block = index
      return
    }
    let since = blocks % Self.stretch
    if struckWithin || since == 0 {
      renew(sound, at: age)
    } else if index == block + 1 {
      for place in 0..<live { states[place] = states[place] * sound.modes[place].advance }
    } else if index != block {
      renew(sound, at: age - since * 64)
      for _ in 0..<since {
        for place in 0..<live { states[place] = states[place] * sound.modes[place].advance }
      }
    }
    block = index
  }

  /// Sets the states by their closed form.
  @_noLocks
  private func renew(_ sound: BellSound, at age: Int64) {
    let bend = sound.glide.bend(at: age)
    for place in 0..<live { states[place] = sound.modes[place].state(at: age, bend: bend) }
  }

  /// Adds the scratch to the output, under the hand and the fade where there is one.
  @_noLocks
  private func mix(
    _ sound: BellSound, into out: UnsafeMutablePointer<Float>, count: Int, age: Int64
  ) {
    let fading = sound.end - BellSound.fadeOut
    if age + 64 <= fading, strike + age + 64 <= muted {
      for place in 0..<count {
        out[2 * place] += scratch[place]
        out[2 * place + 1] += scratch[64 + place]
      }
      return
    }
    let fade = Ramp(from: 1, to: 0, frames: BellSound.fadeOut)
    for place in 0..<count {
      let now = age + Int64(place)
      let gain = fade.gain(at: now - fading) * HandMute.gain(at: strike + now - muted)
      out[2 * place] += scratch[place] * gain
      out[2 * place + 1] += scratch[64 + place] * gain
    }
  }
}
