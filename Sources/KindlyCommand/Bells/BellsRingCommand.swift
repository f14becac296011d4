import ArgumentParser
import Glibc
import KindlyLibrary
import KindlyPlayer
import KindlyLanguage
import KindlyRecording
import KindlyRender
import KindlySound
import Kindly
import KindlyTimeline

/// `kindly bells ring`: one strike, heard or written.
struct BellsRingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ring", abstract: "Ring a bell, or write its sound to a file.")

  @Argument(help: "A bell by name, or a file.", completion: .texts(.bell))
  var bell: String

  @Option(help: "How hard it is struck, above 0 up to 1; 'softly' in a practice is 0.5.")
  var strength = StrikeStrength.full

  @Option(
    name: .shortAndLong, help: "Write a sound file instead; its ending chooses the format.",
    completion: .file())
  var output: String?

  @Option(help: "16, 24 or float, for WAV and FLAC.")
  var bits = SampleBits.usual

  @Flag(help: "Replace a file that is there.")
  var force = false

  @Option(help: "The ALSA device; 'kindly doctor' lists them.")
  var device: String?

  func run() throws {
    let composer = Workshop().composer
    let bell = try composer.found(bell: bell)
    let frames = Frames(bell.struck(strength: strength.value).frames)
    let strike = Event(
      start: .zero, frames: frames, line: 1, section: 0,
      kind: .bell(Strike(bell: bell.name, strength: strength.value)))
    let timeline = Timeline(
      title: bell.sheet.name, frames: frames,
      sections: [Section(name: bell.sheet.name, start: .zero, frames: frames, line: 1)],
      events: [strike])
    do {
      let score = try composer.score(of: timeline)
      if let output { try write(timeline, score, to: output) } else { try play(score) }
    } catch let error as Unfit {
      throw Failure(error)
    }
  }

  private func write(_ timeline: Timeline, _ score: Score, to path: String) throws(Failure) {
    do {
      let format = try FileFormat(path: path)
      let recording = Recording(
        timeline: timeline,
        encoding: Encoding(format: format, samples: bits.samples),
        tags: Tags(title: timeline.title))
      let summary = try recording.write(to: path, replacing: force, from: SoundSource(score))
      Printer.note("\(visible(path)): \(summary.frames.clock)")
    } catch {
      throw Failure(error)
    }
  }

  /// Plays to the end, or until somebody wants it to stop: then it fades.
  private func play(_ score: Score) throws(Failure) {
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

extension Composer {
  /// The bell an argument names, by name or path.
  /// - Throws: `Failure` with the sentence, or the problems of its file.
  func found(bell argument: String) throws(Failure) -> LibraryBell {
    do {
      return try bell(at: argument)
    } catch {
      throw Failure(error)
    }
  }
}
