import ArgumentParser
import KindlyCompiler
import KindlyLibrary
import Kindly
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

  func run() throws {
    let workshop = Workshop(isPrivate: session.isPrivate)
    let manuscript = try workshop.manuscript(practice)
    try workshop.expectUse(of: session.order, in: [manuscript])
    let composition = try workshop.composition(of: manuscript, order: session.order)
    let warnings = composition.warnings.count
    if warnings > 0 {
      Printer.warn(
        (warnings == 1 ? "There is 1 warning" : "There are \(warnings) warnings")
          + "; see: kindly check \(ShellWord.quoted(practice))")
    }
    let timeline = composition.timeline
    if json {
      Printer.json(line: timeline.jsonLine)
    } else {
      Printer.result(timeline.table.joined(separator: "\n"))
    }
  }
}
