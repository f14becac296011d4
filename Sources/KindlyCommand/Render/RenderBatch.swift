import KindlyCompiler
import Dispatch
import Glibc
import KindlyLanguage
import KindlyRecording
import Synchronization
import KindlyTimeline

/// Every combination of practices, lengths and voices, as files of one folder.
struct RenderBatch {
  private let command: RenderCommand
  private let tasks: [RenderTask]

  /// Lists the files of this part of the work.
  init(_ command: RenderCommand, folder: String) throws(Failure) {
    self.command = command
    // A folder that is missing is made; any other trouble with it is told for each file.
    mkdir(folder, 0o777)
    var tasks: [RenderTask] = []
    for practice in command.practices {
      for length in command.lengths?.spans.map(Optional.some) ?? [nil] {
        for voice in command.voices.map({ OptionText.list($0).map(Optional.some) }) ?? [nil] {
          let name = [Self.stem(practice), length.map { Self.name($0.text) }, voice]
            .compactMap(\.self).joined(separator: "-")
          var task = try command.task(
            practice, output: "\(folder)/\(name).\(command.format.text)")
          if let length { task.order.length = length.frames }
          if let voice { task.order.voice = voice }
          task.remembers = true
          if let track = task.tags.track {
            task.tags.track = TrackNumber(track.number + tasks.count, of: track.count)
          }
          tasks.append(task)
        }
      }
    }
    if let twice = Dictionary(grouping: tasks, by: \.output).first(where: { $0.value.count > 1 }) {
      throw Failure(
        .usage, "Two files would both be called \(twice.key). Render into different folders.")
    }
    self.tasks = tasks.filter {
      command.shard?.holds($0.output.split(separator: "/").last ?? "") ?? true
    }
  }

  /// Renders what is not up to date, goes on after a failure, and throws the first one at the end.
  func run() throws(Failure) {
    let lanes = max(1, command.jobs?.count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let next = Atomic(0)
    let report = Mutex(Report())
    DispatchQueue.concurrentPerform(iterations: min(lanes, tasks.count)) { _ in
      // One composer a lane: what was spoken for one session serves the next.
      let workshop = Workshop()
      while Interruption.goesOn {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < tasks.count else { return }
        let task = tasks[index]
        let progress = RenderProgress(command.json ? .json : .silent, name: visible(task.output))
        let result = Result { () throws(Failure) in try task.run(in: workshop, progress: progress) }
        if Interruption.goesOn { report.withLock { tell(task, result, progress, &$0) } }
      }
    }
    Interruption.obey()
    let end = report.withLock { $0 }
    if !command.quiet && !command.json { Printer.note(end.line) }
    if let failure = end.failure {
      throw Failure(failure.code, "\(end.failed) of \(tasks.count) files could not be rendered.")
    }
  }

  private struct Report {
    var done = 0
    var written = 0
    var failed = 0
    var failure: Failure?

    var line: String {
      "\(written) written, \(done - written - failed) up to date, \(failed) failed."
    }
  }

  private func tell(
    _ task: RenderTask, _ result: Result<RenderTask.Outcome, Failure>, _ progress: RenderProgress,
    _ report: inout Report
  ) {
    report.done += 1
    let place = "\(report.done) of \(tasks.count)  "
    switch result {
    case .success(.upToDate):
      progress.tell("up-to-date", [])
      if !command.quiet && !command.json {
        Printer.note(place + visible(task.output) + ": up to date")
      }
    case .success(.written(let summary)):
      report.written += 1
      progress.tell("written", summary.members)
      if !command.quiet && !command.json { Printer.note(place + summary.line) }
    case .failure(let failure):
      report.failed += 1
      report.failure = report.failure ?? failure
      progress.tell("failed", [("message", .string(failure.text))])
      if !command.json { Printer.note(place + visible(task.output) + ": " + failure.text) }
    }
  }

  /// A practice's name without folder and ending.
  private static func stem(_ practice: String) -> String {
    let name = String(practice.split(separator: "/").last ?? "")
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A length as part of a file name: without spaces or anything a shell reads.
  private static func name(_ length: String) -> String {
    String(length.filter { $0.isLetter || $0.isNumber || $0 == "." })
  }
}
