import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import KindlyRecording
import Kindly
import KindlyTimeline

/// The files of a batch: every combination of people, practices or days, lengths and voices, in their
/// order. Nothing is spoken or written to make it.
struct BatchList {
  /// A file each.
  private(set) var tasks: [RenderTask] = []
  /// The table of people, if there is one.
  let people: ClientFile?

  private let command: RenderCommand
  private let folder: String

  /// - Throws: `Failure` where the table can't be read, or two files would have the same name.
  init(_ command: RenderCommand, folder: String, in workshop: Workshop) throws(Failure) {
    self.command = command
    self.folder = folder
    people = try command.people.map { path throws(Failure) in try ClientFile(path) }
    var sessions: [NamedSession] = []
    for practice in command.practices { sessions += try workshop.sessions(practice) }
    guard let people else {
      try add(sessions, for: nil, in: workshop)
      try expectDifferentNames()
      return
    }
    try expectOneChoice(people)
    for client in people.table.clients { try add(sessions, for: client, in: workshop) }
    try expectDifferentNames()
  }

  private mutating func add(
    _ sessions: [NamedSession], for client: Client?, in workshop: Workshop
  ) throws(Failure) {
    let first = tasks.count
    for session in sessions {
      for length in command.lengths?.spans.map(Optional.some) ?? [nil] {
        for voice in command.voices.map({ OptionText.list($0).map(Optional.some) }) ?? [nil] {
          let name = [session.stem, length.map { Self.name($0.text) }, voice]
            .compactMap(\.self).joined(separator: "-")
          var task = try command.task(
            session.argument,
            output: "\(folder)/\(place(of: client))\(name).\(command.format.text)")
          if let length { task.order.length = length.frames }
          if let voice { task.order.voice = voice }
          task.remembers = true
          task.album(session)
          if let track = command.tags.track?.track {
            task.tags.track = TrackNumber(track.number + tasks.count - first, of: track.count)
          }
          if let client { task.give(to: client, in: workshop) }
          tasks.append(task)
        }
      }
    }
  }

  /// The folder of a person, or the beginning of their files' names.
  private func place(of client: Client?) -> String {
    client.map { $0.id + (command.flat ? "-" : "/") } ?? ""
  }

  /// What is given for everybody as well as for each would be one of them ignored.
  private func expectOneChoice(_ people: ClientFile) throws(Failure) {
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

  private func expectDifferentNames() throws(Failure) {
    if let twice = Dictionary(grouping: tasks, by: \.output).first(where: { $0.value.count > 1 }) {
      throw Failure(
        .usage,
        "Two files would both be called \(visible(twice.key)). Render into different folders.")
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
  fileprivate mutating func give(to client: Client, in workshop: Workshop) {
    self.client = client
    guard let language = client.language else { return }
    do throws(Failure) {
      practice = try workshop.name(of: practice, in: language)
    } catch {
      problem = error
    }
  }
}
