import ArgumentParser
import Kindly
import KindlyLanguage
import KindlyTimeline
import KindlyLibrary
import KindlySound

/// `kindly backgrounds`: what there is to lie under a session.
struct BackgroundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backgrounds", abstract: "Show the backgrounds; hear one, look at one.",
    subcommands: [
      BackgroundsListCommand.self, BackgroundsTryCommand.self, BackgroundsShowCommand.self,
    ], defaultSubcommand: BackgroundsListCommand.self)
}

/// `kindly backgrounds list`: every background with its loudness.
struct BackgroundsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the backgrounds: name, loudness, what it is.")

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let context = CommandContext()
    let names = context.library.names(of: .background)
    let widest = names.map { columns(of: $0) }.max() ?? 0
    var objects: [JSON] = []
    for name in names {
      guard let found = try? context.composer.background(named: name) else {
        objects.append(.object([("name", .string(name)), ("problems", .bool(true))]))
        if !json {
          Printer.result("\(visible(name))  (has problems: kindly backgrounds show \(name))")
        }
        continue
      }
      let background = found.background
      objects.append(
        .object([
          ("name", .string(name)), ("title", .string(background.name)),
          ("summary", background.summary.map(JSON.string) ?? .null),
          ("loudness", .number(background.loudness)), ("dip", .number(background.dip)),
          ("loop", .int(Int64(BackgroundBed(background).frames))), ("problems", .bool(false)),
        ]))
      if !json {
        let space = String(repeating: " ", count: widest - columns(of: name) + 2)
        let loudness = Figures.padded(Figures.fixed(background.loudness, 0), 3)
        Printer.result(
          "\(visible(name))\(space)\(loudness) LUFS  "
            + visible(background.summary ?? background.name))
      }
    }
    if json { Printer.json(JSON.object([("backgrounds", .array(objects))])) }
  }
}

extension Composer {
  /// The background an argument names, by name or path.
  /// - Throws: `Failure` with the sentence, or the problems of its file.
  func found(background argument: String) throws(Failure) -> LibraryBackground {
    do {
      return try background(at: argument)
    } catch {
      throw Failure(error)
    }
  }
}
