import KindlyBase
import KindlyLibrary
import KindlyMessages

/// Sits of another program, from a table, into the journal.
struct JournalImport {
  /// The table's path; `-` is standard input.
  let path: String

  /// Notes every sit of the table that is not in the journal yet, or, where one row can't be used, none.
  func run(into journal: Journal) throws {
    let table = try read()
    let key = { (entry: JournalEntry) in
      "\(JournalTime.seconds(of: entry.began) ?? 0) \(entry.seconds) \(entry.title)"
    }
    var known = Set(try journal.entries().entries.map(key))
    let new = JournalEntry.byDate(table.entries).filter { known.insert(key($0)).inserted }
    try journal.note(new)
    Printer.note(Message.sitsImported(new.count))
    let old = table.entries.count - new.count
    if old > 0 { Printer.note(Message.sitsKnown(old)) }
    if !table.leftOut.isEmpty {
      Printer.note(Message.columnsLeftOut(table.leftOut.joined(separator: ", ")))
    }
  }

  private func read() throws(Failure) -> JournalTable {
    let language = Interface.language
    do {
      let bytes = try TextFile.read(path, most: 64 << 20)
      return try JournalTable(bytes, untitled: Message.untitledSit.text(in: language))
    } catch let problem as TextFileProblem {
      throw Failure(problem)
    } catch let problems as JournalTableProblems {
      let told = problems.messages.prefix(Self.mostTold)
      let left = problems.messages.count - told.count
      let all =
        [Message.nothingImported(path)] + told + (left > 0 ? [.moreProblems(left)] : [])
      throw Failure(.practice, all.map { $0.text(in: language) }.joined(separator: "\n"))
    } catch {
      throw Failure(.inputOutput, "\(error)")
    }
  }

  private static let mostTold = 20
}
