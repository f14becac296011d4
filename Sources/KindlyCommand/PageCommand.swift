import ArgumentParser
import KindlyLanguage
import KindlyRecording

/// `kindly page`: a list of the pages in a folder.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Write a list of the pages in a folder, to take home with them.",
    discussion: """
      Pages are made by 'kindly render PRACTICE -o FILE.html'. The list is index.html in the folder; \
      it is written anew each time.
      """)

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  @Option(help: "What the list is called.")
  var title = "Meditations"

  func run() throws {
    do {
      let index = try PageIndex(folder: folder)
      guard !index.entries.isEmpty else {
        throw Failure(
          .noInput,
          "\(visible(folder)) has no pages yet: write one with 'kindly render metta -o "
            + "\(visible(folder))/metta.html'.")
      }
      let path = "\(folder)/\(PageIndex.name)"
      try WholeFile.write(index.text(title: title), to: path, replacing: true)
      let count = index.entries.count
      Printer.note("\(visible(path)): \(count == 1 ? "1 page" : "\(count) pages")")
    } catch let error as RecordingError {
      throw Failure(error)
    }
  }
}
