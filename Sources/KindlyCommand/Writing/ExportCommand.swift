import ArgumentParser
import Kindly
import KindlyCompiler
import KindlyImport
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlyTimeline

/// `kindly export`: a practice in a notation of other programs, or for people to read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a practice in another notation.",
    discussion: """
      Every word that is spoken, every silence and every bell: for speech services (ssml, \
      speechmarkdown), for other editors (markdown, txt), or as a page for clients and readers that \
      prints well (html). What a notation can't hold is a comment there; kindly import reads all of \
      them.
      """)

  @Argument(help: "A practice by name, or a file.", completion: .texts(.practice))
  var practice: String

  @Option(
    name: .customLong("as"),
    help: "The notation: ssml, speechmarkdown, markdown, html or txt.",
    completion: .list(ExportNotation.allCases.map(\.rawValue)))
  var notation: ExportForm

  @Option(
    name: .shortAndLong, help: "The file to create; standard output by default.",
    completion: .file())
  var output: String?

  @OptionGroup var session: SessionOptions

  func run() throws {
    let context = CommandContext(isPrivate: session.isPrivate)
    let named = try context.named(practice)
    try context.expectUse(of: session.order, in: [named])
    let composition = try context.composition(of: named, order: session.order)
    let language = named.manuscript.reading.tree.header.language?.value
    let text = exported(composition.timeline, as: notation.notation, language: language)
    guard let output, output != "-" else {
      Printer.content(text)
      return
    }
    try AuthorFile.offer(output, with: text)
    Printer.note("\(output) is made.")
  }
}

/// The notation of an export: `--as ssml`.
struct ExportForm: OptionValue {
  let notation: ExportNotation

  init?(argument: String) {
    guard let notation = ExportNotation(rawValue: argument.lowercased()) else { return nil }
    self.notation = notation
  }

  static let possible = Message.oneOf("ssml, speechmarkdown, markdown, html, txt")
}
