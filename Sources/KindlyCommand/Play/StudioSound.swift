import Glibc
import KindlyBase
import KindlyMessages
import KindlyPlayer
import KindlyRender
import KindlyStudio

/// Plays what the studio shows on a sound device, as `kindly play` does.
struct StudioSound {
  /// The ALSA device; nil for the usual one.
  var device: String?

  /// Milliseconds between two words about what is heard.
  private static let step: Int32 = 100

  /// Plays from a frame on, and returns when it is over or `heard` answers false.
  /// - Throws: `Studio.Problem` where the device can't be opened or gives up.
  func play(
    _ score: Score, from start: Frames, heard: (Frames) -> Bool
  ) throws(Studio.Problem) {
    let stays: Bool
    do throws(LoudspeakerError) {
      stays = try staysWhilePlaying(score, from: start, heard: heard)
    } catch {
      throw Studio.Problem(sentence: error.message.text(in: .english))
    }
    // An author is at hand to press the button; a listener's session would wait for the device.
    guard stays else {
      throw Studio.Problem(
        sentence: "The sound device went away. Connect it again, and press Play here.")
    }
  }

  /// Plays, and answers whether the device was there to the end.
  private func staysWhilePlaying(
    _ score: Score, from start: Frames, heard: (Frames) -> Bool
  ) throws(LoudspeakerError) -> Bool {
    let player = try Player(score, device: device, format: nil, at: start, volume: 0)
    player.speaker.play()
    var stays = true
    while stays, heard(player.position) {
      var waiting = pollfd(fd: player.speaker.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, Self.step)
      for event in player.speaker.takeEvents() {
        switch event {
        // After a sleep of the machine nobody wants it to go on by itself.
        case .finished, .slept: return true
        case .deviceLost: stays = false
        case .failed:
          guard let failure = player.speaker.failure else { return true }
          throw failure
        default: break
        }
      }
      player.attend()
    }
    player.speaker.stop()
    player.speaker.waitForEnd(seconds: 1)
    return stays
  }
}
