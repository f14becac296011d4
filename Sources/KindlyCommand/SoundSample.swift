import Glibc
import Kindly
import KindlyBase
import KindlyLanguage
import KindlyPlayer
import KindlyRecording
import KindlyRender
import KindlyTimeline

/// A short sound that a command lets hear or writes: one strike of a bell, a while of a background.
struct SoundSample {
  let timeline: Timeline
  let score: Score

  /// Writes it to a file, whose ending chooses the format.
  func write(
    to path: String, bits: SampleBits = .usual, replacing: Bool
  ) throws(Failure) {
    do {
      let format = try FileFormat(path: path)
      let recording = Recording(
        timeline: timeline,
        encoding: Encoding(format: format, samples: bits.samples),
        tags: Tags(title: timeline.title))
      let summary = try recording.write(
        to: path, replacing: replacing, from: SoundSource(score))
      Printer.note("\(visible(path)): \(summary.frames.clock)")
    } catch {
      throw Failure(error)
    }
  }

  /// Plays to the end, or until somebody wants it to stop: then it fades.
  func play(on device: String?) throws(Failure) {
    let signals = Signals()
    let player: Player
    do {
      player = try Player(score, device: device, format: nil, at: .zero, volume: 0)
    } catch {
      throw Failure(error)
    }
    player.speaker.play()
    var wish = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
    while !player.speaker.waitForEnd(seconds: 0) {
      player.attend()
      guard poll(&wish, 1, 100) > 0 else { continue }
      for number in signals.take() where [SIGINT, SIGTERM, SIGHUP].contains(number) {
        player.speaker.stop(fade: 0.3)
        _ = player.speaker.waitForEnd(seconds: 1)
        Signals.end(by: number)
      }
    }
    if let failure = player.speaker.failure { throw Failure(failure) }
  }
}
