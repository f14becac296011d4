import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import KindlyRecording
import Kindly
import KindlyTimeline

/// The files of a batch: every combination of people, practices or days, lengths and voices, in their
/// order. Nothing is spoken or written to make it.
///
/// What is kept does not grow with the people: a file is put together when it is asked for.
struct BatchList: Sendable {
  /// The table of people, if there is one.
  let people: ClientFile?
  /// How many files there are.
  var count: Int { sessions.count * (people?.table.clients.count ?? 1) }
  /// The practices and days, by the names that find them.
  var practices: Set<String> { Set(sessions.map(\.task.practice)) }

  /// What everybody gets.
  private let sessions: [Session]
  private let folder: String
  /// Whether an id is the beginning of a file's name instead of a folder's name.
  private let isFlat: Bool
  private let context: CommandContext

  /// One of everybody's sessions.
  private struct Session: Sendable {
    var task: RenderTask
    /// The file's name, without the folder of the person it is for.
    var file: String
  }

  /// - Throws: `Failure` where the table can't be read, or two files would have the same name.
  init(_ command: RenderCommand, folder: String, in context: CommandContext) throws(Failure) {
    self.folder = folder
    self.context = context
    isFlat = command.flat
    people = try command.people.map { path throws(Failure) in try ClientFile(path) }
    sessions = try Self.sessions(command, in: context)
    if let people { try Self.expectOneChoice(command, people) }
    try expectDifferentNames()
  }

  /// One file of those there are; from any thread.
  func task(_ index: Int) -> RenderTask {
    let session = sessions[index % sessions.count]
    var task = session.task
    let client = client(of: index)
    task.output = path(of: session, for: client)
    if let client { task.give(to: client, in: context) }
    return task
  }

  /// What decides who renders it: a person's files stay together, others go by their own names.
  func shardName(_ index: Int) -> String {
    client(of: index)?.id ?? String(sessions[index].file.split(separator: "/").last ?? "")
  }

  private func client(of index: Int) -> Client? {
    people.map { $0.table.clients[index / sessions.count] }
  }

  /// The path of a session's file: in the folder of a person, or with their id before it.
  private func path(of session: Session, for client: Client?) -> String {
    let place = client.map { $0.id + (isFlat ? "-" : "/") } ?? ""
    return "\(folder)/\(place)\(session.file)"
  }

  private static func sessions(
    _ command: RenderCommand, in context: CommandContext
  ) throws(Failure) -> [Session] {
    var named: [NamedSession] = []
    for practice in command.practices { named += try context.sessions(practice) }
    var sessions: [Session] = []
    for session in named {
      for length in command.lengths?.spans.map(Optional.some) ?? [nil] {
        for voice in command.voices.map({ OptionText.list($0).map(Optional.some) }) ?? [nil] {
          let name = [session.stem, length.map { Self.name($0.text) }, voice]
            .compactMap(\.self).joined(separator: "-")
          let file = "\(name).\(command.format.text)"
          var task = try command.task(session.argument, output: file)
          if let length { task.order.length = length.frames }
          if let voice { task.order.voice = voice }
          task.remembers = true
          task.album(session)
          if let track = command.tags.track?.track {
            task.tags.track = TrackNumber(track.number + sessions.count, of: track.count)
          }
          sessions.append(Session(task: task, file: file))
        }
      }
    }
    return sessions
  }

  /// What is given for everybody as well as for each would be one of them ignored.
  private static func expectOneChoice(
    _ command: RenderCommand, _ people: ClientFile
  ) throws(Failure) {
    let both: [(ClientColumn, String, Bool)] = [
      (.length, "--lengths", command.lengths != nil), (.voice, "--voices", command.voices != nil),
    ]
    for (column, option, isGiven) in both where isGiven && people.table.column(column) != nil {
      throw Failure(
        .usage,
        "\(option) makes files in each of these for everybody, but the table has a column "
          + "\(column.rawValue): leave one of them out.")
    }
  }

  /// Nobody's id is another's, so names can only be alike within one person's files; but an id that is
  /// the beginning of a name may end with part of it.
  private func expectDifferentNames() throws(Failure) {
    // Ids that are wrong are told with all else that is.
    if let people, !people.table.problems.isEmpty { return }
    var seen: Set<String> = []
    for index in 0..<(isFlat ? count : sessions.count) {
      let path = path(of: sessions[index % sessions.count], for: client(of: index))
      guard seen.insert(path).inserted else {
        throw Failure(
          .usage,
          "Two files would both be called \(visible(path)). Render into different folders.")
      }
    }
  }

  /// A length as part of a file name: without spaces or anything a shell reads.
  private static func name(_ length: String) -> String {
    String(length.filter { $0.isLetter || $0.isNumber || $0 == "." })
  }
}

extension RenderTask {
  /// A course is an album, and a day a track of it, where nothing else is asked for.
  fileprivate mutating func album(_ session: NamedSession) {
    guard let place = session.place else { return }
    tags.album = tags.album ?? place.album
    tags.track = place.track
  }

  /// Makes it the session of a person, in their language.
  fileprivate mutating func give(to client: Client, in context: CommandContext) {
    self.client = client
    guard let language = client.language else { return }
    do throws(Failure) {
      practice = try context.name(of: practice, in: language)
    } catch {
      problem = error
    }
  }
}
