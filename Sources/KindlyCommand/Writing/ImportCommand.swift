import ArgumentParser
import Glibc
import Kindly
import KindlyBase
import KindlyImport
import KindlyLanguage
import KindlyLibrary

/// `kindly import`: scripts for a human reader as practices.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn a script written for people into a practice.",
    discussion: """
      Reads prose with directions in brackets, Markdown, SSML, Speech Markdown, HTML, Word and \
      OpenDocument files, RTF, captions (SRT, WebVTT, LRC, Audacity labels), tables, JSON, YAML and \
      Fountain, whatever the file's ending. Every word is spoken, a heading, in the header or in a \
      // note, and a summary says how many are where and which places to look at.
      """)

  @Argument(help: "The scripts; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: """
      The practice to make, or a folder for several; standard output unless given, and for several \
      files this folder.
      """,
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The script's language, such as de, if it is not recognised.", valueName: "tag"))
  var language: ScriptLanguage?

  @Option(help: "The practice's title.")
  var title: String?

  @Flag(help: "Show the script and what became of it beside each other.")
  var review = false

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one script, or - for standard input.") }
    if title != nil, files.count > 1 { throw ValidationError("--title is for one script.") }
  }

  func run() throws {
    if let output, output != "-", files.count > 1, !Self.isFolder(output) {
      throw Failure(
        .cannotCreate, "\(visible(output)) is not a folder, and several scripts need one.")
    }
    var worst: Failure.Code?
    for file in files {
      do throws(Failure) {
        try make(file)
      } catch {
        guard files.count > 1 else { throw error }
        Printer.tell(error)
        worst = worst ?? error.code
      }
    }
    if let worst { throw ExitCode(worst.rawValue) }
  }

  /// Documents are larger than their words.
  private static let most = 32 << 20

  private func make(_ file: String) throws(Failure) {
    let name = file == "-" ? "standard input" : file
    let source: Source
    do throws(TextFileProblem) {
      source = Source(path: name, bytes: try TextFile.read(file, most: Self.most))
    } catch {
      throw Failure(error)
    }
    let practice: ImportedPractice
    do throws(ImportProblem) {
      practice = try imported(
        source, options: ImportOptions(title: title, language: language?.tag, spoken: spoken))
    } catch {
      throw Failure(error, file: visible(name))
    }
    let path = path(for: file)
    if let path {
      try AuthorFile.offer(path, with: practice.text)
    } else if !review {
      Printer.content(practice.text)
    }
    if review { ImportReview(of: practice).lines.forEach { Printer.result($0) } }
    let summary = ImportSummary(of: practice)
    let isNamed = files.count > 1 || path != nil
    Printer.note((isNamed ? (path ?? name) + ": " : "") + summary.sentence)
    summary.places.forEach { Printer.note($0) }
  }

  /// Where the practice goes; nil for standard output.
  private func path(for file: String) -> String? {
    let stem = file == "-" ? "imported" : Self.stem(of: file)
    if let output, output != "-" {
      if Self.isFolder(output) { return output + "/" + stem + ".practice" }
      return output
    }
    return files.count == 1 || output == "-" ? nil : stem + ".practice"
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The languages that narrators here speak, by the first part of their tags.
  private var spoken: Set<String> {
    let context = CommandContext()
    var spoken: Set<String> = []
    for name in context.library.names(of: .voice) {
      guard let voice = try? context.composer.voice(named: name) else { continue }
      spoken.insert(String(voice.voice.language.prefix { $0 != "-" }).lowercased())
    }
    // Any language that espeak-ng knows has a narrator that is derived for it.
    for tag in context.composer.derivedLanguages {
      spoken.insert(String(tag.prefix { $0 != "-" }).lowercased())
    }
    return spoken
  }
}

extension Failure {
  /// A script can't be imported.
  init(_ problem: ImportProblem, file: String) {
    let code: Code =
      switch problem {
      case .libraryMissing: .unavailable
      default: .practice
      }
    self.init(code, problem.sentence(for: file))
  }
}
