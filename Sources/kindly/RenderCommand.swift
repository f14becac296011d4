import ArgumentParser
import Composing
import Practice
import Recording
import Rendering
import Studio
import Timeline

/// `kindly render`: a practice as a sound file.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Write a practice as a sound file.")

  @Argument(help: "A practice by name, or a file.")
  var practice: String

  @Option(name: .shortAndLong, help: "The file; its ending chooses the format.")
  var output: String

  @Flag(help: "Replace a file that is there.")
  var force = false

  @OptionGroup var session: SessionOptions

  func run() throws {
    let workshop = Workshop()
    let manuscript = try workshop.manuscript(practice)
    let performance = try Performance(manuscript, order: try session.order(), in: workshop)
    let recording = Recording(
      timeline: performance.timeline, encoding: Encoding(format: .wav),
      tags: Tags(title: manuscript.title))
    var renderer = Renderer(performance.score)
    do {
      let summary = try recording.write(
        to: output, replacing: force,
        from: { out, frames in _ = renderer.render(into: out, frames: frames) })
      let silence = Int((performance.composition.summary.shareOfSilence * 100).rounded())
      Saying.note(
        "\(visible(output)): \(summary.frames.clock), \(summary.bytes) bytes, \(silence) % silence")
    } catch {
      throw Failure(.cannotCreate, "kindly: " + error.sentence)
    }
  }
}
