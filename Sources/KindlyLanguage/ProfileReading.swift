/// Reads the listener's settings.
public func read(profile source: Source) -> Reading<Profile> {
  var problems = Problems(path: source.path)
  guard source.checkText(noting: &problems) else {
    return Reading(tree: Profile(), diagnostics: problems.inOrder)
  }
  let lines = source.lines()
  source.checkLength(of: lines, noting: &problems)
  var reader = ProfileReader(source, problems: problems)
  for line in lines where !source.isTooLong(line) { reader.read(line) }
  return reader.finish()
}

/// Gathers the lines of a profile.
private struct ProfileReader {
  private let source: Source
  private var entries: EntryReader
  private var problems: Problems
  private var wishes: WishReader
  private var hasWishes = false
  private var profile = Profile()

  init(_ source: Source, problems: Problems) {
    self.source = source
    self.problems = problems
    entries = EntryReader(
      source, keys: Profile.keys, repeatable: ["Someone", "Set"],
      otherNames: [
        "listener": "Name", "person": "Someone", "people": "Someone", "teacher": "Benefactor",
        "enemy": "Difficult", "loved one": "Friend", "stranger": "Neutral", "duration": "Length",
        "narrator": "Voice", "lang": "Language", "value": "Set", "wishes": "Phrases",
      ])
    wishes = WishReader(source, problems: Problems(path: source.path))
  }

  mutating func read(_ line: Line) {
    guard !line.text.isEmpty else {
      wishes.read(line)
      return
    }
    if isWish(line.text) {
      hasWishes = true
      wishes.read(line)
    } else if let entry = entries.entry(in: line.text, noting: &problems) {
      set(entry)
    }
  }

  mutating func finish() -> Reading<Profile> {
    if hasWishes { wishes.finish() }
    profile.wishes = wishes.wishes
    let all = problems.joined(with: wishes.reader.problems)
    return Reading(tree: profile, diagnostics: all.inOrder)
  }

  /// `> May I be safe.`, or a line of a group: `she: May she have all she needs.`
  private func isWish(_ text: SourceSpan) -> Bool {
    if source.bytes[text.lower] == Byte.greater { return true }
    guard let pair = source.pair(in: text) else { return false }
    return Wish.Role(rawValue: source.text(at: pair.key).lowercased()) != nil
  }

  private mutating func set(_ entry: Sheet.Entry) {
    let value = entry.value
    switch entry.key.value {
    case "Name": profile.name = value
    case "Language": setLanguage(value)
    case "Phrases": profile.phrases = fileName(value)
    case "Voice": profile.voice = fileName(value)
    case "Bell": profile.bell = fileName(value)
    case "Set": setValue(value)
    case "Length", "Breath": setCueValue(entry)
    case "Benefactor": add(.benefactor, entry)
    case "Friend": add(.friend, entry)
    case "Neutral": add(.neutral, entry)
    case "Difficult": add(.difficult, entry)
    default: add(nil, entry)
    }
  }

  private mutating func setLanguage(_ value: Located<String>) {
    if isLanguageTag(value.value) {
      profile.language = value
    } else {
      problems.note(
        CueProblem.notLanguage(value.value, suggestion: languageNamed(value.value)), at: value.span)
    }
  }

  private mutating func fileName(_ value: Located<String>) -> Located<String>? {
    guard leavesFolder(value.value) else { return value }
    problems.note(CueProblem.outside(value.value), at: value.span)
    return nil
  }

  /// `place = the garden`.
  private mutating func setValue(_ value: Located<String>) {
    let halves = value.value.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    let taken = Set(GuidanceWord.allCases.map(\.rawValue) + ["listener", "round"])
    guard halves.count == 2, !halves[0].contains(" "), !halves[1].isEmpty,
      halves[0].first?.isLetter == true
    else {
      return unreadable("Set", value, example: "place = the garden")
    }
    guard !taken.contains(halves[0].lowercased()) else {
      problems.note(ProfileProblem.takenValue(halves[0]), at: value.span)
      return
    }
    profile.values[halves[0].lowercased()] = halves[1]
  }

  private mutating func setCueValue(_ entry: Sheet.Entry) {
    var reader = CueReader(source, in: entry.value.span)
    do {
      if entry.key.value == "Length" {
        let length = try reader.duration()
        try reader.finish()
        guard case .frames(1...) = length else {
          return unreadable("Length", entry.value, example: "20 min")
        }
        profile.length = Located(length, at: entry.value.span)
      } else {
        profile.breath = Located(try reader.breathShape(), at: entry.value.span)
        try reader.finish()
      }
    } catch {
      switch error.problem {
      case .noUnit, .clockAsLength, .tooLong, .breathPart:
        problems.note(error.problem, at: error.span)
      default:
        let example = entry.key.value == "Length" ? "20 min" : "in 4s, out 6s"
        unreadable(entry.key.value, entry.value, example: example)
      }
    }
  }

  /// `Rosa, she`, `Rosa`, or a pronoun alone.
  private mutating func add(_ role: Recipient?, _ entry: Sheet.Entry) {
    let value = entry.value
    if let role, let pronoun = Pronoun(rawValue: value.value.lowercased()) {
      profile.people.append(Located(Someone(role, pronoun: pronoun), at: value.span))
      return
    }
    var reader = CueReader(source, in: value.span)
    guard let people = try? reader.people(), people.count == 1,
      case .named(let name, let pronoun)? = people.first
    else { return unreadable(entry.key.value, value, example: "Rosa, she") }
    let known = profile.people.first { $0.value.name?.lowercased() == name.lowercased() }
    if let known {
      let line = Places(of: source).line(of: known.span.lower)
      problems.note(ProfileProblem.nameTwice(name, firstLine: line), at: value.span)
      return
    }
    let someone = Someone(role ?? .named(name, pronoun), name: name, pronoun: pronoun)
    profile.people.append(Located(someone, at: value.span))
  }

  private mutating func unreadable(_ key: String, _ value: Located<String>, example: String) {
    problems.note(
      HeaderProblem.unreadable(key: key, seen: value.value, example: example), at: value.span)
  }
}
