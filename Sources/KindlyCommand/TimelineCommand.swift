import ArgumentParser
import KindlyCompiler
import Kindly
import KindlyLanguage
import KindlyLibrary
import KindlyRender
import KindlyTimeline

/// `kindly timeline`: what happens when.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Show what happens when in a practice.")

  @Argument(help: "A practice by name, or a file.", completion: .texts(.practice))
  var practice: String

  @OptionGroup var session: SessionOptions

  @Flag(help: "One JSON object, for programs.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Draw it as a picture into a file, light or dark as the reader's desktop.",
      valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var picture: String?

  func validate() throws {
    if json, picture != nil {
      throw ValidationError("--json and --picture are two results. Choose one of them.")
    }
  }

  func run() throws {
    let context = CommandContext(isPrivate: session.isPrivate)
    let named = try context.named(practice)
    try context.expectUse(of: session.order, in: [named])
    let composition = try context.composition(of: named, order: session.order)
    let warnings = composition.warnings.count
    if warnings > 0 {
      Printer.warn(
        (warnings == 1 ? "There is 1 warning" : "There are \(warnings) warnings")
          + "; see: kindly check \(ShellWord.quoted(practice))")
    }
    let timeline = composition.timeline
    if let picture {
      try write(try drawing(of: composition), to: picture)
    } else if json {
      Printer.json(line: timeline.jsonLine)
    } else {
      Printer.result(timeline.table.joined(separator: "\n"))
    }
  }

  /// The picture with the shape of every word that is spoken.
  private func drawing(of composition: Composition) throws(Failure) -> String {
    do {
      let performance = try composition.performance()
      return performance.timeline.picture(
        shapes: performance.score.shapes(of: performance.timeline))
    } catch {
      throw Failure(error)
    }
  }

  private func write(_ drawing: String, to path: String) throws {
    guard path != "-" else { return Printer.content(drawing) }
    try AuthorFile.offer(path, with: drawing)
    Printer.note("\(visible(path)) is made.")
  }
}
