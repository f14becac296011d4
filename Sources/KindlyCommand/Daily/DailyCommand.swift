import ArgumentParser
import Glibc
import KindlyDesktop
import KindlyFiles
import KindlyLibrary
import KindlyMessages

/// `kindly daily`: a practice at the same time every day.
struct DailyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daily", abstract: "Play a practice at the same time every day.",
    discussion: """
      kindly daily 06:30 metta --length 20m
      kindly daily 21:00 sit 30m
      kindly daily 07:15 today
      kindly daily
      kindly daily stop 06:30

      systemd starts it while you are logged in; 'loginctl enable-linger' also when you are not. \
      Options behind the practice are those of 'kindly play', 'kindly sit' or 'kindly today'.
      """,
    subcommands: [Start.self, Stop.self], defaultSubcommand: Start.self)

  /// The units of the listener.
  static func units() throws(Failure) -> DailyUnits {
    DailyUnits(inSettings: Folder.parent(of: try Folders.ofUser().config))
  }

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start", abstract: "Set a practice for a time of day, or list what is set.")

    @Argument(help: ArgumentHelp("A time of day such as 06:30.", valueName: "time"))
    var time: String?

    @Argument(
      parsing: .captureForPassthrough,
      help: ArgumentHelp("A practice and its options, 'sit' or 'today'.", valueName: "practice"),
      completion: .texts(.practice))
    var words: [String] = []

    func run() throws {
      let units = try DailyCommand.units()
      guard let time else {
        let entries = units.entries()
        for entry in entries { Printer.result("\(entry.time.text)  \(entry.told)") }
        if entries.isEmpty { Printer.note(Message.dailyIsEmpty) }
        return
      }
      guard let time = DailyTime(argument: time) else {
        throw Failure(.usage, Message.dailyNoTime(time))
      }
      let unit = try DailyPractice(words).unit(at: time)
      do {
        try units.write(unit)
      } catch {
        throw Failure(error)
      }
      let isTold = Systemctl.tell(["daemon-reload"], ["restart", time.unit + ".timer"])
      Printer.result(Message.dailyIsSet(time.text, unit.told))
      Printer.note(Message.dailyUndo(time.text))
      Printer.note(isTold ? Message.dailyNeedsLogin : .dailySystemdSilent)
    }
  }

  struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stop", abstract: "Undo it, for one time of day or all of them.")

    @Argument(
      help: ArgumentHelp("A time of day such as 06:30; all unless given.", valueName: "time"))
    var time: String?

    func run() throws {
      let units = try DailyCommand.units()
      var entries = units.entries()
      if let text = time {
        guard let time = DailyTime(argument: text) else {
          throw Failure(.usage, Message.dailyNoTime(text))
        }
        entries = entries.filter { $0.time == time }
        if entries.isEmpty { throw Failure(.noInput, Message.dailyHasNone(time.text)) }
      }
      if entries.isEmpty { Printer.note(Message.dailyIsEmpty) }
      for entry in entries {
        do {
          try units.remove(entry.time)
        } catch {
          throw Failure(error)
        }
        Printer.result(Message.dailyIsStopped(entry.time.text, entry.told))
      }
      let timers = entries.map { $0.time.unit + ".timer" }
      if !timers.isEmpty, !Systemctl.tell(["stop"] + timers, ["daemon-reload"]) {
        Printer.note(Message.dailySystemdSilent)
      }
    }
  }
}

extension DailyTime {
  /// A time as `--at` takes it.
  init?(argument: String) {
    guard let time = TimeOfDay(argument: argument) else { return nil }
    self.init(hour: Int(time.hour), minute: Int(time.minute))
  }
}

extension Failure {
  /// A unit of systemd can't be written or removed.
  fileprivate init(_ problem: DailyProblem) {
    switch problem {
    case .foreign(let path): self.init(.cannotCreate, Message.dailyForeign(path))
    case .changed(let path, _): self.init(.cannotCreate, Message.dailyChanged(path))
    case .refused(let path, let code): self.init(StateFileProblem(path, code))
    }
  }
}
