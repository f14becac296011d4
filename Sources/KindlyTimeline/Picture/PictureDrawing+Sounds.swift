// MARK: - What is heard, and the silence between

extension PictureDrawing {
  /// Silences lie under everything else: bells ring over them.
  mutating func drawSilences() {
    for event in timeline.events {
      guard case .pause(let pause) = event.kind else { continue }
      let kind = pause.flexible ? "flexible" : "exact"
      let told =
        "Silence, \(event.frames.inWords)"
        + (pause.flexible && pause.natural != event.frames
          ? ", naturally \(pause.natural.inWords)" : pause.flexible ? ", flexible" : "")
        + event.where
      for (row, range) in rows.parts(of: event.start, event.frames)
      where isSeen(kind, row: row, range) {
        let (x, width) = place(of: range, in: row)
        let y = rows.y(row) + PictureRows.bandTop
        if pause.flexible, width >= 6 {
          out.path(
            kind, Self.wavy(x: x, y: y, width: width, height: PictureRows.bandHeight), told: told)
        } else {
          out.box(kind, x: x, y: y, width: width, height: PictureRows.bandHeight, told: told)
        }
        // Said once, in the row where it begins.
        if range.lowerBound == event.start,
          let words = fitting(event.frames.inWords, into: width - 4, size: 10),
          words == event.frames.inWords
        {
          out.words(words, "length", x: x + width / 2, y: y + 17, size: 10, anchor: "middle")
        }
      }
    }
  }

  /// Words, bells and breaths.
  mutating func drawSounds() {
    for (index, event) in timeline.events.enumerated() {
      switch event.kind {
      case .speech(let speech): draw(speech, event, index)
      case .bell(let strike): draw(strike, event)
      case .breath(let breath): draw(breath, event)
      case .pause: break
      }
    }
  }

  private mutating func draw(_ speech: Speech, _ event: Event, _ index: Int) {
    let told = "\(event.start.clock): \(speech.utterance.text)\(event.where)"
    for (row, range) in rows.parts(of: event.start, event.frames)
    where isSeen("speech", row: row, range) {
      let (x, width) = place(of: range, in: row)
      let y = rows.y(row)
      let middle = y + PictureRows.bandTop + PictureRows.bandHeight / 2
      let heights = loudness(of: event, speech, shapes[index], in: range, steps: Int(width))
      let step = width / Double(heights.count)
      var (upper, lower) = ("M\(short(x)) \(short(middle))", "")
      for (place, height) in heights.enumerated() {
        let right = x + (Double(place) + 0.5) * step
        upper += "L\(short(right)) \(short(middle - height))"
        lower = "L\(short(right)) \(short(middle + height))" + lower
      }
      out.path(
        "speech", upper + "L\(short(x + width)) \(short(middle))" + lower + "z", told: told)
      if speech.isPhrase {
        out.box("wish", x: x, y: y + PictureRows.wishTop, width: width, height: 2)
      }
    }
    drawWords(of: speech, event, index)
  }

  /// The first words, where there is room up to the next that are spoken.
  private mutating func drawWords(of speech: Speech, _ event: Event, _ index: Int) {
    let row = rows.row(of: event.start)
    let x = rows.x(event.start, in: row)
    let next = timeline.events[(index + 1)...].first(where: \.isSpeech)
    let end =
      next.flatMap { rows.row(of: $0.start) == row ? rows.x($0.start, in: row) : nil }
      ?? PictureRows.left + PictureRows.width
    if let words = fitting(speech.utterance.text, into: end - x - 6, size: 10) {
      out.words(words, "words", x: x, y: rows.y(row) + PictureRows.wordLine, size: 10)
    }
  }

  /// Half the height of the shape of words, for each of so many parts of a range.
  private func loudness(
    of event: Event, _ speech: Speech, _ shape: [Float]?, in range: Range<Frames>, steps: Int
  ) -> [Double] {
    let most = PictureRows.bandHeight / 2 - 1
    return (0..<min(2_000, max(1, steps))).map { step in
      let length = range.upperBound - range.lowerBound
      let middle = length.count * Int64(2 * step + 1) / Int64(2 * max(1, steps))
      let frame = range.lowerBound + Frames(middle) - event.start
      guard let shape, !shape.isEmpty else {
        let isSaid =
          speech.words.isEmpty
          || speech.words.contains { $0.start <= frame && frame < $0.start + $0.frames }
        return isSaid ? most * 0.6 : 1
      }
      let place = Int(frame.count * Int64(shape.count) / max(1, event.frames.count))
      let peak = Double(shape[min(shape.count - 1, max(0, place))])
      // The ear hears a quarter of the samples' height as half as loud.
      return max(0.6, min(1, max(0, peak)).squareRoot() * most)
    }
  }

