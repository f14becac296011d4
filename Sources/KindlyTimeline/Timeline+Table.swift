extension Timeline {
  /// What happens when, for people: a line for the whole, then each section with its events.
  ///
  /// Lines hold no trailing spaces and no line ends; words are as in the timeline, so whoever prints
  /// them to a terminal makes them safe first.
  public var table: [String] {
    var lines = [[title, frames.clock].filter { !$0.isEmpty }.joined(separator: ", ")]
    let rows = events.map(Row.init)
    let columns = Row.Columns(rows)
    let bySection = Dictionary(grouping: rows, by: \.section)
    for (index, section) in sections.enumerated() {
      lines += ["", section.summary]
      lines += (bySection[index] ?? []).map { $0.line(columns) }
    }
    return lines
  }
}

extension Section {
  /// `# Arriving, 2:10 from 0:00`.
  fileprivate var summary: String {
    "# \(name.isEmpty ? "(before the first heading)" : name), \(frames.clock) from \(start.clock)"
  }
}

/// One event as the cells of a line.
private struct Row {
  var section: Int
  var start: String
  var length: String
  var kind: String
  var what: String
  var from: String
}

extension Row {
  /// Widths that all rows share.
  struct Columns {
    var start = 0
    var length = 0

    init(_ rows: [Row]) {
      for row in rows {
        start = max(start, row.start.count)
        length = max(length, row.length.count)
      }
    }
  }

  init(_ event: Event) {
    section = event.section
    start = event.start.clockWithTenths
    length = event.frames.clockWithTenths
    kind = event.kind.word
    what = event.kind.details(frames: event.frames)
    from = event.file.map { "\($0):\(event.line)" } ?? "line \(event.line)"
  }

  func line(_ columns: Columns) -> String {
    let cells = [start.padded(left: columns.start), length.padded(left: columns.length), kind]
    return "  " + cells.joined(separator: "  ") + String(repeating: " ", count: 9 - kind.count)
      + [what, "(\(from))"].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension Event.Kind {
  fileprivate var word: String {
    switch self {
    case .speech(let speech): speech.isPhrase ? "wish" : "speech"
    case .bell: "bell"
    case .breath(let breath): breath == .inward ? "in" : "out"
    case .pause: "silence"
    }
  }

  fileprivate func details(frames: Frames) -> String {
    switch self {
    case .speech(let speech):
      [speech.utterance.text, speech.recipient.map { "for \($0)" }].compactMap(\.self)
        .filter { !$0.isEmpty }.joined(separator: "  ")
    case .bell(let strike): strike.strength == 0 ? "\(strike.bell), not heard" : strike.bell
    case .breath: ""
    case .pause(let pause):
      if !pause.flexible {
        ""
      } else if pause.natural == frames {
        "flexible"
      } else {
        "flexible, naturally \(pause.natural.clockWithTenths)"
      }
    }
  }
}

extension Frames {
  /// `0:05.3`: minutes, seconds and the tenths that have passed.
  fileprivate var clockWithTenths: String { "\(clock).\(max(0, count) % Self.rate / 4_800)" }
}

extension String {
  fileprivate func padded(left width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
