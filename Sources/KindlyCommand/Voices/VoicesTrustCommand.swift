import ArgumentParser
import Kindly
import KindlyLibrary
import KindlySpeech

/// `kindly voices trust`: consent to a voice that starts a program.
struct VoicesTrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Let a voice start the program that its file names.",
    discussion: """
      A voice file can name a program, which then runs with all you may do. It is started only after \
      you agreed. The command is shown; if the file changes it later, you are asked again.
      """)

  @Argument(
    help: "A narrator by name; 'kindly voices' lists them.",
    completion: .texts(.voice, andFiles: false))
  var voice: String

  @Flag(help: "Withdraw your consent.")
  var withdraw = false

  func run() throws {
    let context = CommandContext()
    let consent = VoiceConsent(in: try Folders.ofUser())
    if withdraw {
      let isGone = try Self.kept { () throws(StateFileProblem) in try consent.withdraw(from: voice)
      }
      Printer.note(
        isGone
          ? "\(voice) no longer starts its program." : "\(voice) had no consent to take back.")
      return
    }
    guard case .command(let command) = try Self.found(voice, context).voice.engine else {
      Printer.note("\(voice) starts no program, so it needs no consent.")
      return
    }
    for words in command.commands {
      Printer.result(words.map(ShellWord.quoted).joined(separator: " "))
    }
    if case .given = command.consent {
      Printer.note("\(voice) may start this already.")
      return
    }
    try Self.kept { () throws(StateFileProblem) in try consent.give(to: command, called: voice) }
    Printer.note(
      "\(voice) starts this from now on. Take it back with: "
        + "kindly voices trust --withdraw \(voice)")
  }

  private static func found(
    _ name: String, _ context: CommandContext
  ) throws(Failure) -> LibraryVoice {
    do {
      return try context.composer.voice(named: name)
    } catch {
      throw Failure(error)
    }
  }

  private static func kept<Value>(
    _ body: () throws(StateFileProblem) -> Value
  ) throws(Failure) -> Value {
    do {
      return try body()
    } catch {
      throw Failure(error)
    }
  }
}
