/// A direction for a human reader that could be understood as a cue.
struct Direction {
  /// The canonical cue, without brackets.
  var cue: String
  /// What was read into it, to be noted beside it.
  var doubt: String?

  /// Understands a direction, or not. Only silences, plain bells and breaths are taken: nothing
  /// else in a script for a reader is meant for a program.
  init?(_ words: String) {
    guard words.utf8.count < 120 else { return nil }
    if let cue = Self.form(words) ?? Self.form(Self.translated(words)) {
      self.cue = cue
      return
    }
    guard let (cue, doubt) = Self.guessed(Self.translated(words)) else { return nil }
    self.cue = cue
    self.doubt = "\"\(words)\": \(doubt)"
  }

  /// A whole line such as `Pause for 10 seconds.`
  static func ofLine(_ line: String) -> Direction? {
    let first = line.prefix { $0.isLetter }.lowercased()
    guard ["pause", "silence", "bell", "ring", "short", "long", "longer"].contains(first) else {
      return nil
    }
    return Direction(line)
  }

  /// `Repeat three times.`: it is not known what.
  static func isRepeat(_ line: String) -> Bool {
    let text = line.drop { "([*_".contains($0) }.lowercased()
    return text.hasPrefix("repeat ") && line.count < 60
  }

  private static func form(_ words: String) -> String? {
    let source = Source(path: "", text: words)
    let whole = SourceSpan(0, source.bytes.count)
    guard let form = try? CueReader.read(source, in: whole) else { return nil }
    switch form {
    case .cue(.silence(let silence)):
      if case .until = silence.length { return nil }
      return form.canonical
    case .cue(.bell(let bell)): return bell.name == nil && bell.at == nil ? form.canonical : nil
    case .cue(.breathe): return form.canonical
    default: return nil
    }
  }

  /// The words of readers' scripts as the words of cues.
  private static func translated(_ words: String) -> String {
    let same = [
      "brief": "short", "briefly": "short", "quick": "short", "extended": "long",
      "lengthy": "long", "break": "pause", "wait": "pause", "hold": "pause", "stop": "pause",
      "chime": "bell", "chimes": "bell", "gong": "bell", "sound": "ring", "strike": "ring",
      "here": "", "just": "", "quietly": "", "take": "", "moment": "", "moments": "",
    ]
    var last: Character = " "
    let spaced = words.lowercased().map { character -> Character in
      defer { last = character }
      // Between digits a colon or point belongs to a time or number.
      return ":.".contains(character) && !last.isNumber ? " " : character
    }
    let separated = spaced.split { " \"“”,!".contains($0) }
    var translated = separated.map { same[String($0)] ?? String($0) }.filter { !$0.isEmpty }
    if translated == ["pause", "short"] { translated = ["short", "pause"] }
    return translated.joined(separator: " ")
  }

  /// `PAUSE 5` is read as seconds, `pause 1:30` as minutes and seconds.
  private static func guessed(_ words: String) -> (cue: String, doubt: String)? {
    let source = Source(path: "", text: words)
    do throws(CueMistake) {
      _ = try CueReader.read(source, in: SourceSpan(0, source.bytes.count))
    } catch {
      switch error.problem {
      case .noUnit(let number):
        return form(words.replacing(number, with: number + "s")).map { ($0, "read as seconds") }
      case .clockAsLength(let clock, 2) where words.hasPrefix("pause"):
        let parts = clock.split(separator: ":")
        return form("pause \(parts[0])m\(parts[1])s").map { ($0, "read as minutes and seconds") }
      case .silenceAlone: return ("pause", "of a length that is not said")
      default: return nil
      }
    }
    return nil
  }
}
