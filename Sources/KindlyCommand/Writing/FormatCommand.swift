import ArgumentParser
import KindlyLibrary
import KindlyLanguage

/// `kindly format`: files in canonical form, in place.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Put practice files into canonical form.",
    discussion: """
      Spaces, blank lines, cues, keys and escapes are written in one way; your words stay as they
      are. A file with problems is left alone and reported.
      """)

  @Argument(
    help: "Files by path; - reads standard input and writes standard output.",
    completion: .file())
  var files: [String]

  @Flag(
    help: "Change nothing; list the files that would change, and exit with 65 if there are any.")
  var check = false

  func run() throws {
    var worst: Failure.Code?
    for file in files {
      do throws(Failure) {
        try format(file)
      } catch {
        Printer.tell(error)
        worst = worst ?? error.code
      }
    }
    if let worst { throw Failure(silent: worst) }
  }

  private func format(_ file: String) throws(Failure) {
    let kind = FileKind(path: file) ?? .practice
    let source: Source
    do throws(TextFileProblem) {
      source = Source(
        path: file == "-" ? "standard input" : file, bytes: try TextFile.read(file))
    } catch {
      throw Failure(error)
    }
    guard let text = formatted(source, as: kind) else {
      let errors = diagnostics(of: source, as: kind).filter { $0.severity == .error }
      throw Failure(.practice, report: Report(on: source).drawing(of: errors))
    }
    let isSame = Array(text.utf8) == source.bytes
    if check {
      guard !isSame else { return }
      Printer.result(visible(source.path))
      throw Failure(silent: .practice)
    }
    if file == "-" {
      Printer.content(text)
    } else if !isSame {
      do throws(AuthorFile.Refused) {
        try AuthorFile.replace(file, with: text)
      } catch {
        throw Failure(error)
      }
      Printer.note("\(visible(file)): formatted")
    }
  }
}
