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
  private var entries: EntryReader<ProfileKey>
  private var problems: Problems
  private var wishes: OwnWishReader
  private var profile = Profile()

  init(_ source: Source, problems: Problems) {
    self.source = source
    self.problems = problems
    entries = EntryReader(source, keys: ProfileKey.allCases)
    entries.forgivesUnknownKeys = true
    wishes = OwnWishReader(source)
  }

  mutating func read(_ line: Line) {
    guard !line.text.isEmpty else {
      wishes.read(line)
      return
    }
    if isWish(line.text) {
      wishes.read(line)
    } else if let entry = entries.entry(in: line.text, noting: &problems) {
      set(entry)
    }
  }

  mutating func finish() -> Reading<Profile> {
    let own = wishes.finish()
    profile.ownSets = own.sets
    let all = own.problems.reduce(problems) { $0.joined(with: $1) }
    return Reading(tree: profile, diagnostics: all.inOrder)
  }

  /// `> May I be safe.`, or a line of a group: `she: May she have all she needs.`
  private func isWish(_ text: SourceSpan) -> Bool {
    if source.bytes[text.lower] == Byte.greater { return true }
    guard let pair = source.pair(in: text) else { return false }
    return Wish.Role(rawValue: source.text(at: pair.key).lowercased()) != nil
  }

  private mutating func set(_ entry: Sheet<ProfileKey>.Entry) {
    let value = entry.value
    switch entry.key.value {
    case .name: profile.name = value
    case .language:
      if let language = source.language(value, noting: &problems) { wishes.begin(language) }
    case .interface: profile.interface = source.language(value, noting: &problems)
    case .phrases: profile.phrases = source.fileName(value, noting: &problems)
    case .voice: profile.voice = source.fileName(value, noting: &problems)
    case .bell: profile.bell = source.fileName(value, noting: &problems)
    case .background:
      profile.background = source.cueValue(entry, noting: &problems) {
        (reader) throws(CueMistake) in try reader.backgroundChoice()
      }
    case .set: setValue(entry)
    case .length: setLength(entry)
    case .preparation: profile.preparation = time(entry)
    case .volume: setVolume(.whole, entry)
    case .voiceVolume: setVolume(.voice, entry)
    case .bellVolume: setVolume(.bells, entry)
    case .backgroundVolume: setVolume(.background, entry)
    case .device: profile.device = value
    case .notify: setNotify(entry)
    case .preset: addPreset(entry)
    case .breath:
      profile.breath = source.cueValue(entry, noting: &problems) { (reader) throws(CueMistake) in
        try reader.breathShape()
      }
    case .benefactor: add(.benefactor, entry)
    case .friend: add(.friend, entry)
    case .neutral: add(.neutral, entry)
    case .difficult: add(.difficult, entry)
    case .someone: add(nil, entry)
    }
  }

  private mutating func time(_ entry: Sheet<ProfileKey>.Entry) -> Located<Duration>? {
    source.cueValue(entry, noting: &problems) { (reader) throws(CueMistake) in
      try reader.wholeLength()
    }
  }

  /// `20 minutes`, or `20 minutes, always`.
  private mutating func setLength(_ entry: Sheet<ProfileKey>.Entry) {
    let parts = source.split(entry.value, at: ",")
    var plain = entry
    if parts.count > 1, let last = parts.last, last.value.lowercased() == "always" {
      profile.prefersLength = true
      let span = SourceSpan(parts[0].span.lower, parts[parts.count - 2].span.upper)
      plain.value = Located(source.text(at: span).folded, at: span)
    }
    profile.length = time(plain)
  }

  /// `80`, or `80 %`.
  private mutating func setVolume(_ part: ProfileVolume, _ entry: Sheet<ProfileKey>.Entry) {
    let text = entry.value.value
    let digits = (text.last == "%" ? text.dropLast() : text[...]).split(separator: " ")
    let key = entry.key.value
    guard digits.count == 1, let percent = Int(digits[0]) else {
      return problems.note(
        HeaderProblem.notNumber(
          key: key.rawValue, seen: text, example: key.declaration.example), at: entry.value.span)
    }
    guard (0...100).contains(percent) else {
      return problems.note(
        HeaderProblem.outOfRange(key: key.rawValue, seen: text, low: "0", high: "100"),
        at: entry.value.span)
    }
    profile.volumes[part] = percent
  }

  /// `yes` or `no`.
  private mutating func setNotify(_ entry: Sheet<ProfileKey>.Entry) {
    switch entry.value.value.lowercased() {
    case "yes": profile.notifies = true
    case "no": profile.notifies = false
    default: problems.note(unreadable: entry)
    }
  }

  /// `evening is metta, 25 min, voice warm`. One that can't be used is left out.
  private mutating func addPreset(_ entry: Sheet<ProfileKey>.Entry) {
    do throws(PresetMistake) {
      let preset = try Preset(source.split(entry.value, at: ","))
      if let known = profile.presets.first(where: {
        $0.value.name.lowercased() == preset.name.lowercased()
      }) {
        let line = Places(of: source).line(of: known.span.lower)
        throw PresetMistake(problem: .twice(preset.name, firstLine: line), span: entry.value.span)
      }
      profile.presets.append(Located(preset, at: entry.value.span))
    } catch {
      problems.note(error.problem, at: error.span)
    }
  }

  /// `place = the garden`.
  private mutating func setValue(_ entry: Sheet<ProfileKey>.Entry) {
    let value = entry.value
    let halves = value.value.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    let taken = Set(GuidanceWord.allCases.map(\.rawValue) + ["listener", "round"])
    guard halves.count == 2, !halves[0].contains(" "), !halves[1].isEmpty,
      halves[0].first?.isLetter == true
    else {
      return problems.note(unreadable: entry)
    }
    guard !taken.contains(halves[0].lowercased()) else {
      problems.note(ProfileProblem.takenValue(halves[0]), at: value.span)
      return
    }
    profile.values[halves[0].lowercased()] = halves[1]
  }

  /// `Rosa, she`, `Rosa`, or a pronoun alone.
  private mutating func add(_ role: Recipient?, _ entry: Sheet<ProfileKey>.Entry) {
    let value = entry.value
    if let role, let pronoun = Pronoun(word: value.value.lowercased()) {
      profile.people.append(Located(Someone(role, pronoun: pronoun), at: value.span))
      return
    }
    var reader = CueReader(source, in: value.span, takesName: true)
    guard let people = try? reader.people(), people.count == 1,
      case .named(let name, let pronoun)? = people.first
    else { return problems.note(unreadable: entry) }
    let known = profile.people.first { $0.value.name?.lowercased() == name.lowercased() }
    if let known {
      let line = Places(of: source).line(of: known.span.lower)
      problems.note(ProfileProblem.nameTwice(name, firstLine: line), at: value.span)
      return
    }
    let someone = Someone(role ?? .named(name, pronoun), name: name, pronoun: pronoun)
    profile.people.append(Located(someone, at: value.span))
  }
}
