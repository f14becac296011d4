import ArgumentParser
import KindlyLibrary
import KindlyLanguage
import KindlySound
import Kindly
import KindlyTimeline

/// `kindly bells`: what there is to strike, and what to do with it.
struct BellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bells", abstract: "Show the bells; ring one, look at one, make one.",
    subcommands: [
      BellsListCommand.self, BellsRingCommand.self, BellsShowCommand.self, BellsFitCommand.self,
    ], defaultSubcommand: BellsListCommand.self)
}

/// `kindly bells list`: every bell with its pitch and how long it rings.
struct BellsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the bells: name, pitch, how long one rings.")

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let context = CommandContext()
    let names = context.library.names(of: .bell)
    let widest = names.map { columns(of: $0) }.max() ?? 0
    var objects: [JSON] = []
    for name in names {
      guard let bell = try? context.composer.bell(named: name) else {
        objects.append(.object([("name", .string(name)), ("problems", .bool(true))]))
        if !json { Printer.result("\(visible(name))  (has problems: kindly bells show \(name))") }
        continue
      }
      let frames = Frames(bell.struck(strength: 1).frames)
      let sheet = bell.sheet
      objects.append(
        .object([
          ("name", .string(name)), ("title", .string(sheet.name)),
          ("summary", sheet.summary.map(JSON.string) ?? .null), ("pitch", .number(sheet.pitch)),
          ("frames", .int(frames.count)), ("problems", .bool(false)),
        ]))
      if !json {
        let space = String(repeating: " ", count: widest - columns(of: name) + 2)
        let note = Note(hertz: sheet.pitch).name
        let length = Figures.padded(frames.clock, 5)
        Printer.result(
          "\(visible(name))\(space)\(Figures.padded(note, 4)) \(length)  "
            + visible(sheet.summary ?? sheet.name))
      }
    }
    if json { Printer.json(JSON.object([("bells", .array(objects))])) }
  }
}
