package import KindlyMessages
public import KindlyTimeline

/// What the listener asks of the player.
public enum Request: Sendable, Hashable {
  /// Pause, or go on.
  case togglePause
  /// Go to a frame of the timeline.
  case seek(Frames)
  /// Louder or softer, in decibels.
  case changeVolume(Double)
  /// Silence or sound again.
  case toggleMute
  /// One part louder or softer, in percent of how it was made.
  case changeLevel(SoundPart, Int)
  /// One part off, or on again.
  case toggleLevel(SoundPart)
  /// Fade, ring the closing bell softly, and end.
  case endGently
  /// Fade, remember the place, and end.
  case endRemembering
  /// Leave this section gently: fade, and go on with the next one.
  case leaveSection
  /// Go to where this practice was left the last time.
  case goWhereLeft
  /// Show or hide the keys.
  case toggleHelp
}

extension Request {
  /// What `key` asks for while `position` is heard; nil for keys without a meaning.
  public init?(_ key: Key, at position: Frames, in timeline: Timeline) {
    func seek(by seconds: Int64) -> Request {
      let target = position.count + seconds * Frames.rate
      // A second before the end is far enough: a key too many should not end a sitting.
      return .seek(Frames(max(0, min(target, timeline.frames.count - Frames.rate))))
    }
    let section = timeline.sectionIndex(at: position)
    switch key {
    case .character(" "), .character("p"): self = .togglePause
    case .character("q"): self = .endGently
    case .character("Q"): self = .endRemembering
    case .character("n"): self = .leaveSection
    case .character("m"): self = .toggleMute
    case .character("9"): self = .changeVolume(-2)
    case .character("0"): self = .changeVolume(2)
    case .character("r"): self = .goWhereLeft
    case .character("?"): self = .toggleHelp
    case .character(","):
      self = .seek(timeline.speechStart(before: position) ?? .zero)
    case .character("."):
      guard let start = timeline.speechStart(after: position) else { return nil }
      self = .seek(start)
    case .character(let character):
      guard let request = Request(level: character) else { return nil }
      self = request
    case .left: self = seek(by: -5)
    case .right: self = seek(by: 5)
    case .up: self = seek(by: 60)
    case .down: self = seek(by: -60)
    case .pageDown:
      guard section + 1 < timeline.sections.count else { return nil }
      self = .seek(timeline.sections[section + 1].start)
    case .pageUp:
      guard !timeline.sections.isEmpty else { return nil }
      let start = timeline.sections[section].start
      let early = position.count - start.count < 2 * Frames.rate
      self = .seek(early && section > 0 ? timeline.sections[section - 1].start : start)
    }
  }

  /// What a key asks of a part's loudness; nil for other keys.
  private init?(level key: Character) {
    for part in SoundPart.allCases {
      switch key {
      case part.keys.softer: self = .changeLevel(part, -10)
      case part.keys.louder: self = .changeLevel(part, 10)
      case part.keys.off: self = .toggleLevel(part)
      default: continue
      }
      return
    }
    return nil
  }

  /// The keys, one line each, for the help picture and the manual.
  package static let keys: [(key: Message, does: Message)] = [
    (.keySpace, .keyPauses), (.key("← →"), .keyFiveSeconds), (.key("↑ ↓"), .keyMinute),
    (.keyPages, .keySection), (.key(", ."), .keyWords), (.key("9 0"), .keyVolume),
    (.key("1 2, v"), .keyVoice), (.key("3 4, b"), .keyBells), (.key("5 6, g"), .keyBackground),
    (.key("m"), .keyMute), (.key("n"), .keyLeaveSection), (.key("r"), .keyWhereLeft),
    (.key("q"), .keyEnd), (.key("Q"), .keyEndRemembering), (.key("?"), .keyHelp),
  ]
}
