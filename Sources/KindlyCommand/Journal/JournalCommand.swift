import ArgumentParser
import KindlyBase
import KindlyLibrary
import KindlyMessages

/// `kindly journal`: past sits, and nothing made of them.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Your past sits: private, on this machine, one line each.",
    discussion: """
      A sit is noted when it ends, also when you end it early. Nothing is counted unless you ask, and \
      nothing is compared. The file is yours: edit it or remove it as you like.
      """)

  @Option(help: "Print every sit for other programs: csv or json.")
  var export: ExportFormat?

  @Flag(help: "Show how many sits and how much time there were in each month.")
  var totals = false

  @Flag(help: "Note no more sits; what was noted stays.")
  var off = false

  @Option(
    defaultAsFlag: "",
    help: ArgumentHelp(
      "Note sits again; or with --add, when it began: 2026-11-20T07:00.", valueName: "moment"),
    transform: { $0 })
  var on: String?

  @Option(help: ArgumentHelp("Note a sit that you did without Kindly.", valueName: "title"))
  var add: String?

  @Option(help: ArgumentHelp("How long it was, with --add: 20m.", valueName: "time"))
  var length: TimeSpan?

  @Option(help: "Write words to your last sit, or to the one of --add.")
  var words: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp(
      "Note the sits of a table that another program exported.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var table: String?

  /// The forms in which sits are given away.
  enum ExportFormat: String, CaseIterable, ExpressibleByArgument { case csv, json }

  func validate() throws {
    let isOn = on != nil && add == nil
    let asked = [off, isOn, add != nil, export != nil, totals, table != nil].filter { $0 }.count
    if asked > 1 || asked == 1 && words != nil && add == nil {
      throw ValidationError(.oneThing)
    }
    if (add == nil) != (length == nil) {
      throw ValidationError(.addNeedsLength)
    }
    if let on, (add == nil) != on.isEmpty {
      throw ValidationError(.onNeedsAdd)
    }
  }

  func run() throws {
    let journal = Journal(in: try Folders.ofUser())
    do {
      if off {
        try journal.turnOff()
        Printer.note(Message.journalOff(journal.path))
      } else if let add, let length {
        try note(add, length: length, in: journal)
      } else if on != nil {
        try journal.turnOn()
        Printer.note(Message.journalOn(journal.path))
      } else if let table {
        try expectOn(journal)
        try JournalImport(path: table).run(into: journal)
      } else if let words {
        guard let entry = try journal.write(words: words) else {
          throw Failure(.noInput, Message.journalIsEmpty)
        }
        Printer.result(JournalPage.line(entry))
      } else {
        try show(journal)
      }
    } catch let problem as StateFileProblem {
      throw Failure(.inputOutput, problem.message)
    }
  }

  private func expectOn(_ journal: Journal) throws(Failure) {
    guard journal.isOn else { throw Failure(.unavailable, Message.journalIsOff) }
  }

  private func note(_ title: String, length: TimeSpan, in journal: Journal) throws {
    try expectOn(journal)
    let seconds = Int(length.frames.seconds.rounded())
    let began = try began(seconds)
    try journal.note(
      JournalEntry(
        began: began, title: title, seconds: seconds, isWhole: true,
        words: words.flatMap { $0.isEmpty ? nil : $0 }))
  }

  /// When the sit of `--add` began: so that it ends now, unless `--on` says it.
  private func began(_ seconds: Int) throws(Failure) -> String {
    guard let on else { return JournalTime.text(of: JournalTime.nowInSeconds - Int64(seconds)) }
    guard let moment = JournalTime.moment(on) else {
      throw Failure(.usage, Message.journalNoMoment(on))
    }
    if let start = JournalTime.seconds(of: moment), start > JournalTime.nowInSeconds {
      throw Failure(.usage, Message.journalFuture(on))
    }
    return moment
  }

  private func show(_ journal: Journal) throws {
    let (noted, damaged) = try journal.entries()
    let entries = JournalEntry.byDate(noted)
    switch export {
    case .csv: Printer.content(JournalExport.csv(entries))
    case .json: Printer.json(JournalExport.json(entries))
    case nil:
      let lines =
        totals
        ? JournalPage.months(JournalMonth.months(of: entries))
        : entries.map { JournalPage.line($0) }
      for line in lines { Printer.result(line) }
      if entries.isEmpty {
        Printer.note(journal.isOn ? Message.journalIsEmpty : .journalIsOffAndEmpty)
      }
    }
    if damaged > 0 {
      Printer.note(Message.journalDamaged(damaged, journal.path))
    }
  }
}
