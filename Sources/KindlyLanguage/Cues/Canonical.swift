import KindlyBase

/// `3 times`, `1 time`.
func timesText(_ times: Int) -> String { times == 1 ? "1 time" : "\(times) times" }

extension Silence {
  var canonical: String {
    let interval = interval.map {
      ", bell every \($0.every.canonical)\($0.softly ? ", softly" : "")"
    }
    return length.canonical + (interval ?? "")
  }
}

extension Silence.Length {
  fileprivate var canonical: String {
    switch self {
    case .exact(let duration): duration.canonical
    case .about(let duration): "~" + duration.canonical
    case .between(let low, let high): "\(low.canonical) to \(high.canonical)"
    case .short: "short pause"
    case .medium: "pause"
    case .long: "long pause"
    case .rest(let shares): shares == 1 ? "rest" : "rest x\(shares)"
    case .until(let frame): "silence until " + momentText(frame)
    }
  }
}

extension BellCue {
  var canonical: String {
    var parts = [name.map { "bell " + written($0, after: "bell") } ?? "bell"]
    if softly { parts.append("softly") }
    if times != 1 { parts.append(timesText(times)) }
    if let apart { parts.append("\(apart.canonical) apart") }
    if letFade { parts.append("let it fade") }
    if let at {
      let moment = "at " + momentText(at)
      if parts.count == 1, name == nil { return "bell " + moment }
      parts.append(moment)
    }
    return parts.joined(separator: ", ")
  }
}

extension PhrasesCue {
  var canonical: String {
    var parts = [name.map { "phrases " + written($0, after: "phrases") } ?? "phrases"]
    switch rounds {
    case .count(1): break
    case .count(let count): parts.append("\(count) rounds")
    case .fill: parts.append("fill")
    }
    if let apart { parts.append("\(apart.canonical) apart") }
    if let afterEach { parts.append("\(afterEach.canonical) after each") }
    if onOutBreath { parts.append("on the out-breath") }
    return parts.joined(separator: ", ")
  }
}

extension BreathShape {
  /// `in 4s, hold 2s, out 6s`.
  var canonical: String {
    var parts = ["in " + inward.canonical]
    if let holdIn { parts.append("hold " + holdIn.canonical) }
    parts.append("out " + outward.canonical)
    if let holdOut { parts.append("hold " + holdOut.canonical) }
    return parts.joined(separator: ", ")
  }
}

/// `friend and self`, `Maya, she, and Tom, he`.
func peopleText(_ people: [Recipient]) -> String {
  let names = people.map(\.canonical)
  let comma = people.contains { if case .named(_, .some) = $0 { true } else { false } }
  guard let last = names.last, names.count > 1 else { return names.joined() }
  return names.dropLast().joined(separator: ", ") + (comma ? ", and " : " and ") + last
}

extension Recipient {
  fileprivate var canonical: String {
    switch self {
    case .oneself: "self"
    case .benefactor: "benefactor"
    case .friend: "friend"
    case .neutral: "neutral"
    case .difficult: "difficult"
    case .all: "all"
    case .named(let name, let pronoun):
      written(name, after: "toward") + (pronoun.map { ", " + $0.rawValue } ?? "")
    }
  }
}

/// `14:30`, `1:02:30`.
func momentText(_ frame: Int64) -> String {
  let seconds = frame / Frames.rate
  let padded = { (number: Int64) in number < 10 ? "0\(number)" : "\(number)" }
  let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
  return hours == 0
    ? "\(minutes):\(padded(seconds % 60))"
    : "\(hours):\(padded(minutes)):\(padded(seconds % 60))"
}

extension Duration {
  /// The shortest way to write it that is read as the same number of frames.
  public var canonical: String {
    switch self {
    case .breaths(let milli):
      decimal(milli, digits: 3) + (milli == 1000 ? " breath" : " breaths")
    case .frames(let frames):
      Self.canonical(frames: frames)
    }
  }

  private static func canonical(frames: Int64) -> String {
    let minute: Int64 = 60 * Frames.rate
    let hours = frames / (60 * minute)
    let minutes = frames / minute % 60
    let left = frames % minute
    if left == 0, frames > 0 {
      if hours == 0 { return "\(minutes) min" }
      return minutes == 0 ? "\(hours) h" : "\(hours) h \(minutes) min"
    }
    return (hours > 0 ? "\(hours)h" : "") + (minutes > 0 ? "\(minutes)m" : "") + seconds(left) + "s"
  }

  /// The fewest decimals that round to the same frame; a frame is 20.8 µs, so five are enough.
  private static func seconds(_ frames: Int64) -> String {
    var (digits, scale) = (0, Int64(1))
    var value = (frames + Frames.rate / 2) / Frames.rate
    while (value * Frames.rate * 2 + scale) / (2 * scale) != frames {
      digits += 1
      scale *= 10
      value = (frames * scale + Frames.rate / 2) / Frames.rate
    }
    return decimal(value, digits: digits)
  }
}

/// A whole number of 10^-digits as a decimal without needless zeros.
private func decimal(_ value: Int64, digits: Int) -> String {
  var scale: Int64 = 1
  for _ in 0..<digits { scale *= 10 }
  let fraction = value % scale
  guard fraction != 0 else { return "\(value / scale)" }
  var tail = String(fraction + scale).dropFirst()
  while tail.last == "0" { tail.removeLast() }
  return "\(value / scale).\(tail)"
}

/// A name as it is written in a cue: plain where it is read back as the same, else in quotation marks.
/// Two slashes behind a space begin a note.
func written(_ name: String, after words: String) -> String {
  if name.hasPrefix("//") { return quoted(name) }
  let source = Source(path: "", text: words + " " + name)
  var reader = CueReader(source, in: SourceSpan(0, source.bytes.count))
  guard let form = try? reader.form(), form.names == [name] else { return quoted(name) }
  return name
}

/// A name in the first quotation marks between which it is read back as the same, or plain where no
/// marks can hold it.
func quoted(_ name: String) -> String {
  let openings: [Unicode.Scalar] = ["\"", "«", "»", "‹", "›", "'", "‚"]
  for opening in openings {
    guard let closing = CueWords.closingQuotes[opening]?.first else { continue }
    let text = String(opening) + name + String(closing)
    let source = Source(path: "", text: text)
    let tokens = CueFolding.tokens(
      of: source, in: SourceSpan(0, source.bytes.count), takesName: true)
    if tokens.count == 1, tokens[0].kind == .quoted, tokens[0].text == name { return text }
  }
  return name
}

extension CueForm {
  /// The one name that a cue of a single word and a name holds; nothing if it says more than that.
  fileprivate var names: [String] {
    switch self {
    case .cue(.bell(let bell)):
      var plain = BellCue()
      plain.name = bell.name
      return plain == bell ? [bell.name].compactMap(\.self) : []
    case .cue(.phrases(let phrases)):
      var plain = PhrasesCue()
      plain.name = phrases.name
      return plain == phrases ? [phrases.name].compactMap(\.self) : []
    case .cue(.setting(.toward(let people))):
      return people.compactMap { if case .named(let name, nil) = $0 { name } else { nil } }
    case .cue(.setting(.voice(let name))), .cue(.include(let name)): return [name]
    case .cue(.setting(.background(.plays(let choice)))):
      return choice.level == .usual ? [choice.name].compactMap(\.self) : []
    default: return []
    }
  }
}
