package import KindlyMessages
public import KindlyTimeline

/// The player's picture as a value: what is known of the sitting, and the lines that show it.
///
/// Nothing here knows a terminal; `lines` has no escape codes and fits the size it is given.
public struct Screen: Sendable {
  /// What is played.
  public let timeline: Timeline
  /// What is heard now.
  public var position: Frames
  /// What the player is doing.
  public var state: State
  /// Loudness against the written one, in decibels.
  public var volume: Double
  /// Whether nothing is heard on purpose.
  public var isMuted: Bool
  /// Whether the keys are shown in place of the words.
  public var showsHelp: Bool
  /// What the author asks to be read before the session begins.
  public var care: String?
  /// Whether it lasts until the listener ends it: nobody waits for what is left then.
  public var isOpen = false
  /// Where this practice was left the last time; offered in the first twenty seconds.
  public var leftAt: Frames?
  /// The same practice in the listener's language, if there is one; shown for as long.
  package var offer: Message?
  /// How loud each part is.
  public var levels = SoundLevels()
  /// Whether the loudness of the parts was just changed, and is shown for a moment.
  public var showsLevels = false
  /// The language of everything but what is played.
  public var language = InterfaceLanguage.english
  /// Where a session that ends early ends, once that is known.
  public var endsAt: Frames?
  /// One sentence about the device or the volume; nil most of the time.
  public var notice: String?

  /// Makes the picture of a sitting that starts at `position`.
  public init(timeline: Timeline, position: Frames = .zero) {
    self.timeline = timeline
    self.position = position
    state = .playing
    volume = 0
    isMuted = false
    showsHelp = false
  }

  /// What the player is doing.
  public enum State: Sendable, Hashable {
    /// Sound goes out.
    case playing
    /// The listener asked for a pause.
    case paused
    /// The start is a while away: `--in`, `--at`.
    case waiting(Frames)
    /// The device is gone and is tried again.
    case deviceLost
    /// The end was asked for; the last bell rings.
    case ending
  }

  /// The picture in at most `height` lines of at most `width` columns.
  public func lines(width: Int, height: Int) -> [String] {
    guard width > 2, height > 0 else { return [] }
    let room = min(width - 2, 78)
    let foot = breath(room) + [bar(room), times(room)]
    let words = showsHelp ? help : spoken(room)
    var whole = ["", section, ""]
    whole += words
    whole.append("")
    whole += foot
    whole += ["", closing(room)]
    let tiny = height >= 2 ? foot.suffix(height) : [times(room)]
    let chosen =
      whole.count <= height ? whole : height >= 4 ? short(words, foot, height, room) : Array(tiny)
    return chosen.map { $0.isEmpty ? "" : " " + $0.fitted(to: room) }
  }

  /// Without empty lines: the section, as many words as there is room for, the foot, and the hint if one
  /// line is left beside them.
  private func short(_ words: [String], _ foot: [String], _ height: Int, _ room: Int) -> [String] {
    let hint = height - foot.count - 1 >= 2 ? [closing(room)] : []
    let most = max(0, height - 1 - foot.count - hint.count)
    var shown = Array(words.prefix(most))
    if words.count > most, let last = shown.popLast() {
      shown.append(last.columns + 2 <= room ? last + " …" : last.withoutLastWord + " …")
    }
    return [section] + shown + foot + hint
  }

  private var section: String {
    guard !timeline.sections.isEmpty else { return timeline.title.visible }
    let name = timeline.sections[timeline.sectionIndex(at: position)].name
    return (name.isEmpty ? timeline.title : name).visible
  }

  private func spoken(_ room: Int) -> [String] {
    if case .waiting = state, let care { return care.visible.wrapped(to: room) }
    guard let event = timeline.speech(at: position), case .speech(let speech) = event.kind else {
      return [""]
    }
    return speech.utterance.text.visible.wrapped(to: room)
  }

  private var help: [String] {
    let keys = Request.keys.map { ($0.key.text(in: language), $0.does.text(in: language)) }
    let widest = keys.map(\.0.columns).max() ?? 0
    return keys.map { $0.0.padded(to: widest + 2) + $0.1 }
  }

  /// Whether a breath is shown, which moves faster than seconds do.
  public var isBreathing: Bool {
    state == .playing && BreathBar(timeline, at: position) != nil
  }

  /// The breath that is guided now.
  private func breath(_ room: Int) -> [String] {
    guard state == .playing, let breath = BreathBar(timeline, at: position) else { return [] }
    return [breath.line(room, language: language)]
  }

  /// The parts this session has.
  private var parts: [SoundPart] {
    timeline.backgrounds.isEmpty ? [.voice, .bells] : SoundPart.allCases
  }

  private func bar(_ room: Int) -> String {
    if isOpen { return String(repeating: "─", count: room) }
    let whole = max(1, timeline.frames.count)
    let done = Int(min(whole, max(0, position.count)) * Int64(room) / whole)
    return String(repeating: "━", count: done) + String(repeating: "─", count: room - done)
  }

  private func times(_ room: Int) -> String {
    if isOpen { return position.clock }
    // Whole seconds, so that both add up to the whole.
    let seconds = timeline.frames.count / Frames.rate - position.count / Frames.rate
    let left = Frames(max(0, seconds) * Frames.rate)
    let start = Message.passed(position, of: timeline.frames).text(in: language)
    let end = Message.left(left).text(in: language)
    let gap = room - start.columns - end.columns
    if gap > 0 { return start + String(repeating: " ", count: gap) + end }
    return start.columns <= room ? start : position.clock
  }

  /// The last line: as many of its parts as there is room for, whole ones only; where there is room for
  /// none, its first words up to a comma, or a key of the player.
  private func closing(_ room: Int) -> String {
    let others = [closing, Message.playingHint.text(in: language)].map {
      $0.split(separator: " · ").map(String.init)
    }
    let parts = others[0]
    let starts = parts.indices.reversed().map { parts[...$0].joined(separator: " · ") }
    let clauses = parts.prefix(1).compactMap { $0.split(separator: ",").first.map(String.init) }
    return (starts + clauses + others.joined()).first { $0.columns <= room } ?? ""
  }

  private var closing: String {
    if showsLevels { return levels.line(parts, language: language) }
    return notice?.visible ?? hint.text(in: language)
  }

  private var hint: Message {
    switch state {
    case .playing where isMuted: return .mutedHint
    case .playing:
      if position < Frames(seconds: 20) {
        if let leftAt { return .leftHint(leftAt) }
        if let offer { return offer }
      }
      return volume < 0 ? .volumeHint(Int(volume.rounded())) : .playingHint
    case .paused: return .pausedHint
    case .waiting(let time):
      return leftAt.map { .leftWaitingHint(time, $0) } ?? .waitingHint(time)
    case .deviceLost: return .deviceLostHint
    case .ending:
      guard let endsAt else { return .endingHint }
      return .endingLeftHint(max(0, Int((endsAt - position).seconds.rounded(.up))))
    }
  }
}
