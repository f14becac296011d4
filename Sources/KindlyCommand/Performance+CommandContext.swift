import Glibc
import KindlyBase
import KindlyClients
import KindlyCompiler
import Kindly
import KindlyMessages
import KindlyTimeline

extension Performance {
  /// Has a practice composed and spoken.
  init(
    _ manuscript: Manuscript, order: Order, fadeOut: Frames = .zero, in context: CommandContext
  ) throws(Failure) {
    try self.init(try context.composition(of: manuscript, order: order), fadeOut: fadeOut)
  }

  /// Makes a composed practice ready to sound.
  init(
    _ composition: Composition, level: Level = .usual, fadeOut: Frames = .zero
  ) throws(Failure) {
    do {
      self = try composition.performance(level: level, fadeOut: fadeOut)
    } catch {
      // A sound file that the listener named; what a practice names was found when it was composed.
      let missing = composition.timeline.backgrounds.first {
        $0.isFile && access($0.name, F_OK) != 0
      }
      if Interface.language != .english, let missing {
        throw Failure(.practice, Message.noFile(missing.name))
      }
      throw Failure(error)
    }
  }
}

extension CommandContext {
  /// Has practices composed and spoken, one after another as one session: at least one.
  func joined(
    _ named: [NamedPractice], order: Order, as client: Client? = nil,
    tellsNotes: Bool = true, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> Composition.Joined {
    var compositions: [Composition] = []
    for one in named {
      compositions.append(
        try composition(
          of: one, order: order, as: client, tellsNotes: tellsNotes, progress: progress))
    }
    return Composition.joined(compositions)
  }
}
