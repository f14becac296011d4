import ArgumentParser
import KindlyCompiler
import KindlyConsole
import Glibc
import KindlyLibrary
import KindlyPlayer
import KindlyLanguage
import KindlyRender
import Kindly
import KindlyTimeline

extension PlayOptions {
  /// Plays a practice to its end, whichever way it comes; returns whether it was heard to its end.
  ///
  /// - Parameters:
  ///   - day: the day of a course, for the journal.
  /// - Throws: `Failure` before a sound is made, or when the device gave up.
  @discardableResult func play(
    _ manuscript: Manuscript, order: Order, day: Int? = nil, in workshop: Workshop
  ) throws -> Bool {
    let signals = Signals()
    let performance = try signals.endProgram { () throws(Failure) in
      try Performance(manuscript, order: order, fadeOut: fadeOut?.frames ?? .zero, in: workshop)
    }
    let identity = SittingIdentity(
      key: "\(manuscript.text.source.path) \(day ?? 0)", title: manuscript.title,
      practice: manuscript.text.name, day: day,
      author: manuscript.reading.tree.header.author?.value)
    let left = leftPlace(of: performance, identity, workshop.folders)
    let start = try start(of: performance, left: left)
    let player = try player(for: performance, at: start)
    let care = manuscript.reading.tree.header.care?.value
    let sitting = Sitting(
      performance, player: player, identity: identity, manner: manner, start: start,
      volume: volume.decibels, beginning: beginning ?? care.flatMap(Self.readingTime),
      signals: signals, folders: workshop.folders)
    sitting.screen.care = care
    if from == nil, !resume { sitting.screen.leftAt = left }
    if let care, manner != .picture, manner != .json, manner != .quiet {
      Printer.note(visible(care))
    }
    sitting.run()
    if sitting.player.silentPhrases > 0, !quiet {
      Printer.warn(
        "Some words could not be read back when they were due, and were silent. Clear the kept speech "
          + "with: kindly cache clear")
    }
    sitting.keepOrForgetPlace()
    sitting.writeJournal()
    if let failure = sitting.failure { throw Failure(failure) }
    if let number = sitting.endingSignal { Signals.end(by: number) }
    return sitting.heard.isWhole
  }

  private func player(
    for performance: Performance, at start: Frames
  ) throws(Failure) -> Player {
    do {
      let player = try Player(
        performance.score, device: device, format: format?.format, at: start,
        volume: volume.decibels)
      // Full loudness leaves the samples exactly as a file has them.
      if voiceVolume.value < 100 {
        player.mixer.set(.voice, to: voiceVolume.factor)
      }
      if bellVolume.value < 100 {
        player.mixer.set(.bells, to: bellVolume.factor)
      }
      return player
    } catch {
      throw Failure(error)
    }
  }

  private func leftPlace(
    of performance: Performance, _ identity: SittingIdentity, _ folders: Folders?
  ) -> Frames? {
    let frames = performance.timeline.frames.count
    return folders.flatMap { KeptPlace.kept(for: identity.key, frames: frames, in: $0) }
      .map { Frames($0.frame) }
  }

  private func start(of performance: Performance, left: Frames?) throws(Failure) -> Frames {
    if let from { return try from.frame(in: performance.timeline) }
    switch (left, resume) {
    case (let left?, true): return left
    case (nil, true):
      Printer.note("There is no place to go on from, so this begins at its beginning.")
    // The picture offers it itself.
    case (let left?, false) where manner == .sections || manner == .sentences:
      Printer.note("You left this at \(left.clock); with --resume it goes on from there.")
    case (_, false): break
    }
    return .zero
  }

  private var beginning: Beginning? {
    if let at { return Beginning(at: at) }
    return delay.map { Beginning(after: $0.frames) }
  }

  /// Where somebody sits before a terminal, a note of care is shown for as long as reading takes:
  /// 150 words a minute, 8 s at the least.
  private static func readingTime(_ care: String) -> Beginning? {
    guard Terminal.hasKeys, Terminal.hasScreen else { return nil }
    let words = Double(care.split(separator: " ").count)
    return Beginning(after: Frames(seconds: max(8, words / 2.5)))
  }

  private var manner: OutputMode {
    if json { return .json }
    if quiet { return .quiet }
    let accessible = getenv("ACCESSIBLE").map { String(cString: $0) } ?? ""
    if plain || !accessible.isEmpty && accessible != "0" { return .sentences }
    return Terminal.hasScreen ? .picture : .sections
  }
}
