import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyFiles
import KindlyLanguage
import KindlyRecording
import Kindly
import KindlyTimeline
import Synchronization

/// Many files of one folder, each written whole and only where it is not right already.
struct RenderBatch {
  private let command: RenderCommand
  private let folder: String
  private let list: BatchList
  /// The numbers of those of this part of the work.
  private let own: [Int]
  private let lanes: SessionLanes

  /// Lists the files of this part of the work.
  init(_ command: RenderCommand, folder: String) throws(Failure) {
    self.command = command
    self.folder = folder
    lanes = SessionLanes(command.jobs?.count, isPrivate: command.session.isPrivate)
    let context = lanes.context
    let list = try BatchList(command, folder: folder, in: context)
    self.list = list
    let shard = command.shard
    own = (0..<list.count).filter { shard?.holds(list.shardName($0)) ?? true }
    if list.people == nil, !command.session.values.isEmpty {
      try context.expectUse(
        of: command.session.order,
        in: list.practices.sorted().compactMap { try? context.named($0) })
    }
  }

  /// Renders what is not up to date, goes on after a failure, and throws the first one at the end.
  /// With a table of people nothing is written before all of it is known to be right.
  func run() throws(Failure) {
    let report = try command.report.map { path throws(Failure) in
      try RenderReport(at: path, table: command.people, force: command.recording.force)
    }
    if let people = list.people {
      let lengths = try ClientCheck(people, list, own: own, lanes: lanes).lengths()
      if command.dryRun {
        return DryRun(list, own, own.map { lengths[$0] }).show(asJSON: command.json)
      }
    } else if command.dryRun {
      return try DryRun(composing: own, of: list, in: lanes).show(asJSON: command.json)
    }
    try makeFolders()
    let progress = BatchProgress(of: own.count, command)
    let files = Mutex([RenderReport.File](repeating: .missing, count: own.count))
    lanes.run(count: own.count) { context, index in
      let task = list.task(own[index])
      let bar = RenderProgress(command.json ? .json : .silent, name: visible(task.output))
      let result = Result { () throws(Failure) in try task.run(in: context, progress: bar) }
      guard Interruption.goesOn else { return }
      progress.tell(task, result, bar)
      if case .success(let outcome) = result {
        files.withLock { $0[index] = RenderReport.File(outcome) }
      }
    }
    Interruption.obey()
    let found = files.withLock { $0 }
    try report?.write(count: own.count) { (list.task(own[$0]), found[$0]) }
    try progress.finish()
  }

  private func makeFolders() throws(Failure) {
    // Any trouble with a folder is told for each file in it.
    try? Folder.make(folder, mode: 0o777)
    var last = folder
    for index in own {
      let parent = Folder.parent(of: list.task(index).output)
      if parent != last { try? Folder.make(parent, mode: 0o777) }
      last = parent
    }
  }
}
