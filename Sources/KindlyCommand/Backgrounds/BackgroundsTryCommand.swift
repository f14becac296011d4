import ArgumentParser
import Kindly
import KindlyLanguage
import KindlyLibrary
import KindlyRecording
import KindlyRender
import KindlyTimeline
import KindlyBase

/// `kindly backgrounds try`: a while of one, heard or written.
struct BackgroundsTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Hear a background for a while, or write it to a file.")

  @Argument(
    help: "A background by name, its file, or a sound file.", completion: .texts(.background))
  var background: String

  @Option(help: "How long, such as 60s; 20 seconds unless you say otherwise.")
  var length: TimeSpan?

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
    let frames = max(Frames(seconds: 1), length?.frames ?? Frames(seconds: 20))
    let composer = CommandContext().composer
    let title: String
    let sound: BackgroundSound
    do throws(LookupError) {
      (title, sound) = try composer.sound(at: background, frames: frames)
    } catch {
      throw Failure(error)
    }
    let fade = Frames(min(Frames.rate, frames.count / 4))
    let timeline = Timeline(
      title: title, frames: frames,
      sections: [Section(name: title, start: .zero, frames: frames, line: 1)], events: [],
      backgrounds: [
        BackgroundSpan(
          name: background, start: .zero, frames: frames, fadeIn: fade, fadeOut: fade)
      ])
    let score = Score(
      timeline, clip: { _ in nil }, bell: { _ in nil }, background: { _ in sound })
    let sample = SoundSample(timeline: timeline, score: score)
    if let output {
      try sample.write(to: output, bits: bits, replacing: force)
    } else {
      try sample.play(on: device)
    }
  }
}
