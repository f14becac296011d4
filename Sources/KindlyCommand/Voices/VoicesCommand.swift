import ArgumentParser
import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import Kindly
import KindlyTimeline

/// `kindly voices`: who can speak, and how they sound.
struct VoicesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voices", abstract: "Show the narrators; hear, compare and change them.",
    subcommands: [
      VoicesListCommand.self, VoicesTryCommand.self, VoicesCompareCommand.self,
      VoicesEditCommand.self, VoicesTrustCommand.self,
    ],
    defaultSubcommand: VoicesListCommand.self)
}

/// `kindly voices list`: every narrator, whether it can speak now, and why not.
struct VoicesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the narrators: which can speak now, and why others can't.")

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let context = CommandContext()
    let names = context.library.names(of: .voice)
    let widest = names.map { columns(of: $0) }.max() ?? 0
    var objects: [JSON] = []
    for name in names {
      let entry = Entry(name, in: context)
      objects.append(entry.json)
      guard !json else { continue }
      let space = String(repeating: " ", count: widest - columns(of: name) + 2)
      Printer.result(name + space + entry.line)
      if let obstacle = entry.obstacle {
        Printer.result(String(repeating: " ", count: widest + 2) + visible(obstacle))
      }
    }
    let others = context.composer.derivedLanguages
    if json {
      let derived = others.map { JSON.string($0) }
      Printer.json(JSON.object([("voices", .array(objects)), ("otherLanguages", .array(derived))]))
    } else if !others.isEmpty {
      Printer.result(Self.paragraph(others))
    }
  }

  /// What is spoken without a voice file, in lines of at most 80 columns.
  private static func paragraph(_ languages: [String]) -> String {
    let introduction = """

      espeak-ng also speaks these languages, with the timbre of calm. "Language: it" in a
      practice is enough; the narrator is then called calm-it.
      """
    var lines: [String] = [""]
    for language in languages {
      if lines[lines.count - 1].count + language.count > 78 { lines.append("") }
      lines[lines.count - 1] += " " + language
    }
    return introduction + "\n" + lines.joined(separator: "\n")
  }

  /// One narrator of the list.
  private struct Entry {
    let name: String
    var language = ""
    var summary = ""
    /// Why it can't speak now, and what to do.
    var obstacle: String?

    init(_ name: String, in context: CommandContext) {
      self.name = name
      do throws(LookupError) {
        let voice = try context.composer.voice(named: name)
        language = voice.voice.language
        summary = voice.voice.summary ?? voice.voice.name
        let failure = context.composer.narrator.obstacle(for: voice.voice)
        obstacle = failure.map { "can't speak now: \($0.sentence) \($0.advice)" }
      } catch {
        obstacle = "its file has problems: kindly check shows them"
      }
    }

    var line: String {
      language + String(repeating: " ", count: max(1, 7 - language.count)) + visible(summary)
    }

    var json: JSON {
      .object([
        ("name", .string(name)), ("language", .string(language)), ("summary", .string(summary)),
        ("speaks", .bool(obstacle == nil)), ("obstacle", obstacle.map(JSON.string) ?? .null),
      ])
    }
  }
}
