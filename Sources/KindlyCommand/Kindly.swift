import ArgumentParser
import Glibc
import KindlySpeech

/// Kindly, the program: arguments, wiring, exit codes.
@main struct Kindly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kindly",
    abstract: "Spoken meditations of loving-kindness, from plain text files.",
    version: "2.0.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Sitting",
        subcommands: [
          PlayCommand.self,
          SitCommand.self,
          ContinueCommand.self,
          TodayCommand.self,
          CourseCommand.self,
          PresetsCommand.self,
          PhrasesCommand.self,
          JournalCommand.self,
          DailyCommand.self,
        ]),
      CommandGroup(
        name: "Writing",
        subcommands: [
          NewCommand.self,
          StudioCommand.self,
          CheckCommand.self,
          FormatCommand.self,
          ImportCommand.self,
          SayCommand.self,
          ExportCommand.self,
          TimelineCommand.self,
          LanguageServerCommand.self,
          RecordListCommand.self,
          RecordingsCommand.self,
          LanguageCommand.self,
        ]),
      CommandGroup(
        name: "Sound files",
        subcommands: [
          RenderCommand.self,
          FeedCommand.self,
          PageCommand.self,
        ]),
      CommandGroup(
        name: "Library and setup",
        subcommands: [
          ListCommand.self,
          VoicesCommand.self,
          BellsCommand.self,
          BackgroundsCommand.self,
          DoctorCommand.self,
          CacheCommand.self,
          ForgetCommand.self,
        ]),
    ])

  @Option(
    help: ArgumentHelp(
      "The language the program speaks: de, en, es; that of your system unless given.",
      valueName: "language"))
  var interface: LanguageTag?

  /// Without a command: the home where somebody can choose, else the help.
  func run() throws {
    guard HomeDialogue.isPossible else { throw CleanExit.helpRequest() }
    let session = try SessionOptions.parse([])
    let playing = try PlayOptions.parse([])
    try HomeDialogue(context: CommandContext(), session: session, playing: playing).run()
  }

  static func main() {
    // The program re-executes itself to speak: espeak-ng lives in a process of its own.
    if isSpeakWorker { speakWorkerMain() }
    StandardFiles.ensureOpen()
    // A reader that goes away, and a file that may not grow any more, are errors like others.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    if let script = CompletionScript.asked(by: CommandLine.arguments) {
      return Printer.content(script)
    }
    do {
      var command = try parseAsRoot(
        Interface.first(
          in: LanguageCommand.arguments(for: PlainMode.arguments(for: CommandLine.arguments))))
      try command.run()
      Printer.flush(within: 2)
    } catch {
      ProgramEnd.of(error)
    }
  }
}
