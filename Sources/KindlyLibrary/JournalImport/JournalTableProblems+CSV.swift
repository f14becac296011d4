import KindlyClients
import KindlyMessages

extension JournalTableProblems {
  /// What is wrong with a table before its columns matter.
  init(_ problems: TableProblems) {
    self.init(
      problems.all.map { problem in
        let row = problem.row ?? 1
        return switch problem.kind {
        case .tooLarge(let megabytes): .tableIsTooLarge(megabytes)
        case .tooManyRows(let most): .tableHasTooManyRows(most)
        case .utf16: .tableIsUTF16
        case .notUTF8: .rowIsNotUTF8(row)
        case .nul: .rowHoldsNUL(row)
        case .unclosedQuote: .quoteIsOpen(row)
        case .afterQuote: .textAfterQuote(row)
        case .carriageReturn: .oldLineEnds(row)
        case .unequal(let cells, let columns): .rowIsUnequal(row, cells, columns)
        default: .rowIsUnreadable(row, problem.sentence)
        }
      })
  }
}
