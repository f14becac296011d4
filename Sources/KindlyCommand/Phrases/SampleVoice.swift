import KindlyCompiler
import Glibc
import KindlyLibrary
import KindlyPlayer
import KindlyLanguage
import KindlyMessages
import Kindly
import KindlyTimeline

/// Speaks single wishes, so that one hears them before choosing.
struct SampleVoice {
  /// A narrator's name; nil for the usual one.
  var name: String?
  /// The language of the words, a BCP 47 tag; nil for English.
  var language: String?
  let context: CommandContext

  /// Speaks a wish as a profile has it, and returns when it was heard.
  func speak(_ wish: String) throws(Failure) {
    try speak(Script(sayingWish: wish, title: "A wish", language: language))
  }

  /// Plays a practice of a few words through the usual device, and returns when it was heard.
  func speak(_ script: Script) throws(Failure) {
    let manuscript = context.composer.manuscript(of: script, named: "words")
    var order = Order()
    order.voice = name
    order.unset = .told
    try Self.play(try Performance(manuscript, order: order, in: context))
  }

  /// Plays a performance through the usual device, and returns when it was heard.
  static func play(_ performance: Performance) throws(Failure) {
    do {
      let player = try Player(
        performance.score, device: nil, format: nil, at: .zero, volume: 0)
      player.speaker.play()
      try wait(for: player.speaker)
    } catch {
      throw Failure(.unavailable, Message.notPlayable(error.message))
    }
  }

  /// Sleeps until the last sample was heard.
  private static func wait(for speaker: Loudspeaker) throws(LoudspeakerError) {
    while true {
      var waiting = pollfd(fd: speaker.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, 1000)
      for event in speaker.takeEvents() {
        switch event {
        case .finished: return
        case .failed:
          guard let failure = speaker.failure else { return }
          throw failure
        default: break
        }
      }
    }
  }
}
