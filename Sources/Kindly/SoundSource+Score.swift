public import KindlyRecording
public import KindlyRender

extension SoundSource {
  /// The samples of a score, or of one stem of it: each thread reads with a renderer of its own.
  public init(_ score: Score, only stem: Stem? = nil) {
    self.init(sounding: score.sounding(stem)) {
      let reading = Reading(score, only: stem)
      return { frame, out, frames in reading.read(from: frame, into: out, frames: frames) }
    }
  }
}

/// A renderer that a closure can hold. One thread's own.
private final class Reading {
  private var renderer: Renderer

  init(_ score: Score, only stem: Stem?) { renderer = Renderer(score, only: stem) }

  func read(from frame: Int64, into out: UnsafeMutablePointer<Float>, frames: Int) {
    _ = renderer.renderHeld(from: frame, into: out, frames: frames)
  }
}
