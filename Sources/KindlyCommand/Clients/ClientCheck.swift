import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import Kindly
import KindlyTimeline
import Synchronization

/// Finds everything in a table of people that their sessions can't be made of, before the first is made.
struct ClientCheck {
  private let file: ClientFile
  /// The sessions of everybody.
  private let tasks: [RenderTask]
  /// Whether a session is solved here: words are looked at for all, but only what will be rendered here
  /// is spoken.
  private let isOwn: @Sendable (RenderTask) -> Bool
  private let lanes: SessionLanes

  /// - Parameters:
  ///   - file: the table.
  ///   - tasks: the sessions of everybody in it.
  ///   - lanes: where they are looked at.
  ///   - isOwn: whether a session is to be solved as well.
  init(
    _ file: ClientFile, _ tasks: [RenderTask], lanes: SessionLanes,
    isOwn: @escaping @Sendable (RenderTask) -> Bool
  ) {
    self.file = file
    self.tasks = tasks
    self.lanes = lanes
    self.isOwn = isOwn
  }

  /// What one session came to.
  private struct Result: Sendable {
    var problems: [TableProblem] = []
    var frames: Frames?
    var failure: Failure?
  }

  /// Looks at all sessions.
  /// - Returns: how long each of the own ones lasts, in their order; nil for those of others.
  /// - Throws: `Failure` with every problem; with the report of the practice where that is the reason.
  func lengths() throws(Failure) -> [Frames?] {
    let found = Mutex(
      (words: Set<String>(), results: [Result](repeating: Result(), count: tasks.count)))
    lanes.run(count: tasks.count, renewing: RenderBatch.sessionsOfAWorkshop) {
      workshop, index in
      var words: Set<String> = []
      let result = self.result(of: tasks[index], in: workshop, words: &words)
      found.withLock { found in
        found.words.formUnion(words)
        found.results[index] = result
      }
    }
    Interruption.obey()
    let (words, all) = found.withLock { $0 }
    if let failure = all.lazy.compactMap(\.failure).first { throw failure }
    var problems = unknownColumns(said: words)
    var seen: Set<TableProblem> = []
    for problem in all.flatMap(\.problems) where seen.insert(problem).inserted {
      problems.append(problem)
    }
    guard problems.isEmpty else { throw file.failure(TableProblems(problems)) }
    return all.map(\.frames)
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
    of task: RenderTask, in workshop: Workshop, words: inout Set<String>
  ) -> Result {
    var result = Result()
    guard let client = task.client else { return result }
    do throws(Failure) {
      if let problem = task.problem { throw problem }
      let named = try workshop.named(task.practice)
      let manuscript = named.manuscript
      let order = workshop.order(try named.order(task.order), for: manuscript, as: client)
      let outline = workshop.composer.outline(of: manuscript, order: order)
      words = outline.words
      result.problems = problems(of: outline, client)
      guard result.problems.isEmpty, isOwn(task) else { return result }
      do throws(CompositionError) {
        result.frames =
          try workshop.composer.composition(of: manuscript, order: order).timeline.frames
      } catch {
        if let lack = error.lack { throw Failure(.unavailable, visible(lack)) }
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
