import ArgumentParser
import Kindly
import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import KindlyTimeline

/// `kindly check`: what there is to say about files before anybody sits with them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find problems in practices and other files of Kindly.",
    discussion: """
      Practices and courses are named by their name in the library or by path; phrase sets, voices,
      bells, backgrounds and profiles by a path with their ending. Of a course every day is solved. The
      result is 65 if there are problems.
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
  var explain: ExplainedCode?

  @Flag(help: "Show where the spoken words differ from the text, such as numbers.")
  var speak = false

  @Flag(help: "With --speak: show how every line will sound, in phonemes.")
  var phonemes = false

  @Flag(help: "Check again whenever a file is saved, until Ctrl-C.")
  var watch = false

  @OptionGroup var session: SessionOptions

  func validate() throws {
    if files.isEmpty, explain == nil {
      throw ValidationError("Name at least one practice or file.")
    }
    if watch, files.isEmpty || files.contains("-") {
      throw ValidationError("--watch needs files; standard input can't be watched.")
    }
  }

  func run() throws {
    let context = CommandContext(isPrivate: session.isPrivate)
    if let explain { Printer.result(context.text(of: explain.page)) }
    guard !files.isEmpty else { return }
    try expectUse(of: session.order, in: context)
    guard watch else {
      let checked = check(in: context)
      let hasProblems = checked.contains { $0.hasErrors || strict && !$0.diagnostics.isEmpty }
      if hasProblems { throw Failure(silent: .practice) }
      if checked.count < files.count { throw Failure(silent: .noInput) }
      return
    }
    // From before the first look on: what is saved meanwhile is seen.
    let profile = context.folders.map { [ProfileFile(in: $0).path] } ?? []
    var saved = try FileWatch(files + profile)
    while true {
      // Everything is read again: another file may have changed what this one means.
      saved.add(check(in: CommandContext(isPrivate: session.isPrivate)).flatMap(\.paths))
      let changed = saved.next().map(visible).joined(separator: ", ")
      Printer.note("\(changed) changed; checking again.")
    }
  }

  /// Checks every file and tells what was found.
  /// - Returns: the files that could be read.
  private func check(in context: CommandContext) -> [CheckedFile] {
    var order = session.order
    order.unset = .told
    var checked: [CheckedFile] = []
    for file in files {
      do throws(Failure) {
        let result = try CheckedFile(on: file, order: order, phonemes: phonemes, in: context)
        checked.append(result)
        if speak && !json { result.sayings.forEach { $0.told.forEach(Printer.note) } }
        if phonemes && !json { result.sounds.forEach { Printer.result($0.lines) } }
        if !json { Printer.result(result.text) }
      } catch {
        Printer.tell(error)
      }
    }
    if json { Printer.json(CheckedFile.json(of: checked)) }
    return checked
  }

  /// A value that none of the files says is a slip.
  private func expectUse(of order: Order, in context: CommandContext) throws(Failure) {
    guard !order.values.isEmpty else { return }
    var named: [NamedPractice] = []
    for file in files {
      let sessions = (try? context.sessions(file)) ?? []
      named += sessions.compactMap { try? context.named($0.argument) }
    }
    if !named.isEmpty { try context.expectUse(of: order, in: named) }
  }
}
