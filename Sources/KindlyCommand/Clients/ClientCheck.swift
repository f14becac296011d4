import Kindly
import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import KindlyTimeline
import Synchronization

/// Finds everything in a table of people that their sessions can't be made of, before the first is made.
struct ClientCheck {
  private let file: ClientFile
  /// The sessions of everybody.
  private let list: BatchList
  /// Whether a session is solved here: words are looked at for all, but only what will be rendered here
  /// is spoken.
  private let isOwn: [Bool]
  /// Rows in which a cell can't be read: they are not solved either.
  private let unreadable: Set<Int>
  private let lanes: SessionLanes

  /// - Parameters:
  ///   - file: the table.
  ///   - list: the sessions of everybody in it.
  ///   - own: the numbers of those that are to be solved as well.
  ///   - lanes: where they are looked at.
  init(_ file: ClientFile, _ list: BatchList, own: [Int], lanes: SessionLanes) {
    self.file = file
    self.list = list
    self.lanes = lanes
    var isOwn = [Bool](repeating: false, count: list.count)
    for index in own { isOwn[index] = true }
    self.isOwn = isOwn
    unreadable = Set(file.table.problems.compactMap(\.row))
  }

  /// What one session came to.
  private struct Result: Sendable {
    var problems: [TableProblem] = []
    var frames: Frames?
    var failure: Failure?
  }

  /// What all of them came to: nothing is kept of a session but its length where nothing is wrong.
  private struct Findings: Sendable {
    var words: Set<String> = []
    var lengths: [Frames?]
    var faults: [(index: Int, result: Result)] = []
  }

  /// Looks at all sessions.
  /// - Returns: how long each of the own ones lasts, in their order; nil for those of others.
  /// - Throws: `Failure` with every problem; with the report of the practice where that is the reason.
  func lengths() throws(Failure) -> [Frames?] {
    let found = Mutex(Findings(lengths: [Frames?](repeating: nil, count: list.count)))
    lanes.run(count: list.count) { context, index in
      var words: Set<String> = []
      let result = self.result(of: list.task(index), isOwn[index], in: context, words: &words)
      found.withLock { found in
        found.words.formUnion(words)
        found.lengths[index] = result.frames
        if result.failure != nil || !result.problems.isEmpty {
          found.faults.append((index, result))
        }
      }
    }
    Interruption.obey()
    let findings = found.withLock { $0 }
    let faults = findings.faults.sorted { $0.index < $1.index }.map(\.result)
    if let failure = faults.lazy.compactMap(\.failure).first { throw failure }
    var problems = file.table.problems + unknownColumns(said: findings.words)
    var seen: Set<TableProblem> = []
    for problem in faults.flatMap(\.problems) where seen.insert(problem).inserted {
      problems.append(problem)
    }
    guard problems.isEmpty else { throw file.failure(TableProblems(problems)) }
    return findings.lengths
  }

  /// Columns that are no word of anything that is rendered.
  private func unknownColumns(said words: Set<String>) -> [TableProblem] {
    let settable = words.filter(Values.isSettable).sorted()
    return file.table.words.filter { !settable.contains($0) }.map { name in
      let names = ClientColumn.allCases.map(\.rawValue) + settable
      return TableProblem(
        .unknownColumn(name: name, near: nearest(to: name, in: names), words: settable), row: 1,
        column: file.table.column(ofWord: name))
    }
  }

  private func result(
    of task: RenderTask, _ isOwn: Bool, in context: CommandContext, words: inout Set<String>
  ) -> Result {
    var result = Result()
    guard let client = task.client else { return result }
    do throws(Failure) {
      if let problem = task.problem { throw problem }
      let named = try context.named(task.practice)
      let manuscript = named.manuscript
      let order = context.order(try named.order(task.order), for: manuscript, as: client)
      let outline = context.composer.outline(of: manuscript, order: order)
      words = outline.words
      result.problems = problems(of: outline, client)
      guard result.problems.isEmpty, isOwn, !unreadable.contains(client.row) else { return result }
      do throws(CompositionError) {
        result.frames =
          try context.composer.composition(of: manuscript, order: order).timeline.frames
      } catch {
        if let lack = error.lackMessage { throw Failure(.unavailable, lack) }
        guard !manuscript.reading.hasErrors else { throw Failure(error) }
        result.problems = error.diagnostics.filter { $0.severity == .error }.map {
          problem($0, part: nil, client)
        }
      }
    } catch {
      if task.problem == nil {
        result.failure = error
      } else {
        result.problems = [
          TableProblem(
            .told(message: error.text, hint: ""), row: client.row,
            column: file.table.column(.language))
        ]
      }
    }
    return result
  }

  private func problems(of outline: Outline, _ client: Client) -> [TableProblem] {
    outline.remarks.filter { $0.diagnostic.severity == .error }.map {
      problem($0.diagnostic, part: $0.part, client)
    }
  }

  /// A problem of a session, at the cell it comes from.
  private func problem(
    _ diagnostic: Diagnostic, part: Outline.Part?, _ client: Client
  ) -> TableProblem {
    var told = TableProblem.Kind.told(message: diagnostic.message, hint: diagnostic.hint)
    let column: TableProblem.Column?
    switch part {
    case .voice: column = file.table.column(.voice)
    case .bell: column = file.table.column(.bell)
    case .background: column = file.table.column(.background)
    case .phrases: column = file.table.column(.phrases)
    case .toward: column = file.table.column(.toward)
    case .value(let word):
      column = word == "listener" ? file.table.column(.name) : file.table.column(ofWord: word)
      if column != nil { told = .noValue(word: word) }
    case nil where diagnostic.path == Client.wishesPath: column = file.table.column(.wishes)
    case nil where ComposingCode(rawValue: diagnostic.code)?.isAboutLength == true:
      column = client.length == nil ? nil : file.table.column(.length)
    case nil: column = nil
    }
    return TableProblem(told, row: client.row, column: column)
  }
}

extension ComposingCode {
  /// Whether another length would help.
  fileprivate var isAboutLength: Bool {
    switch self {
    case .lengthShort, .lengthLong, .momentEnd, .momentEarly: true
    default: false
    }
  }
}
