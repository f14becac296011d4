/// What is wrong with a preset, and where.
struct PresetMistake: Error {
  var problem: PresetProblem
  var span: SourceSpan
}

extension Preset {
  /// Reads the parts of a `Preset` line, which commas divide: the name and the practice, then what is
  /// asked of it.
  init(_ parts: [Located<String>]) throws(PresetMistake) {
    guard let first = parts.first else {
      throw PresetMistake(problem: .noPractice(""), span: SourceSpan(0, 0))
    }
    let words = first.value.split(separator: " ").map(String.init)
    guard let middle = words.firstIndex(of: "is"), middle > 0, middle + 1 < words.count else {
      throw PresetMistake(problem: .noPractice(first.value), span: first.span)
    }
    self.init(
      name: words[..<middle].joined(separator: " "),
      practice: words[(middle + 1)...].joined(separator: " ").unquoted)
    guard !name.contains("/"), !name.contains(":"), name.first != "-" else {
      throw PresetMistake(problem: .unfitName(name), span: first.span)
    }
    for part in Self.joined(parts.dropFirst()) {
      guard let (setting, value) = Self.setting(part.value) else {
        throw PresetMistake(problem: .unknownPart(part.value, preset: name), span: part.span)
      }
      guard settings[setting] == nil else {
        throw PresetMistake(problem: .partTwice(setting, preset: name), span: part.span)
      }
      guard !setting.isOfSits || practice == "sit" else {
        throw PresetMistake(problem: .onlySits(setting, preset: name), span: part.span)
      }
      settings[setting] = value
    }
    if settings[.length] == "open", practice != "sit" {
      throw PresetMistake(problem: .onlySits(.length, preset: name), span: parts[0].span)
    }
  }

  /// A level after a background and a pronoun after a name belong to the part before.
  private static func joined(_ parts: ArraySlice<Located<String>>) -> [Located<String>] {
    var whole: [Located<String>] = []
    for part in parts {
      let word = part.value.lowercased()
      let belongs =
        whole.last.map { before in
          before.value.hasPrefix("background ") && BackgroundChoice.Level(rawValue: word) != nil
            || before.value.hasPrefix("toward ") && Pronoun(word: word) != nil
        } ?? false
      if belongs, let before = whole.popLast() {
        whole.append(
          Located(before.value + ", " + part.value, at: before.span.joined(with: part.span)))
      } else {
        whole.append(part)
      }
    }
    return whole
  }

  /// `voice warm`, or a length alone.
  private static func setting(_ part: String) -> (PresetSetting, String)? {
    let words = part.lowercased()
    for setting in PresetSetting.allCases where words.hasPrefix(setting.rawValue + " ") {
      let text = String(part.dropFirst(setting.rawValue.count + 1))
      return setting.value(text).map { (setting, $0) }
    }
    return PresetSetting.length.value(part.lowercased()).map { (.length, $0) }
  }
}

/// Mistakes that only a preset can hold. Each leaves the preset out, and nothing else.
enum PresetProblem: Problem {
  /// No `is` with a name before it and a practice behind it.
  case noPractice(String)
  /// A name that would mean something else on the command line.
  case unfitName(String)
  /// A part that says nothing a preset knows.
  case unknownPart(String, preset: String)
  /// A part that was given before.
  case partTwice(PresetSetting, preset: String)
  /// A part that only `sit` has.
  case onlySits(PresetSetting, preset: String)
  /// Two presets of one name.
  case twice(String, firstLine: Int)

  var words: Words {
    switch self {
    case .noPractice(let seen):
      Self.unreadable(
        "\"\(seen)\" does not name a preset and its practice.",
        hint: "Write it like this: \"Preset: \(ProfileKey.preset.declaration.example)\".")
    case .unfitName(let name):
      Words(
        code: .unreadableValue, severity: .warning, title: "unusable name",
        message: "\"\(name)\" can't be the name of a preset.",
        hint: "Choose a name without \"/\" and \":\" that does not start with \"-\".")
    case .unknownPart(let part, let preset):
      Self.unreadable(
        "I can't read \"\(part)\" in the preset \"\(preset)\".",
        hint: "After the practice come a length and "
          + listing(PresetSetting.allCases.dropFirst().map(\.rawValue), last: "or")
          + ", each with its value.")
    case .partTwice(let setting, let preset):
      Words(
        code: .keyTwice, severity: .warning, title: "said twice",
        message: "The preset \"\(preset)\" says its \(setting.rawValue) twice.",
        hint: "Keep one of the two.")
    case .onlySits(let setting, let preset):
      Words(
        code: .unreadableValue, severity: .warning, title: "only for sits",
        message: "\"\(setting.rawValue)\" in the preset \"\(preset)\" is for sits in silence.",
        hint: "Write \"\(preset) is sit, …\", or remove it.")
    case .twice(let name, let line):
      Words(
        code: .keyTwice, severity: .warning, title: "name given twice",
        message: "The preset \"\(name)\" was already given in line \(line).",
        hint: "Keep one of the two lines, or choose another name.")
    }
  }

  private static func unreadable(_ message: String, hint: String) -> Words {
    Words(
      code: .unreadableValue, severity: .warning, title: "unreadable preset", message: message,
      hint: hint)
  }
}
