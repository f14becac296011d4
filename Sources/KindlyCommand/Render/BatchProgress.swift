import Glibc
import KindlyBase
import KindlyClients
import KindlyLanguage
import KindlyTimeline
import Synchronization

/// What is told while many files are rendered: a line for each with the time left for all, and a sum.
/// Any thread.
final class BatchProgress: Sendable {
  private let count: Int
  private let isQuiet: Bool
  private let isJSON: Bool
  private let began = BatchProgress.now
  private let sum = Mutex(Sum())

  private struct Sum {
    var done = 0
    var written = 0
    var failed = 0
    var failure: Failure?
  }

  /// For so many files.
  init(of count: Int, _ command: RenderCommand) {
    self.count = count
    isQuiet = command.quiet
    isJSON = command.json
  }

  /// Tells what became of one file.
  func tell(
    _ task: RenderTask, _ result: Result<RenderTask.Outcome, Failure>, _ progress: RenderProgress
  ) {
    sum.withLock { sum in
      sum.done += 1
      let place = "\(sum.done) of \(count)\(left(sum))  "
      let id: [(String, JSON)] = task.client.map { [("id", .string($0.id))] } ?? []
      switch result {
      case .success(.upToDate):
        progress.tell("up-to-date", id)
        if !isQuiet && !isJSON { Printer.note(place + visible(task.output) + ": up to date") }
      case .success(.written(let summary)):
        sum.written += 1
        progress.tell("written", summary.members + id)
        if !isQuiet && !isJSON { Printer.note(place + summary.line) }
      case .failure(let failure):
        sum.failed += 1
        sum.failure = sum.failure ?? failure
        progress.tell("failed", [("message", .string(failure.text))] + id)
        if !isJSON { Printer.note(place + visible(task.output) + ": " + failure.text) }
      }
    }
  }

  /// The sum of all.
  /// - Throws: the first `Failure` of a file, as one about all.
  func finish() throws(Failure) {
    let sum = sum.withLock { $0 }
    if !isQuiet && !isJSON {
      Printer.note(
        "\(sum.written) written, \(sum.done - sum.written - sum.failed) up to date, "
          + "\(sum.failed) failed.")
    }
    if let failure = sum.failure {
      throw Failure(failure.code, "\(sum.failed) of \(count) could not be rendered.")
    }
  }

  /// The time left where enough is done to tell: as the files that were written took, those that are
  /// left will.
  private func left(_ sum: Sum) -> String {
    guard sum.written >= 2, sum.done < count else { return "" }
    let seconds = (Self.now - began) * Double(count - sum.done) / Double(sum.done)
    return ", \(Frames(seconds: seconds.rounded(.up)).clock) left"
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
