import ArgumentParser
import KindlyLibrary
import KindlyLanguage
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

  @Flag(help: "Replace an existing file.")
  var force = false

  @Option(help: "The ALSA device; 'kindly doctor' lists them.")
  var device: String?

  func run() throws {
    let composer = CommandContext().composer
    let bell = try composer.found(bell: bell)
    let frames = Frames(bell.struck(strength: strength.value).frames)
    let strike = Event(
      start: .zero, frames: frames, line: 1, section: 0,
      kind: .bell(Strike(bell: bell.name, strength: strength.value)))
    let timeline = Timeline(
      title: bell.sheet.name, frames: frames,
      sections: [Section(name: bell.sheet.name, start: .zero, frames: frames, line: 1)],
      events: [strike])
    let score = Score(
      timeline, clip: { _ in nil }, bell: { bell.struck(strength: $0.strength) })
    let sample = SoundSample(timeline: timeline, score: score)
    if let output {
      try sample.write(to: output, bits: bits, replacing: force)
    } else {
      try sample.play(on: device)
    }
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
