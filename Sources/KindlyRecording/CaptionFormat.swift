public import KindlyTimeline

/// The kinds of captions, each a text beside the sound file.
public enum CaptionFormat: String, Sendable, Hashable, CaseIterable {
  /// WebVTT, with the time of each word where the engine tells.
  case vtt
  /// SubRip.
  case srt
  /// Lines of lyrics for music players.
  case lrc
  /// What is said, to read: sections, lines, wishes marked.
  case txt

  /// The whole text for a session.
  public func text(for timeline: Timeline, tags: Tags) -> String {
    switch self {
    case .vtt: webVTT(timeline, tags)
    case .srt: subRip(timeline)
    case .lrc: lyrics(timeline, tags)
    case .txt: transcript(timeline)
    }
  }
}

// MARK: - WebVTT

private func webVTT(_ timeline: Timeline, _ tags: Tags) -> String {
  // After the first line comes an empty one (W3C, WebVTT, section 4.1): a language has no place here.
  var lines = ["WEBVTT" + (tags.title.isEmpty ? "" : " " + escaped(oneLine(tags.title)))]
  for (index, caption) in timeline.captions.enumerated() {
    lines += ["", String(index + 1), "\(times(caption, separator: "."))", webVTT(caption)]
  }
  return lines.joined(separator: "\n") + "\n"
}

private func webVTT(_ caption: Caption) -> String {
  var text = ""
  var time = caption.start.milliseconds
  for (index, word) in caption.words.enumerated() {
    // Times lie within the cue and grow, in whole milliseconds.
    let start = word.start.milliseconds
    if index > 0 && start > time && start < caption.end.milliseconds {
      text += "<\(word.start.time(separator: "."))>"
      time = start
    }
    text += escaped(oneLine(word.text, trimmed: false))
  }
  if caption.words.isEmpty { text = escaped(oneLine(caption.text)) }
  // A class to style by; no style block, which some readers take for the end of the file.
  return caption.isPhrase ? "<i.phrase>\(text)</i>" : text
}

/// WebVTT reads `<`, `&` and the arrow of a time line.
private func escaped(_ text: String) -> String {
  var out = ""
  for character in text {
    switch character {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    default: out.append(character)
    }
  }
  return out
}

// MARK: - SubRip

private func subRip(_ timeline: Timeline) -> String {
  timeline.captions.enumerated().map { index, caption in
    let plain = untagged(oneLine(caption.text))
    return "\(index + 1)\n\(times(caption, separator: ","))\n"
      + (caption.isPhrase ? "<i>\(plain)</i>" : plain) + "\n"
  }.joined(separator: "\n")
}

/// Players take `<b>`, `<i>`, `<u>`, `<s>` and `<font …>` for formatting, and SubRip has no other way to
/// write `<`: an invisible word joiner (U+2060) keeps such a one apart from what follows it. Every
/// other `<` is text to them.
private func untagged(_ text: String) -> String {
  var out = ""
  var rest = text[...]
  while let place = rest.firstIndex(of: "<") {
    let after = rest[rest.index(after: place)...]
    let name = after.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
    out += rest[...place] + (["b", "i", "u", "s", "font"].contains(name) ? "\u{2060}" : "")
    rest = after
  }
  return out + rest
}

// MARK: - LRC

private func lyrics(_ timeline: Timeline, _ tags: Tags) -> String {
  var lines = ["[ti:\(oneLine(tags.title))]"]
  if let author = tags.author { lines.append("[ar:\(oneLine(author))]") }
  if let language = tags.language { lines.append("[la:\(oneLine(language))]") }
  lines.append("[length:\(lyricsTime(timeline.frames))]")
  let captions = timeline.captions
  for (index, caption) in captions.enumerated() {
    let text = oneLine(caption.text)
    lines.append("[\(lyricsTime(caption.start))]" + (caption.isPhrase ? "♡ " + text : text))
    // A line stays until the next one: an empty one clears the screen for a real silence.
    let next = index + 1 < captions.count ? captions[index + 1].start : timeline.frames
    if next - caption.end >= Frames(Frames.rate) {
      lines.append("[\(lyricsTime(caption.end))]")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// `[mm:ss.xx]`, hundredths; minutes go on beyond sixty.
private func lyricsTime(_ time: Frames) -> String {
  let all = time.milliseconds / 10
  return "\(padded(all / 6000, 2)):\(padded(all / 100 % 60, 2)).\(padded(all % 100, 2))"
}

// MARK: - Transcript

private func transcript(_ timeline: Timeline) -> String {
  var blocks = [oneLine(timeline.title)]
  var section = -1
  for event in timeline.events {
    guard case .speech(let speech) = event.kind else { continue }
    if event.section != section, timeline.sections.indices.contains(event.section) {
      section = event.section
      let name = oneLine(timeline.sections[section].name)
      if !name.isEmpty { blocks.append("## \(name)") }
    }
    let text = oneLine(speech.utterance.text)
    blocks.append(speech.isPhrase ? "> \(text)" : text)
  }
  return blocks.joined(separator: "\n\n") + "\n"
}

// MARK: - Shared

private func times(_ caption: Caption, separator: String) -> String {
  // A caption must last: at least a millisecond.
  let end = max(caption.end, caption.start + Frames(Frames.rate / 1000))
  return "\(caption.start.time(separator: separator)) --> \(end.time(separator: separator))"
}

/// The text without line breaks and other controls, which would end a caption.
private func oneLine(_ text: String, trimmed: Bool = true) -> String {
  let flat = String(
    text.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: Character(scalar)
      }
    })
  if !trimmed { return flat }
  return flat.split(separator: " ").joined(separator: " ")
}
