import KindlyCompiler
import Kindly
import KindlyTimeline

extension Performance {
  /// Has a practice composed and spoken.
  init(
    _ manuscript: Manuscript, order: Order, fadeOut: Frames = .zero, in workshop: Workshop
  ) throws(Failure) {
    try self.init(
      manuscript, try workshop.composition(of: manuscript, order: order), fadeOut: fadeOut,
      in: workshop)
  }

  /// Makes a composed practice ready to sound.
  init(
    _ manuscript: Manuscript, _ composition: Composition, level: Level = .usual,
    fadeOut: Frames = .zero, in workshop: Workshop
  ) throws(Failure) {
    do {
      self = try workshop.composer.performance(
        of: composition, from: manuscript, level: level, fadeOut: fadeOut)
    } catch {
      throw Failure(error)
    }
  }
}

extension Workshop {
  /// Has practices composed and spoken, one after another as one session: at least one.
  func joined(
    _ manuscripts: [Manuscript], order: Order
  ) throws(Failure) -> Composer.Joined {
    var compositions: [Composition] = []
    for manuscript in manuscripts {
      compositions.append(try composition(of: manuscript, order: order))
    }
    return composer.joined(manuscripts, compositions)
  }
}
