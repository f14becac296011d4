import KindlyLibrary
import KindlyMessages
import KindlyTimeline

/// A sit's line in the journal: begun as soon as there is something to note, brought up to date while it
/// goes on, completed at the end. A sit that is killed has left its line.
extension Sitting {
  /// Nothing is noted of less than this, in seconds.
  private static var least: Double { 5 }

  /// Begins the line once enough was heard.
  func beginJournal() {
    guard journalLine == nil, let folders, heard.frames.seconds >= Self.least else { return }
    let journal = Journal(in: folders)
    guard journal.isOn else { return }
    // What can't be noted now is tried again at the end, and told then.
    journalLine = try? journal.begin(entry)
  }

  /// Brings the line up to date.
  func goOnInJournal() {
    guard let folders, var line = journalLine else { return }
    try? Journal(in: folders).change(&line, to: entry)
    journalLine = line
  }

  /// Completes the line, or writes it whole.
  func writeJournal() {
    guard let folders, heard.frames.seconds >= Self.least else { return }
    let journal = Journal(in: folders)
    do throws(StateFileProblem) {
      if var line = journalLine {
        try journal.change(&line, to: entry, isLast: true)
      } else {
        try journal.note(entry)
      }
    } catch {
      let seconds = entry.seconds
      let length = seconds < 60 ? "\(seconds)s" : "\((seconds + 30) / 60)m"
      Printer.warn(
        .notInJournal(
          error.message,
          "kindly journal --add \(ShellWord.quoted(entry.title)) --length \(length)"))
    }
  }

  private var entry: JournalEntry {
    JournalEntry(
      began: heard.began, title: identity.title, practice: identity.practice, day: identity.day,
      seconds: Int(heard.frames.seconds), length: Int(timeline.frames.seconds),
      isWhole: heard.isWhole)
  }
}
