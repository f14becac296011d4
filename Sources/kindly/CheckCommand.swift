import ArgumentParser
import Composing
import Practice
import Studio
import Timeline

/// `kindly check`: what there is to say about practice files before anybody sits with them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find problems in practice files.")

  @Argument(help: "Practices by name, or files; - is standard input.")
  var files: [String]

  @Flag(help: "Warnings count as problems.")
  var strict = false

  @Flag(help: "Have every line spoken, so that nothing is left that can't be.")
  var speak = false

  @Flag(help: "With --speak: show how every line will sound, in phonemes.")
  var phonemes = false

  @OptionGroup var session: SessionOptions

  func run() throws {
    let workshop = Workshop()
    var order = try session.order()
    order.unset = .told
    var hasProblems = false
    for file in files {
      let manuscript = try workshop.manuscript(file)
      do throws(Refusal) {
        let composition = try workshop.studio.composition(of: manuscript, order: order)
        if !composition.warnings.isEmpty {
          Saying.result(workshop.studio.report(composition.warnings))
        }
        hasProblems = hasProblems || strict && !composition.warnings.isEmpty
        if phonemes { sayPhonemes(workshop.studio.sounds(of: composition)) }
        let summary = composition.summary
        let silence = Int((summary.shareOfSilence * 100).rounded())
        Saying.result("\(visible(file)): \(summary.length.clock), \(silence) % silence")
      } catch {
        hasProblems = true
        Saying.result(error.report)
      }
    }
    if hasProblems { throw ExitCode(Failure.Code.practice.rawValue) }
  }
}
