import ArgumentParser
import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import KindlyTimeline

/// `kindly check`: what there is to say about files before anybody sits with them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find problems in practice files.",
    discussion: """
      Practices are named by their name in the library or by path; courses, phrase sets, voices,
      bells and profiles by a path with their ending. The result is 65 if there are problems.
      """)

  @Argument(
    help: "Practices by name, or files; - is standard input.", completion: .texts(.practice))
  var files: [String] = []

  @Flag(help: "Warnings count as problems.")
  var strict = false

  @Flag(help: "One JSON object with every problem, for editors.")
  var json = false

  @Option(
    help: ArgumentHelp("Print what a problem means, with an example.", valueName: "code"))
  var explain: String?

  @Flag(help: "Have every line of a practice spoken, so that nothing is left that can't be.")
  var speak = false

  @Flag(help: "With --speak: show how every line will sound, in phonemes.")
  var phonemes = false

  @OptionGroup var session: SessionOptions

  func validate() throws {
    if files.isEmpty, explain == nil {
      throw ValidationError("Name at least one practice or file.")
    }
  }

  func run() throws {
    if let explain { try Self.printPage(of: explain) }
    guard !files.isEmpty else { return }
    var order = try session.order()
    order.unset = .told
    let workshop = Workshop()
    var findings: [Finding] = []
    var missing = false
    for file in files {
      do throws(Failure) {
        let finding = try Finding(on: file, order: order, phonemes: phonemes, in: workshop)
        findings.append(finding)
        if phonemes && !json { finding.sounds.forEach { Saying.result($0.lines) } }
        if !json { Saying.result(finding.text) }
      } catch {
        missing = true
        Saying.note(error.sentence)
      }
    }
    if json { Saying.result(Finding.json(of: findings).line) }
    let hasProblems = findings.contains { $0.hasErrors || strict && !$0.diagnostics.isEmpty }
    if hasProblems { throw ExitCode(Failure.Code.practice.rawValue) }
    if missing { throw ExitCode(Failure.Code.noInput.rawValue) }
  }

  /// Prints the page of a code.
  private static func printPage(of code: String) throws(Failure) {
    if let page = Explanation.of(code) {
      Saying.result(page.page)
      return
    }
    let codes = Explanation.all.map(\.code)
    let near = nearest(to: code, in: codes).map { "Did you mean \($0)?" }
    throw Failure(
      .usage,
      "kindly: I know no problem called \"\(visible(code))\". "
        + (near ?? "They are: \(codes.sorted().joined(separator: ", ")).")
    )
  }
}
