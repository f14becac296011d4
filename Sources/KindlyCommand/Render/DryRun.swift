import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import Kindly
import KindlyTimeline
import Synchronization

/// What a batch would write: each file with its length and voice, and the sum. Nothing is written.
struct DryRun {
  private let list: BatchList
  private let files: [(index: Int, length: Frames)]

  /// Files by their number in the list, and how long each is; those whose length is not known are left
  /// out.
  init(_ list: BatchList, _ indices: [Int], _ lengths: [Frames?]) {
    self.list = list
    files = zip(indices, lengths).compactMap { index, length in length.map { (index, $0) } }
  }

  /// Composes every session to find its length.
  /// - Throws: the first `Failure` in the order of the files.
  init(composing indices: [Int], of list: BatchList, in lanes: SessionLanes) throws(Failure) {
    let found = Mutex([Result<Frames, Failure>?](repeating: nil, count: indices.count))
    lanes.run(count: indices.count) { context, number in
      let task = list.task(indices[number])
      let result = Result { () throws(Failure) in
        try context.composition(of: try context.named(task.practice), order: task.order)
          .timeline.frames
      }
      found.withLock { $0[number] = result }
    }
    Interruption.obey()
    var lengths: [Frames?] = []
    for result in found.withLock({ $0 }) { lengths.append(try result?.get()) }
    self.init(list, indices, lengths)
  }

  /// Prints the list on standard output.
  func show(asJSON: Bool) {
    if asJSON {
      for (index, length) in files {
        let task = list.task(index)
        Printer.json(
          JSON.object([
            ("v", .int(1)), ("event", .string("planned")), ("file", .string(task.output)),
            ("id", task.client.map { .string($0.id) } ?? .null), ("frames", .int(length.count)),
          ]))
      }
      return
    }
    let width = files.map { $0.length.clock.count }.max() ?? 0
    for (index, length) in files {
      let clock = length.clock
      Printer.result(
        String(repeating: " ", count: width - clock.count) + clock + "  "
          + visible(list.task(index).output))
    }
    let whole = files.reduce(Frames.zero) { $0 + $1.length }
    Printer.note(
      "\(files.count) \(files.count == 1 ? "file" : "files"), \(whole.clock) in all. "
        + "Nothing was written.")
  }
}
