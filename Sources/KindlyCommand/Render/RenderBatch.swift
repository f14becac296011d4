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
  /// Those of this part of the work.
  private let tasks: [RenderTask]
  private let lanes: SessionLanes

  /// After how many sessions a lane forgets what was spoken for them.
  static let sessionsOfAWorkshop = 16

  /// Lists the files of this part of the work.
  init(_ command: RenderCommand, folder: String) throws(Failure) {
    self.command = command
    self.folder = folder
    let workshop = Workshop()
    list = try BatchList(command, folder: folder, in: workshop)
    tasks = list.tasks.filter { Self.isOwn($0, command.shard) }
    lanes = SessionLanes(command.jobs?.count, isPrivate: command.session.isPrivate)
    if list.people == nil, !command.session.values.isEmpty {
      let names = Set(list.tasks.map(\.practice)).sorted()
      try workshop.expectUse(
        of: command.session.order, in: names.compactMap { try? workshop.named($0) })
    }
  }

  /// A person's files stay together: by id, else each by its own name.
  private static func isOwn(_ task: RenderTask, _ shard: Shard?) -> Bool {
    shard?.holds(task.client?.id ?? String(task.output.split(separator: "/").last ?? "")) ?? true
  }

  /// Renders what is not up to date, goes on after a failure, and throws the first one at the end.
  /// With a table of people nothing is written before all of it is known to be right.
  func run() throws(Failure) {
    let report = try command.report.map { path throws(Failure) in
      try RenderReport(at: path, table: command.people, force: command.recording.force)
    }
    if let people = list.people {
      let shard = command.shard
      let lengths = try ClientCheck(people, list.tasks, lanes: lanes) { Self.isOwn($0, shard) }
        .lengths()
      if command.dryRun { return DryRun(list.tasks, lengths).show(asJSON: command.json) }
    } else if command.dryRun {
      return try DryRun(composing: tasks, in: lanes).show(asJSON: command.json)
    }
    try makeFolders()
    let progress = BatchProgress(of: tasks.count, command)
    let files = Mutex([RenderTask.Outcome?](repeating: nil, count: tasks.count))
    lanes.run(count: tasks.count, renewing: Self.sessionsOfAWorkshop) { workshop, index in
      let task = tasks[index]
      let bar = RenderProgress(command.json ? .json : .silent, name: visible(task.output))
      let result = Result { () throws(Failure) in try task.run(in: workshop, progress: bar) }
      guard Interruption.goesOn else { return }
      progress.tell(task, result, bar)
      files.withLock { $0[index] = try? result.get() }
    }
    Interruption.obey()
    try report?.write(tasks, files.withLock { $0 })
    try progress.finish()
  }

  private func makeFolders() throws(Failure) {
    let folders = tasks.map { Folder.parent(of: $0.output) } + [folder]
    for folder in Set(folders).sorted() {
      // Any trouble with it is told for each file.
      try? Folder.make(folder, mode: 0o777)
    }
  }
}
