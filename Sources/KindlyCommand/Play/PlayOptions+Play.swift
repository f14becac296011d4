import ArgumentParser
import KindlyCompiler
import KindlyConsole
import Glibc
import KindlyLibrary
import KindlyPlayer
import KindlyLanguage
import KindlyMessages
import KindlyRender
import Kindly
import KindlyTimeline

extension PlayOptions {
  /// Plays a practice, or several as one session, to the end, whichever way it comes; returns whether it
  /// was heard to its end.
  ///
  /// - Parameters:
  ///   - manuscripts: what is played, at least one.
  ///   - day: the day of a course, for the journal.
  ///   - isOpen: whether it lasts until the listener ends it.
  ///   - isPrivate: whether neither place nor journal is written.
  /// - Throws: `Failure` before a sound is made, or when the device gave up.
  @discardableResult func play(
    _ manuscripts: Manuscript..., order: Order, day: Int? = nil, isOpen: Bool = false,
    isPrivate: Bool = false,
    in workshop: Workshop
  ) throws -> Bool {
    try play(
      manuscripts, order: order, day: day, isOpen: isOpen, isPrivate: isPrivate, in: workshop)
  }

  /// The same for a list; it begins with what is heard from a line of the file on, where one is given.
  @discardableResult func play(
    _ manuscripts: [Manuscript], order: Order, day: Int? = nil, isOpen: Bool = false,
    isPrivate: Bool = false, line: LineNumber? = nil, in workshop: Workshop
  ) throws -> Bool {
    let signals = Signals()
    let preparation = Preparation(
      manuscripts.map(\.title).joined(separator: ", "), hasPicture: manner == .picture,
      signals: signals)
    let joined = try preparation.making { (progress) throws(Failure) in
      try workshop.expectUse(of: order, in: manuscripts)
      return try workshop.joined(manuscripts, order: order, tellsNotes: false, progress: progress)
    }
    workshop.tell(joined.composition.notes)
    let performance = try Performance(joined.composition, fadeOut: fadeOut?.frames ?? .zero)
    let manuscript = performance.manuscript
    let paths = manuscripts.map(\.text.source.path).joined(separator: " + ")
    let identity = SittingIdentity(
      key: "\(paths) \(day ?? 0)", title: manuscript.title,
      practice: manuscript.text.name, day: day,
      author: manuscript.reading.tree.header.author?.value)
    let left = leftPlace(of: performance, identity, workshop.folders)
    let start = try line?.frame(in: performance.timeline) ?? start(of: performance, left: left)
    let levels = levels(in: workshop.folders)
    let player = try player(for: performance, at: start, levels: levels)
    let care = manuscript.reading.tree.header.care?.value
    let sitting = Sitting(
      performance, player: player, identity: identity, manner: manner, start: start,
      volume: volume.decibels, beginning: beginning ?? care.flatMap(Self.readingTime),
      signals: signals, folders: isPrivate ? nil : workshop.folders)
    sitting.screen.care = care
    sitting.screen.isOpen = isOpen
    sitting.screen.levels = levels
    sitting.parts = manuscripts.count > 1 ? joined.starts : []
    if from == nil, line == nil, !resume { sitting.screen.leftAt = left }
    if let care, manner != .picture, manner != .json, manner != .quiet {
      Printer.note(visible(care))
    }
    if manuscripts.count == 1, let offer = workshop.languageOffer(for: manuscripts[0]) {
      sitting.screen.offer = offer
      if manner == .sections || manner == .sentences { Printer.note(offer) }
    }
    sitting.run()
    if sitting.player.silentPhrases > 0, !quiet {
      Printer.warn(Message.silentWords)
    }
    sitting.keepOrForgetPlace()
    sitting.writeJournal()
    if let failure = sitting.failure { throw Failure(failure) }
    if let number = sitting.endingSignal { Signals.end(by: number) }
    return sitting.heard.isWhole
  }

  /// As the listener left it, unless they say otherwise now.
  private func levels(in folders: Folders?) -> SoundLevels {
    var levels = folders.map { KeptLevels(in: $0).levels } ?? SoundLevels()
    if let voiceVolume { levels[.voice] = Int(voiceVolume.value) }
    if let bellVolume { levels[.bells] = Int(bellVolume.value) }
    if let backgroundVolume { levels[.background] = Int(backgroundVolume.value) }
    return levels
  }

  private func player(
    for performance: Performance, at start: Frames, levels: SoundLevels
  ) throws(Failure) -> Player {
    do {
      let player = try Player(
        performance.score, device: device, format: format?.format, at: start,
        volume: volume.decibels, fadeIn: fadeIn?.frames ?? .zero)
      // Full loudness leaves the samples exactly as a file has them.
      for part in SoundPart.allCases where levels.heard(part) != 100 {
        player.mixer.set(part, to: levels.heard(part))
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
