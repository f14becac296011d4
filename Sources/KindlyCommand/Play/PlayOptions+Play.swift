import ArgumentParser
import KindlyCompiler
import KindlyConsole
import Glibc
import KindlyLibrary
import KindlyMessages
import KindlyPlayer
import KindlyLanguage
import KindlyRender
import Kindly
import KindlyTimeline

extension PlayOptions {
  /// Plays a practice, or several as one session, to the end, whichever way it comes; returns whether it
  /// was heard to its end.
  ///
  /// - Parameters:
  ///   - named: what is played, at least one.
  ///   - session: what is asked of each.
  ///   - settings: the same as a preset says it, to ask for it again; of `session` unless given.
  ///   - line: where to begin: with what is heard from a line of the file on.
  /// - Throws: `Failure` before a sound is made, or when the device gave up.
  @discardableResult func play(
    _ named: [NamedPractice], _ session: SessionOptions,
    settings: [PresetSetting: String]? = nil, line: LineNumber? = nil, in context: CommandContext
  ) throws -> Bool {
    try play(
      named, order: session.order, settings: settings ?? session.settings,
      isPrivate: session.isPrivate, line: line, in: context)
  }

  /// The same for what asks in other words than a session.
  @discardableResult func play(
    _ named: [NamedPractice], order: Order, settings: [PresetSetting: String] = [:],
    isPrivate: Bool = false, line: LineNumber? = nil, in context: CommandContext
  ) throws -> Bool {
    let preset = named.lazy.flatMap(\.presets).first
    let chosen = try preset?.playing(under: self) ?? self
    return try chosen.completed(by: try context.profile().tree)
      .playCompleted(
        named, order: order, settings: settings, isPrivate: isPrivate, line: line, in: context)
  }

  private func playCompleted(
    _ named: [NamedPractice], order: Order, settings: [PresetSetting: String], isPrivate: Bool,
    line: LineNumber?, in context: CommandContext
  ) throws -> Bool {
    let named = manner == .json ? named : named.map { $0.titled(in: Interface.language) }
    let program = try end.program()
    let signals = Signals()
    try context.tellProfileWarnings()
    let preparation = Preparation(
      named.map(\.manuscript.title).joined(separator: ", "), hasPicture: manner == .picture,
      signals: signals)
    let joined = try preparation.making { (progress) throws(Failure) in
      try context.expectUse(of: order, in: named)
      return try context.joined(named, order: order, tellsNotes: false, progress: progress)
    }
    context.tellNotes(of: joined.composition)
    let performance = try Performance(joined.composition, fadeOut: fadeOut?.frames ?? .zero)
    let manuscript = performance.manuscript
    let identity = SittingIdentity(of: named, as: manuscript, settings: settings)
    let left = context.folders.flatMap { identity.leftPlace(in: $0) }
    let leftAt = left?.frame(in: performance.timeline)
    let start =
      try line?.frame(in: performance.timeline)
      ?? start(of: performance, left: left, at: leftAt)
    let levels = levels(in: context.folders)
    let player = try player(for: performance, at: start, levels: levels)
    let care = manuscript.reading.tree.header.care?.value
    let sitting = Sitting(
      performance, player: player, identity: identity, manner: manner, start: start,
      volume: (volume ?? .full).decibels, beginning: beginning ?? care.flatMap(Self.readingTime),
      signals: signals, folders: isPrivate ? nil : context.folders)
    sitting.screen.care = care
    sitting.screen.isOpen = named[0].isOpen
    sitting.screen.levels = levels
    sitting.parts = named.count > 1 ? joined.starts : []
    sitting.left = left
    if resume, start == leftAt { sitting.goesOn = true }
    if from == nil, line == nil, !resume { sitting.screen.leftAt = leftAt }
    if let care, manner != .picture, manner != .json, manner != .quiet {
      Printer.note(visible(care))
    }
    if named.count == 1, let offer = context.languageOffer(for: manuscript) {
      sitting.screen.offer = offer
      if manner == .sections || manner == .sentences { Printer.note(offer) }
    }
    sitting.tellStart()
    sitting.run()
    if sitting.player.silentPhrases > 0, !quiet {
      Printer.warn(Message.silentWords)
    }
    sitting.keepOrForgetPlace()
    sitting.writeJournal()
    if let day = named.first?.day, named.count == 1, sitting.share >= CourseProgress.share {
      try? CourseKeeping().hear(day)
    }
    if let failure = sitting.failure { throw Failure(failure) }
    if let number = sitting.endingSignal { Signals.end(by: number) }
    end.finish(sitting, with: program)
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
        volume: (volume ?? .full).decibels, fadeIn: fadeIn?.frames ?? .zero)
      // Full loudness leaves the samples exactly as a file has them.
      for part in SoundPart.allCases where levels.heard(part) != 100 {
        player.mixer.set(part, to: levels.heard(part))
      }
      return player
    } catch {
      throw Failure(error)
    }
  }

  /// Where it begins, and what is to be told about the place where it was left.
  private func start(
    of performance: Performance, left: KeptPlace?, at frame: Frames?
  ) throws(Failure) -> Frames {
    if let from { return try from.frame(in: performance.timeline) }
    guard let left, let frame else {
      if resume {
        Printer.note(Message.noPlace)
      }
      return .zero
    }
    let section = performance.timeline.mark(at: frame)?.section ?? ""
    let place = frame.clock + (section.isEmpty ? "" : ", " + section)
    if resume {
      if manner != .json, manner != .quiet {
        Printer.note(Message.goingOnAt(place))
        if left.frames != performance.timeline.frames.count {
          Printer.note(Message.leftThen(Frames(left.frame), of: Frames(left.frames)))
        }
      }
      return frame
    }
    // The picture offers it itself.
    if manner == .sections || manner == .sentences {
      Printer.note(Message.leftBefore(place))
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
    switch plain {
    case .words: return .sentences
    case .sections: return .sections
    case nil: break
    }
    if !accessible.isEmpty && accessible != "0" { return .sections }
    return Terminal.hasScreen ? .picture : .sections
  }
}
