import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import Kindly
import KindlyTimeline
import Synchronization

/// What a batch would write: each file with its length and voice, and the sum. Nothing is written.
struct DryRun {
  private let files: [(task: RenderTask, length: Frames)]

  /// Those whose length is known; nil is somebody else's.
  init(_ tasks: [RenderTask], _ lengths: [Frames?]) {
    files = zip(tasks, lengths).compactMap { task, length in length.map { (task, $0) } }
  }

  /// Composes every session to find its length.
  /// - Throws: the first `Failure` in the order of the files.
  init(composing tasks: [RenderTask], in lanes: SessionLanes) throws(Failure) {
    let found = Mutex([Result<Frames, Failure>?](repeating: nil, count: tasks.count))
    lanes.run(count: tasks.count, renewing: RenderBatch.sessionsOfAWorkshop) { workshop, index in
      let task = tasks[index]
      let result = Result { () throws(Failure) in
        try workshop.composition(of: try workshop.named(task.practice), order: task.order)
          .timeline.frames
      }
      found.withLock { $0[index] = result }
    }
    Interruption.obey()
    var lengths: [Frames?] = []
    for result in found.withLock({ $0 }) { lengths.append(try result?.get()) }
    self.init(tasks, lengths)
  }

  /// Prints the list on standard output.
  func show(asJSON: Bool) {
    if asJSON {
      for (task, length) in files {
        Printer.json(
          JSON.object([
            ("v", .int(1)), ("event", .string("planned")), ("file", .string(task.output)),
            ("id", task.client.map { .string($0.id) } ?? .null), ("frames", .int(length.count)),
          ]))
      }
      return
    }
    let width = files.map { $0.length.clock.count }.max() ?? 0
    let lines = files.map { task, length in
      String(repeating: " ", count: width - length.clock.count) + length.clock + "  "
        + visible(task.output)
    }
    let whole = files.reduce(Frames.zero) { $0 + $1.length }
    if !lines.isEmpty { Printer.result(lines.joined(separator: "\n")) }
    Printer.note(
      "\(files.count) \(files.count == 1 ? "file" : "files"), \(whole.clock) in all. "
        + "Nothing was written.")
  }
}
