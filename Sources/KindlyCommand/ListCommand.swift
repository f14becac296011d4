import ArgumentParser
import KindlyLibrary
import KindlyLanguage
import KindlyTimeline

/// `kindly list`: what there is to hear.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the practices, phrase sets and courses.")

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let library = Workshop().library
    let shelves = [Kind.practice, .course, .phrases].map { kind in
      (kind: kind, entries: library.names(of: kind).compactMap { Entry(kind, $0, library) })
    }
    if json {
      let members = shelves.map { shelf in
        (Self.key(shelf.kind), JSON.array(shelf.entries.map(\.json)))
      }
      Printer.json(JSON.object(members))
      return
    }
    let widest = shelves.flatMap(\.entries).map { columns(of: $0.name) }.max() ?? 0
    let lists = shelves.filter { !$0.entries.isEmpty }.map { shelf in
      let lines = shelf.entries.map { entry in
        "  " + entry.name + String(repeating: " ", count: widest - columns(of: entry.name) + 2)
          + entry.line
      }
      return ([Self.heading(shelf.kind)] + lines).joined(separator: "\n")
    }
    Printer.result(lists.joined(separator: "\n\n"))
  }

  /// One text of a list.
  private struct Entry {
    let name: String
    let origin: LibraryText.Origin
    let title: String?
    let summary: String?
    let frames: Int64?
    let hasProblems: Bool

    init?(_ kind: Kind, _ name: String, _ library: Library) {
      guard let text = try? library.text(kind, named: name) else { return nil }
      self.name = name
      origin = text.origin
      let (header, broken) = Self.header(kind, text.source)
      title = header.title?.value
      summary = header.summary?.value
      hasProblems = broken
      if case .frames(let count)? = header.length?.value { frames = count } else { frames = nil }
    }

    private static func header(_ kind: Kind, _ source: Source) -> (Header, Bool) {
      switch kind {
      case .phrases:
        let reading = read(phrases: source)
        return (reading.tree.header, reading.hasErrors)
      case .course:
        let reading = read(course: source)
        return (reading.tree.header, reading.hasErrors)
      default:
        let reading = read(practice: source)
        return (reading.tree.header, reading.hasErrors)
      }
    }

    var line: String {
      let time = frames.map { Frames($0).clock + "  " } ?? ""
      let words = visible(summary ?? title ?? "")
      return time + words + (hasProblems ? " (has problems: kindly check)" : "")
    }

    var json: JSON {
      .object([
        ("name", .string(name)), ("title", title.map(JSON.string) ?? .null),
        ("summary", summary.map(JSON.string) ?? .null),
        ("frames", frames.map(JSON.int) ?? .null), ("origin", .string(origin.rawValue)),
        ("problems", .bool(hasProblems)),
      ])
    }
  }

  private static func heading(_ kind: Kind) -> String {
    switch kind {
    case .practice: "Practices"
    case .course: "Courses"
    default: "Phrase sets"
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
