import KindlyPlayer
import KindlyRender
import KindlySound
import KindlyTimeline

/// A session that is nothing but a background of pink noise, as the program plays it.
final class BackgroundSession {
  private let residency: Residency
  private let session: UnsafeMutablePointer<Session>

  /// What the audio thread touches.
  private struct Session: ~Copyable {
    var renderer: Renderer
    /// Whether a block in the middle came out silent: its chunk was not there.
    var hasGap = false
    let length: Int64
  }

  init(_ seconds: Double) {
    let length = Int64(seconds * 48_000)
    let timeline = Timeline(
      title: "Background", frames: Frames(length), sections: [], events: [],
      backgrounds: [BackgroundSpan(name: "pink", start: .zero, frames: Frames(length))])
    var layer = BackgroundLayer(.noise)
    layer.slope = -3
    let bed = BackgroundBed(Background(name: "Pink", loop: 12, layers: [layer]))
    let sound = BackgroundSound(
      chunks: BackgroundChunks(count: bed.chunks) { bed.chunk($0) }, dip: 5)
    let score = Score(timeline, clip: { _ in nil }, bell: { _ in nil }, background: { _ in sound })
    residency = Residency(score)
    residency.attend(.zero)
    session = .allocate(capacity: 1)
    session.initialize(to: Session(renderer: Renderer(score), length: length))
  }

  deinit {
    session.deinitialize(count: 1)
    session.deallocate()
  }

  /// As the program does about once a second.
  func attend(_ frame: Int64) { residency.attend(Frames(frame)) }

  /// Whether a chunk was missing when it was due.
  var hasGap: Bool { session.pointee.hasGap }

  /// What a loudspeaker plays; this object has to outlive it.
  var source: BlockSource {
    BlockSource(context: session) { context, frame, out, frames in
      let session = context.assumingMemoryBound(to: Session.self)
      if session.pointee.renderer.nextFrame != frame { session.pointee.renderer.seek(to: frame) }
      let count = session.pointee.renderer.render(into: out, frames: frames)
      if count > 64, frame > 960, frame + Int64(count) < session.pointee.length - 960,
        out[2 * count - 2] == 0, out[2 * count - 1] == 0, out[0] == 0
      {
        session.pointee.hasGap = true
      }
      return count
    }
  }
}
