import ArgumentParser
import KindlyConsole
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// `kindly phrases`: the phrase sets, and the listener's own wishes.
struct PhrasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrases", abstract: "The phrase sets, and your own wishes.",
    subcommands: [List.self, ShowPhrases.self, ChoosePhrases.self, EditPhrases.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Name the phrase sets.")

    func run() throws {
      let context = CommandContext()
      let names = context.library.names(of: .phrases)
      let lines = HangingText(width: Terminal.width(of: 1))
      let widest = names.map { columns(of: $0) }.max() ?? 0
      for name in names {
        guard let text = try? context.library.text(.phrases, named: name) else { continue }
        let header = read(phrases: text.source).tree.header
        let room = String(repeating: " ", count: widest - columns(of: name) + 2)
        let words = (header.summary ?? header.title)?.value ?? ""
        for line in lines.lines(visible(name) + room, visible(words)) { Printer.result(line) }
      }
      let profile = try context.profile()
      Printer.note("")
      Printer.note(profile.tree.wishes.isEmpty ? Message.noOwnWishesNote : .ownWishesNote)
    }
  }
}
