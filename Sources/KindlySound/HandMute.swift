/// A hand laid on a ringing bell: its gain, in closed form.
enum HandMute {
  /// Nepers a frame once the hand is firm: 60 dB in 0.35 s.
  private static var rate: Double {
    @_noLocks get { Oscillation.nepersOfT60 / (0.35 * Oscillation.rate) }
  }
  /// The hand closes in 8 ms.
  private static var closing: Double {
    @_noLocks get { 384 }
  }
  /// Frames until nothing is left: 140 dB.
  static var frames: Int64 {
    @_noLocks get { 39_500 }
  }

  /// The gain so many frames after the hand touched the bell; e^(−∫rate), its rate rising linearly.
  @_noLocks
  static func gain(at frame: Int64) -> Float {
    if frame <= 0 { return 1 }
    if frame >= frames { return 0 }
    let time = Double(frame)
    let firm = time < closing ? time * time / (2 * closing) : time - closing / 2
    return Float(MathFunctions.exp(-rate * firm))
  }
}
