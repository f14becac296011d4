import ArgumentParser
import KindlyLibrary
import KindlyBase
import KindlyLanguage
import KindlyMessages
import KindlyTimeline

/// `kindly journal`: past sits, and nothing made of them.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Your past sits: private, on this machine, one line each.",
    discussion: """
      A sit is noted when it ends, also when you end it early. Nothing is counted and nothing is \
      compared. The file is yours: edit it or remove it as you like.
      """)

  @Option(help: "Print every sit for other programs: csv or json.")
  var export: ExportFormat?

  @Flag(help: "Note no more sits; what was noted stays.")
  var off = false

  @Flag(help: "Note sits again.")
  var on = false

  @Option(help: ArgumentHelp("Note a sit that you did without Kindly.", valueName: "title"))
  var add: String?

  @Option(help: ArgumentHelp("How long it was, with --add: 20m.", valueName: "time"))
  var length: TimeSpan?

  /// The forms in which sits are given away.
  enum ExportFormat: String, CaseIterable, ExpressibleByArgument { case csv, json }

  func validate() throws {
    let asked = [off, on, add != nil, export != nil].filter { $0 }.count
    if asked > 1 { throw ValidationError("Ask for one thing at a time.") }
    if (add == nil) != (length == nil) {
      throw ValidationError("--add and --length go together: --add \"Sitting\" --length 20m")
    }
  }

  func run() throws {
    let journal = Journal(in: try Folders.ofUser())
    do {
      if off {
        try journal.turnOff()
        Printer.note(Message.journalOff(journal.path))
      } else if on {
        try journal.turnOn()
        Printer.note(Message.journalOn(journal.path))
      } else if let add, let length {
        try note(add, length: length, in: journal)
      } else {
        try show(journal)
      }
    } catch let problem as StateFileProblem {
      throw Failure(.inputOutput, problem.message)
    }
  }

  private func note(_ title: String, length: TimeSpan, in journal: Journal) throws {
    guard journal.isOn else {
      throw Failure(.unavailable, Message.journalIsOff)
    }
    let seconds = Int(length.frames.seconds.rounded())
    let began = JournalTime.text(of: JournalTime.nowInSeconds - Int64(seconds))
    try journal.note(JournalEntry(began: began, title: title, seconds: seconds, isWhole: true))
  }

  private func show(_ journal: Journal) throws {
    let (entries, damaged) = try journal.entries()
    switch export {
    case .csv: Printer.content(JournalExport.csv(entries))
    case .json: Printer.json(JournalExport.json(entries))
    case nil:
      for entry in entries { Printer.result(JournalPage.line(entry)) }
      if entries.isEmpty {
        Printer.note(journal.isOn ? Message.journalIsEmpty : .journalIsOffAndEmpty)
      }
    }
    if damaged > 0 {
      Printer.note(Message.journalDamaged(damaged, journal.path))
    }
  }
}

/// How sits are shown to a person.
enum JournalPage {
  /// `2026-11-23 20:58  20 min  Loving-kindness for yourself`.
  static func line(
    _ entry: JournalEntry, language: InterfaceLanguage = Interface.language
  ) -> String {
    let when = Message.journalWhen(
      JournalTime.date(entry.began), JournalTime.clock(entry.began)
    ).text(in: language)
    let time = minutes(entry.seconds).text(in: language)
    let room = String(repeating: " ", count: max(0, 6 - time.count))
    let day = entry.day.map { Message.journalDay($0).text(in: language) } ?? ""
    let part = entry.isWhole ? nil : entry.length.map { Message.journalPart(of: minutes($0)) }
    return visible("\(when)  \(room)\(time)  \(entry.title)\(day)\(part?.text(in: language) ?? "")")
  }

  /// Whole minutes, or seconds below one.
  static func minutes(_ seconds: Int) -> Message {
    seconds < 60 ? .seconds(seconds) : .minutes(seconds / 60 + seconds % 60 / 30)
  }
}
