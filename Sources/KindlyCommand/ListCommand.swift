import ArgumentParser
import KindlyConsole
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlyTimeline

/// `kindly list`: what there is to hear.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the practices, phrase sets and courses.",
    discussion:
      "With words, as in 'kindly list stress', it shows what has them in name, title, summary or tags."
  )

  @Argument(help: "Words to look for.")
  var words: [String] = []

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let library = CommandContext().library
    let search = words.joined(separator: " ")
    let shelves = [Kind.practice, .course, .phrases].map { kind in
      (kind: kind, cards: library.cards(of: kind).fitting(search))
    }
    if json {
      let members = shelves.map { shelf in
        (Self.key(shelf.kind), JSON.array(shelf.cards.map(\.json)))
      }
      return Printer.json(JSON.object(members))
    }
    let cards = shelves.flatMap(\.cards)
    guard !cards.isEmpty else {
      throw Failure(.noInput, Message.nothingHas(search))
    }
    let widest = (
      name: cards.map { columns(of: $0.name) }.max() ?? 0,
      time: cards.map { ($0.frames?.clock ?? "").count }.max() ?? 0
    )
    let text = HangingText(width: Terminal.width(of: 1))
    let lists = shelves.filter { !$0.cards.isEmpty }.map { shelf in
      ([Self.heading(shelf.kind).text(in: Interface.language)]
        + shelf.cards.flatMap { card -> [String] in
          let room = String(repeating: " ", count: widest.name - columns(of: card.name) + 2)
          let time = card.frames?.clock ?? ""
          let label =
            "  " + card.name + room + String(repeating: " ", count: widest.time - time.count) + time
          return text.lines(label + (widest.time > 0 ? "  " : ""), card.words)
        }).joined(separator: "\n")
    }
    Printer.result(lists.joined(separator: "\n\n"))
  }

  private static func heading(_ kind: Kind) -> Message {
    switch kind {
    case .practice: .homePractices
    case .course: .homeCourses
    default: .listPhraseSets
    }
  }

  private static func key(_ kind: Kind) -> String {
    switch kind {
    case .practice: "practices"
    case .course: "courses"
    default: "phrases"
    }
  }
}

extension LibraryCard {
  /// What it is about, with its tags.
  fileprivate var words: String {
    let tags = tags.isEmpty ? "" : " [" + tags.joined(separator: ", ") + "]"
    return visible((summary ?? title ?? "") + tags)
      + (hasProblems ? " " + Message.hasProblems.text(in: Interface.language) : "")
  }

  fileprivate var json: JSON {
    .object([
      ("name", .string(name)), ("title", title.map(JSON.string) ?? .null),
      ("summary", summary.map(JSON.string) ?? .null),
      ("tags", .array(tags.map(JSON.string))),
      ("frames", frames.map { .int($0.count) } ?? .null), ("origin", .string(origin.rawValue)),
      ("problems", .bool(hasProblems)),
    ])
  }
}
