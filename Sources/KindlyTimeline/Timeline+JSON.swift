extension Timeline {
  /// The machine-readable form on one line, as `json.line`, without a tree of the whole.
  public var jsonLine: String {
    var out: [UInt8] = []
    out.reserveCapacity(256 * (events.count + 1))
    let head = JSON.object([
      ("version", .int(1)), ("title", .string(title)), ("rate", .int(Frames.rate)),
      ("frames", .int(frames.count)), ("sections", .array(sections.map(\.json))),
    ])
    head.write(to: &out)
    out.removeLast()
    out += ", \"events\": [".utf8
    for index in events.indices {
      if index > 0 { out += ", ".utf8 }
      events[index].json.write(to: &out)
    }
    out += "]}".utf8
    return String(decoding: out, as: UTF8.self)
  }

  /// The machine-readable form, version 1. Fields may be added; these stay.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("version", .int(1)), ("title", .string(title)), ("rate", .int(Frames.rate)),
      ("frames", .int(frames.count)),
      ("sections", .array(sections.map(\.json))),
      ("events", .array(events.map(\.json))),
    ]
    // Left out where there are none, so that a session without them is as it was before.
    if !backgrounds.isEmpty {
      members.append(("backgrounds", .array(backgrounds.map(\.json))))
    }
    return .object(members)
  }
}

extension Section {
  /// The section as an object of `timeline --json`.
  public var json: JSON {
    .object([
      ("name", .string(name)), ("start", .int(start.count)), ("frames", .int(frames.count)),
      ("line", .int(Int64(line))),
    ])
  }
}

extension Event {
  /// The event as an object of `timeline --json`.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("kind", .string(kind.name)), ("start", .int(start.count)), ("frames", .int(frames.count)),
      ("line", .int(Int64(line))), ("section", .int(Int64(section))),
    ]
    if let file { members.append(("file", .string(file))) }
    return .object(members + kind.members)
  }
}

extension Event.Kind {
  /// `speech`, `bell`, `breath` or `pause`.
  public var name: String {
    switch self {
    case .speech: "speech"
    case .bell: "bell"
    case .breath: "breath"
    case .pause: "pause"
    }
  }

  /// Left out where it is as usual, so that a session without it is as it was before.
  private func softly(_ speech: Speech) -> [(String, JSON)] {
    speech.utterance.isSoft ? [("softly", .bool(true))] : []
  }

  fileprivate var members: [(String, JSON)] {
    switch self {
    case .speech(let speech):
      softly(speech) + [
        ("text", .string(speech.utterance.text)), ("voice", .string(speech.utterance.voice)),
        ("language", .string(speech.utterance.language)),
        ("phrase", .bool(speech.isPhrase)),
        ("recipient", speech.recipient.map(JSON.string) ?? .null),
        (
          "words",
          .array(
            speech.words.map { word in
              .array([
                .int(word.start.count), .int(word.frames.count), .int(Int64(word.range.lowerBound)),
                .int(Int64(word.range.upperBound)),
              ])
            })
        ),
      ]
    case .bell(let strike):
      [("bell", .string(strike.bell)), ("strength", .number(strike.strength))]
    case .breath(let breath): [("direction", .string(breath.rawValue))]
    case .pause(let pause):
      [("natural", .int(pause.natural.count)), ("flexible", .bool(pause.flexible))]
    }
  }
}
