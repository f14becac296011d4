import ArgumentParser
import KindlyLanguage

/// `kindly new`: a commented practice to start from.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented practice to start from.")

  @Argument(
    help: "The file to create; an existing file is never overwritten.", completion: .file())
  var file: String

  func run() throws {
    let path = file.hasSuffix(".practice") || file.contains("/.") ? file : file + ".practice"
    do throws(AuthorFile.Refused) {
      try AuthorFile.create(path, with: Guide.template)
    } catch {
      throw Failure(error)
    }
    Printer.note(
      "\(visible(path)) is yours now. Change it, then try: kindly check \(visible(ShellWord.quoted(path)))"
    )
  }
}
