/// What the audio thread knows of a struck bell: plain memory, owned by a `StruckBell`.
public struct BellSound: @unchecked Sendable, BitwiseCopyable {  // what it points to is immutable
  /// The fade that ends a tail: 3 s.
  static var fadeOut: Int64 {
    @_noLocks get { 144_000 }
  }

  /// The oscillations, longest life first.
  let modes: UnsafePointer<Mode>
  let count: Int
  /// Frames from the strike to silence.
  let end: Int64
  let glide: Glide

  /// How many oscillations there are: the capacity a `BellRinging` needs.
  public var oscillations: Int {
    @_noLocks get { count }
  }

  /// One oscillation in frames.
  struct Mode: BitwiseCopyable {
    /// Amplitude and phase at the strike.
    let start: Complex
    /// Nepers a frame.
    let decay: Double
    /// Turns a frame.
    let turns: Double
    /// One block's damped rotation.
    let advance: Complex
    let left: Float
    let right: Float
    /// Frames until it is left out.
    let life: Int64
    /// 64 real parts and 64 imaginary ones.
    let table: UnsafePointer<Float>

    init(
      start: Complex, decay: Double, turns: Double, left: Float, right: Float, life: Int64,
      table: UnsafePointer<Float>
    ) {
      self.start = start
      self.decay = decay
      self.turns = turns
      self.left = left
      self.right = right
      self.life = life
      self.table = table
      advance = .damped(decay: decay * 64, turns: turns * 64)
    }

    /// The state `age` frames after the strike, in closed form; `bend` as in `Glide.bend`.
    @_noLocks
    func state(at age: Int64, bend: Double) -> Complex {
      start * Complex.damped(decay: decay * Double(age), turns: turns * (Double(age) + bend))
    }
  }

  /// A pitch that comes to rest: time runs ahead by `bend` frames.
  struct Glide: BitwiseCopyable {
    /// How far time runs ahead in the end, in frames.
    let whole: Double
    /// Time constant in frames.
    let time: Double
    /// Full blocks until the pitch is at rest: 21 time constants, rounded up to whole stretches.
    let blocks: Int64

    init(_ glide: Bell.Glide?, strength: Double) {
      guard let glide, glide.depth != 0, strength > 0 else {
        (whole, time, blocks) = (0, 1, 0)
        return
      }
      time = max(glide.time, 0.2) * Oscillation.rate
      whole = glide.depth * strength * strength * time
      blocks = (Int64(21 * time) / 64 / BellRinging.stretch + 1) * BellRinging.stretch
    }

    /// ∫ depth·strength²·e^(−t/time): how far time runs ahead at `age`.
    @_noLocks
    func bend(at age: Int64) -> Double {
      whole == 0 ? 0 : whole * (1 - MathFunctions.exp(-Double(age) / time))
    }
  }
}
