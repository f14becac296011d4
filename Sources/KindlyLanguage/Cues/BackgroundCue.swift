/// What `[background …]` and `[no background]` ask for: the sound that lies under the practice.
public enum BackgroundCue: Sendable, Hashable {
  /// `[background rain, softly]`: it begins, or takes the place of the one before.
  case plays(BackgroundChoice)
  /// `[background fades over 2 min]`: it dies away over so long and is then gone.
  case fades(over: Duration)
  /// `[no background]`, `Background: none`.
  case ends
}

/// Which background, and how loud: `rain`, `"sea.flac", softly`.
public struct BackgroundChoice: Sendable, Hashable {
  /// A background's name in the library, or a sound file's; nil for the one that plays already.
  public var name: String?
  /// How loud.
  public var level: Level

  /// Joins a name and a level.
  public init(name: String?, level: Level = .usual) {
    self.name = name
    self.level = level
  }

  /// Whether the name is that of a sound file: it has an ending, as no name of the library has.
  public var isFile: Bool { name?.contains(".") == true }

  /// How loud a background is, against the distance from the voice that its file states.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// 6 dB below it.
    case softly
    /// As the file says.
    case usual = ""
    /// 4 dB above it.
    case louder

    /// Decibels against the file's own distance.
    public var decibels: Double {
      switch self {
      case .softly: -6
      case .usual: 0
      case .louder: 4
      }
    }
  }
}

extension BackgroundCue {
  /// The whole inside of the cue in canonical form.
  var canonical: String {
    switch self {
    case .plays(let choice): "background" + choice.canonical
    case .fades(let duration): "background fades over " + duration.canonical
    case .ends: "no background"
    }
  }
}

extension BackgroundChoice {
  /// What follows the word: ` rain, softly`.
  fileprivate var canonical: String {
    let name = name.map { " " + (isFile ? quoted($0) : written($0, after: "background")) } ?? ""
    return name + (level == .usual ? "" : (name.isEmpty ? " " : ", ") + level.rawValue)
  }
}

extension CueReader {
  private static let example = "[background rain, softly]"

  /// `background rain, softly`, `background fades over 2 min`, `no background`.
  mutating func background() throws(CueMistake) -> BackgroundCue {
    if accept("no") {
      try expect("background", orSay: "[no background]")
      return .ends
    }
    index += 1
    skipCommas()
    if accept("fades", "fade") {
      _ = accept("out", "away")
      try expect("over", orSay: "[background fades over 2 min]")
      return .fades(over: try duration(orSay: "[background fades over 2 min]"))
    }
    return try backgroundChoice()
  }

  /// What is heard, from its name on; the whole value of `Background`.
  mutating func backgroundChoice() throws(CueMistake) -> BackgroundCue {
    var choice = BackgroundChoice(name: nil)
    if next?.kind == .quoted || (nextWord.map(Self.levels.keys.contains) == false) {
      guard let name = name() else { throw incomplete(Self.example) }
      if leavesFolder(name.value) {
        throw CueMistake(problem: .outside(name.value), span: name.span)
      }
      choice.name = name.value
    }
    skipCommas()
    if let word = nextWord, let level = Self.levels[word] {
      choice.level = level
      index += 1
    } else if choice.name == nil {
      throw incomplete(Self.example)
    }
    if choice.name?.lowercased() == "none", choice.level == .usual { return .ends }
    return .plays(choice)
  }

  private static let levels: [String: BackgroundChoice.Level] = [
    "softly": .softly, "soft": .softly, "softer": .softly, "quietly": .softly, "quieter": .softly,
    "louder": .louder, "loud": .louder,
  ]
}
