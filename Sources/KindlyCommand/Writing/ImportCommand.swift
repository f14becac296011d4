import ArgumentParser
import KindlyLibrary
import KindlyLanguage

/// `kindly import`: a script for a human reader as a practice.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn a script for a human reader into a practice.",
    discussion: """
      Pauses in parentheses, SSML, Speech Markdown and Markdown become cues. What is not understood
      becomes a // note at its line: read through the result before you use it.
      """)

  @Argument(help: "The script; - is standard input.", completion: .file())
  var file: String

  @Option(
    name: .shortAndLong, help: "The practice to make; standard output unless given.",
    completion: .file())
  var output: String?

  func run() throws {
    let source: Source
    do throws(TextFileProblem) {
      source = Source(path: file, bytes: try TextFile.read(file))
    } catch {
      throw Failure(error)
    }
    guard let practice = imported(source) else {
      throw Failure(
        .practice,
        "\(visible(file)) is too large for a practice. Split it, and import its parts.")
    }
    guard let output, output != "-" else {
      Printer.content(practice)
      return
    }
    do throws(AuthorFile.Refused) {
      try AuthorFile.create(output, with: practice)
    } catch {
      throw Failure(error)
    }
    let notes = practice.split(separator: "\n").count { $0.contains("//") }
    Printer.note(
      "\(visible(output)) is made, with \(notes == 1 ? "1 note" : "\(notes) notes") to look at.")
  }
}
