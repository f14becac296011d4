extension Renderer {
  /// Writes up to `frames` frames and goes on behind them, with every clip and every background there in
  /// time.
  ///
  /// For files and for whoever has the time to wait: makes what `render(into:frames:)` takes for granted.
  /// Control side; the same samples.
  public mutating func renderHeld(into out: UnsafeMutablePointer<Float>, frames: Int) -> Int {
    let stretch = nextFrame..<nextFrame + Int64(frames)
    holdClips(stretch)
    let held = hold(stretch)
    return withExtendedLifetime(held) { render(into: out, frames: frames) }
  }

  /// Writes frames from `frame` on, with everything there in time.
  public mutating func renderHeld(
    from frame: Int64, into out: UnsafeMutablePointer<Float>, frames: Int
  ) -> Int {
    seek(to: frame)
    return renderHeld(into: out, frames: frames)
  }
}
