extension DataReader {
  mutating func before(_ key: String, _ value: DataNode, type: Kind, hasInner: Bool) {
    guard case .scalar(let text, _, let line) = value else { return }
    switch Self.role(of: key) {
    case .time:
      if let time = Stamp(text.scalars[...])?.start ?? TableReader.seconds(text) {
        draft.blocks.append(TextBlock(.moment(at: time, gap: nil), line: line, read: text))
      } else {
        note(key, text, line: line)
      }
    case .heading: if type != .pause { add(.heading(2), text, line) }
    case .fact(.title) where hasInner || type == .unknown: add(.heading(2), text, line)
    default: break
    }
  }

  mutating func middle(
    _ key: String, _ value: DataNode, type: Kind, hasWords: Bool, hasInner: Bool
  ) {
    guard case .scalar(let text, let isPlain, let line) = value else {
      if case .pause = Self.role(of: key), case .mapping(let pairs, _) = value {
        let start = draft.blocks.count
        for (key, value) in pairs {
          after(key, value, type: .pause, hasWords: false, from: start)
        }
        return
      }
      if case .bell = Self.role(of: key), case .mapping(let pairs, let line) = value {
        draft.blocks.append(TextBlock(.bell(times: Self.count(in: pairs)), line: line))
        return
      }
      if Self.speaks(value) || Self.isWords(key) { read(value) } else { noteAll(key, value) }
      return
    }
    switch Self.role(of: key) {
    case .words:
      switch type {
      case .heading: add(.heading(2), text, line)
      case .note: note(key, text, line: line)
      case .pause:
        if !Self.isLength(text) { add(.aside, text, line) }
      case .bell: add(.note, text, line)
      default: words(text, line: line)
      }
    case .fact(.title) where type == .heading && !hasInner: add(.heading(2), text, line)
    case .fact(.title) where !hasInner && type != .unknown: note(key, text, line: line)
    case .fact(.title): break
    case .fact, .note:
      if type != .bell, let direction = Direction(text.scalars[...], at: .sentence, in: .all),
        case .bell(let times)? = direction.meanings.first
      {
        draft.blocks.append(TextBlock(.bell(times: times), line: line, read: text))
        return
      }
      // Numbers and switches say nothing in words.
      if !(isPlain
        && (Double(text) != nil && !Self.namesUnit(key)
          || ["true", "false", "null", "~", "yes", "no"].contains(text)))
      {
        note(key, text, line: line)
      }
    default: break
    }
  }

  private static func isWords(_ key: String) -> Bool {
    if case .words = role(of: key) { true } else { false }
  }

  private static func isLength(_ text: String) -> Bool { TableReader.pause(text) != nil }

  /// What a key says of the end of a step, whose paragraphs begin at `start`.
  mutating func after(
    _ key: String, _ value: DataNode, type: Kind, hasWords: Bool, from start: Int
  ) {
    guard case .scalar(let text, _, let line) = value else { return }
    switch Self.role(of: key) {
    case .pause: pause(key, text, line: line, scale: 1)
    case .milliseconds: pause(key, text, line: line, scale: 1000)
    case .length:
      if type == .pause || !hasWords && type == .unknown {
        // Thousands are milliseconds: nobody waits for hours.
        let isLong = (Double(text) ?? 0) >= 1000
        pause(key, text, line: line, scale: isLong ? 1000 : 1)
      } else if !stepLength(text, line: line, from: start) {
        note(key, text, line: line)
      }
    case .words where type == .pause && Self.isLength(text): pause(key, text, line: line, scale: 1)
    case .bell: bell(text, line: line)
    case .end: note(key, text, line: line)
    default: break
    }
  }

  /// A step that lasts longer than its words: what is left is silence.
  private mutating func stepLength(_ text: String, line: Int, from start: Int) -> Bool {
    let step = draft.blocks[start...]
    guard let number = Double(text), number > 0, number < 10_000_000,
      step.contains(where: { $0.kind == .text })
    else { return false }
    let target = number >= 1000 ? Int(number) : Int(number * 1000)
    let taken = step.reduce(0) { sum, block in
      var kinds = block.text.cues.map(\.kind)
      if block.kind == .text, block.text.scalars.isSpoken { kinds.append(.say(block.text.text)) }
      return kinds.reduce(sum) { $0 + SpokenLength.natural(of: Step($1, line: line)) }
    }
    let left = (target - taken) / 1000 * 1000
    guard left >= 2000 else { return false }
    draft.blocks.append(TextBlock(.silence(.about(left)), line: line, read: text))
    return true
  }

  mutating func pause(_ key: String, _ text: String, line: Int, scale: Int) {
    if ["true", "yes"].contains(text.lowercased()) {
      draft.blocks.append(TextBlock(.silence(.medium), line: line))
      return
    }
    if ["", "false", "no", "null", "~", "0"].contains(text.lowercased()) { return }
    guard var pause = TableReader.pause(text) else {
      if let direction = Direction(text.scalars[...], at: .brackets, in: .all),
        case .silence(let pause)? = direction.meanings.first
      {
        draft.blocks.append(TextBlock(.silence(pause), line: line, read: text))
      } else if ["short", "medium", "long"].contains(text.lowercased()) {
        let pause: ScriptPause =
          text.lowercased() == "short" ? .short : text.lowercased() == "long" ? .long : .medium
        draft.blocks.append(TextBlock(.silence(pause), line: line, read: text))
      } else if text.scalars.count > 12 {
        words(text, line: line)
      } else {
        note(key, text, line: line)
      }
      return
    }
    if scale > 1, case .exact(let time) = pause, Double(text) != nil {
      pause = .exact(time / scale)
    }
    if case .exact(0) = pause { return }
    draft.blocks.append(TextBlock(.silence(pause), line: line, read: text))
  }

  mutating func bell(_ text: String, line: Int) {
    if ["false", "no", "null", "~", "0"].contains(text.lowercased()) { return }
    if let times = Int(text), times > 0 {
      draft.blocks.append(TextBlock(.bell(times: min(times, 1000)), line: line, read: text))
      return
    }
    let direction = Direction(text.scalars[...], at: .brackets, in: .all)
    var times = 1
    if case .repeats(let count)? = direction?.meanings.first { times = count }
    if case .bell(let count)? = direction?.meanings.first { times = count }
    draft.blocks.append(TextBlock(.bell(times: min(times, 1000)), line: line, read: text))
  }
}
