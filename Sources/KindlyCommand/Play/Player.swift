import Glibc
import KindlyPlayer
import KindlyRender
import KindlyTimeline

/// A session on a sound device: renderer, mixer and loudspeaker together. Control thread.
final class Player {
  /// What the listener changes while it sounds.
  let mixer: Mixer
  /// The device.
  let speaker: Loudspeaker
  private let renderer: UnsafeMutablePointer<Renderer>
  private let residency: Residency

  /// Opens a device and holds the session at `frame`, silent until `play`.
  init(
    _ score: Score, device: String?, format: DeviceFormat?, at frame: Frames, volume: Double,
    fadeIn: Frames = .zero
  ) throws(LoudspeakerError) {
    mixer = Mixer()
    residency = Residency(score)
    residency.attend(frame)
    renderer = .allocate(capacity: 1)
    renderer.initialize(
      to: Renderer(score, mixer: mixer, fadeIn: frame.count..<(frame + fadeIn).count))
    let source = BlockSource(context: renderer) { context, frame, out, frames in
      let renderer = context.assumingMemoryBound(to: Renderer.self)
      if renderer.pointee.nextFrame != frame { renderer.pointee.seek(to: frame) }
      return renderer.pointee.render(into: out, frames: frames)
    }
    do {
      speaker = try Loudspeaker(
        source, device: device, at: frame.count, volume: Self.factor(volume), format: format)
    } catch {
      renderer.deinitialize(count: 1)
      renderer.deallocate()
      throw error
    }
  }

  deinit {
    speaker.stop(fade: 0)
    // A device that hangs keeps its thread, and the thread its renderer.
    guard speaker.waitForEnd(seconds: 1) else { return }
    renderer.deinitialize(count: 1)
    renderer.deallocate()
  }

  /// What is heard now.
  var position: Frames { Frames(speaker.position) }

  /// Has the words that are due soon in memory before they are due. Call it now and then.
  func attend() { residency.attend(position) }

  /// How many phrases could not be read any more when they were due, and were silent.
  var silentPhrases: Int { residency.silent }

  /// Goes on at a frame, after a fade of so many seconds.
  func seek(to frame: Frames, fade: Double) {
    residency.attend(frame)
    speaker.seek(to: frame.count, fade: fade)
  }

  /// Makes everything louder or softer; 0 dB leaves the samples as they are, and is the most.
  func setVolume(decibels: Double) { speaker.setVolume(Self.factor(decibels)) }

  private static func factor(_ decibels: Double) -> Float {
    decibels >= 0 ? 1 : Float(pow(10, decibels / 20))
  }
}