  /// A strike, and its decay: height falls with the decibels, so in a straight line.
  private mutating func draw(_ strike: Strike, _ event: Event) {
    guard strike.strength > 0, event.frames > .zero else { return }
    let height = PictureRows.bellHeight * (0.4 + 0.6 * min(1, strike.strength))
    let told = "\(event.start.clock): bell \(strike.bell)\(event.where)"
    for (row, range) in rows.parts(of: event.start, event.frames)
    where isStrikeSeen(event, row: row, range) {
      let (x, width) = place(of: range, in: row)
      let base = rows.y(row) + PictureRows.bellTop + PictureRows.bellHeight
      func left(_ frame: Frames) -> Double {
        height * (1 - Double((frame - event.start).count) / Double(event.frames.count))
      }
      out.path(
        "bell",
        "M\(short(x)) \(short(base))V\(short(base - left(range.lowerBound)))"
          + "L\(short(x + width)) \(short(base - left(range.upperBound)))V\(short(base))z",
        told: told)
      if range.lowerBound == event.start {
        out.path(
          "strike",
          "M\(short(x)) \(short(base - height))V\(short(base + PictureRows.bandHeight))")
      }
    }
  }

  /// A strike by where it is struck, its decay in further rows by where it ends.
  private mutating func isStrikeSeen(
    _ event: Event, row: Int, _ range: Range<Frames>
  ) -> Bool {
    range.lowerBound == event.start
      ? isSeen("strike", row: row, event.start..<event.start) : isSeen("bell", row: row, range)
  }

  private mutating func draw(_ breath: Breath, _ event: Event) {
    let word = breath == .inward ? "in" : "out"
    for (row, range) in rows.parts(of: event.start, event.frames)
    where isSeen("breath", row: row, range) {
      let (x, width) = place(of: range, in: row)
      let base = rows.y(row) + PictureRows.bandTop + PictureRows.bandHeight - 2
      func height(_ frame: Frames) -> Double {
        let part = Double((frame - event.start).count) / Double(max(1, event.frames.count))
        return (PictureRows.bandHeight - 6) * (breath == .inward ? part : 1 - part)
      }
      out.path(
        "breath",
        "M\(short(x)) \(short(base))V\(short(base - height(range.lowerBound)))"
          + "L\(short(x + width)) \(short(base - height(range.upperBound)))V\(short(base))z",
        told: "\(event.start.clock): breathe \(word)\(event.where)")
    }
  }

  /// What lies under the session, thinner where words are spoken.
  mutating func drawBackgrounds() {
    let spoken = timeline.spokenStretches
    for span in timeline.backgrounds {
      let whole = span.start..<max(span.start, span.start + span.frames)
      var cuts = [whole.lowerBound, whole.upperBound]
      for stretch in spoken { cuts += [stretch.lowerBound, stretch.upperBound] }
      let places = cuts.filter { whole.contains($0) || $0 == whole.upperBound }.sorted()
      for (start, end) in zip(places, places.dropFirst()) where start < end {
        let isDip = spoken.contains { $0.lowerBound <= start && end <= $0.upperBound }
        for (row, range) in rows.parts(of: start, end - start)
        where isSeen("background", row: row, range) {
          let (x, width) = place(of: range, in: row)
          let height = PictureRows.backgroundHeight * (isDip ? 0.4 : 1)
          let bottom =
            rows.y(row) + PictureRows.backgroundTop + PictureRows.backgroundHeight
          out.box(
            "background", x: x, y: bottom - height, width: width, height: height,
            told: "Background \(span.name)")
        }
      }
    }
  }

  /// Where a part of a row lies; never so narrow that it is not seen.
  private func place(of range: Range<Frames>, in row: Int) -> (x: Double, width: Double) {
    let x = rows.x(range.lowerBound, in: row)
    return (x, max(0.5, rows.x(range.upperBound, in: row) - x))
  }
}

extension Event {
  /// `, line 7`: the line that asked for it.
  fileprivate var `where`: String { ", " + (file.map { "\($0) " } ?? "") + "line \(line)" }
}

extension Frames {
  /// `20 s` below a minute, `1:30` from there on.
  fileprivate var inWords: String {
    let seconds = (count + Self.rate / 2) / Self.rate
    return seconds < 60 ? "\(seconds) s" : Frames(seconds * Self.rate).clock
  }
}
