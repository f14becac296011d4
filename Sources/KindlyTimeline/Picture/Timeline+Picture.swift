extension Timeline {
  /// The session as a picture: SVG 1.1, one document, the same for the same values.
  ///
  /// Time runs to the right in rows of equal length, at most twelve of them up to a day. Words are
  /// drawn as the shape of their sound, bells as a strike with its decay in decibels, exact silences
  /// plain, flexible ones with a wavy edge. All text is text; the whole has a title and a description.
  /// - Parameters:
  ///   - theme: its colours.
  ///   - shapes: how loud the sound of an event is, by the event's place in `events`: the highest
  ///     sample, 0 to 1, of any number of equal parts. Words without a shape are drawn by their times.
  public func picture(
    theme: PictureTheme = .automatic, shapes: [Int: [Float]] = [:]
  ) -> String {
    var drawing = PictureDrawing(self, shapes: shapes)
    drawing.draw(theme)
    return drawing.out.text
  }
}

/// A picture in the making; each part of it is drawn by one function.
struct PictureDrawing {
  let timeline: Timeline
  let shapes: [Int: [Float]]
  let rows: PictureRows
  var out = PictureText()
  /// How far each kind is drawn already: of a thousand events in one place one is seen.
  var drawn: [String: (row: Int, x: Double)] = [:]

  init(_ timeline: Timeline, shapes: [Int: [Float]]) {
    self.timeline = timeline
    self.shapes = shapes
    rows = PictureRows(timeline.frames)
  }

  mutating func draw(_ theme: PictureTheme) {
    let width = short(PictureRows.left + PictureRows.width + PictureRows.right)
    let height = short(rows.y(rows.count) + PictureRows.foot)
    let title = timeline.title.isEmpty ? "A session" : timeline.title
    out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    out.line(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\""
        + " width=\"\(width)\" height=\"\(height)\" role=\"graphics-document\""
        + " aria-labelledby=\"title description\" font-family=\"sans-serif\">")
    out.line("<title id=\"title\">\(XMLText.escaped(visible(title)))</title>")
    out.line("<desc id=\"description\">\(XMLText.escaped(timeline.description))</desc>")
    out.line("<style>\n\(theme.styleSheet)</style>")
    out.line("<rect class=\"page\" width=\"100%\" height=\"100%\"/>")
    out.words(
      fitting(title, into: PictureRows.width, size: 20) ?? title, "title", x: 16, y: 34, size: 20)
    out.words(timeline.description, "quiet", x: 16, y: 56, size: 13)
    drawScale()
    drawBackgrounds()
    drawSilences()
    drawSections()
    drawSounds()
    drawLegend()
    out.line("</svg>")
  }

  /// Whether there is anything to see of a shape beside what is drawn of its kind already.
  mutating func isSeen(_ kind: String, row: Int, _ range: Range<Frames>) -> Bool {
    let end = rows.x(range.upperBound, in: row)
    if let last = drawn[kind], last.row == row, end < last.x + 1 { return false }
    drawn[kind] = (row, end)
    return true
  }
}

// MARK: - What stands around the sound

extension PictureDrawing {
  private mutating func drawScale() {
    for row in 0..<rows.count {
      let range = rows.frames(of: row)
      let y = rows.y(row)
      out.words(
        range.lowerBound.clock, "time", x: PictureRows.left - 8, y: y + PictureRows.bandTop + 17,
        size: 12, anchor: "end")
      var frame = range.lowerBound + rows.tick
      while frame < range.upperBound {
        out.words(
          frame.clock, "time", x: rows.x(frame, in: row), y: y + PictureRows.timeLine, size: 9,
          anchor: "middle")
        frame += rows.tick
      }
    }
  }

  private mutating func drawSections() {
    var starts = timeline.sections.map { (row: rows.row(of: $0.start), section: $0) }
    starts.removeAll { $0.section.name.isEmpty }
    for (index, start) in starts.enumerated() {
      let x = rows.x(start.section.start, in: start.row)
      let y = rows.y(start.row)
      out.path(
        "rule", "M\(short(x)) \(short(y + 2))V\(short(y + PictureRows.bandTop))",
        told: "\(start.section.name), \(start.section.start.clock)")
      let next = starts.dropFirst(index + 1).first.flatMap { next in
        next.row == start.row ? rows.x(next.section.start, in: next.row) : nil
      }
      let end = next ?? PictureRows.left + PictureRows.width
      if let name = fitting(start.section.name, into: end - x - 10, size: 12) {
        out.words(name, "section", x: x + 4, y: y + PictureRows.sectionLine, size: 12)
      }
    }
  }

  private mutating func drawLegend() {
    let y = rows.y(rows.count) + 8
    var x = PictureRows.left
    func next(_ width: Double) -> Double {
      defer { x += width }
      return x
    }
    let band = y + 9
    var at = next(80)
    out.path("speech", "M\(short(at)) \(short(band))l6 -6 6 4 6 -3 6 5 -6 5 -6 -3 -6 4z")
    out.words("words", "quiet", x: at + 30, y: y + 13, size: 11)
    at = next(90)
    out.box("wish", x: at, y: y + 12, width: 24, height: 2)
    out.words("a wish", "quiet", x: at + 30, y: y + 13, size: 11)
    at = next(120)
    out.box("exact", x: at, y: y + 2, width: 24, height: 14)
    out.words("exact silence", "quiet", x: at + 30, y: y + 13, size: 11)
    at = next(130)
    out.path("flexible", Self.wavy(x: at, y: y + 2, width: 24, height: 14))
    out.words("flexible silence", "quiet", x: at + 30, y: y + 13, size: 11)
    at = next(80)
    out.path(
      "bell", "M\(short(at)) \(short(y + 3))L\(short(at + 24)) \(short(y + 14))H\(short(at))z")
    out.words("bell", "quiet", x: at + 30, y: y + 13, size: 11)
    if timeline.events.contains(where: \.isBreath) {
      at = next(90)
      out.path("breath", "M\(short(at)) \(short(y + 15))l12 -12 12 12z")
      out.words("breath", "quiet", x: at + 30, y: y + 13, size: 11)
    }
    if !timeline.backgrounds.isEmpty {
      at = next(120)
      out.box("background", x: at, y: y + 6, width: 24, height: 5)
      out.words("background", "quiet", x: at + 30, y: y + 13, size: 11)
    }
  }

  /// A band whose upper and lower edges are waves.
  static func wavy(x: Double, y: Double, width: Double, height: Double) -> String {
    let count = max(1, Int((width / 8).rounded()))
    let step = width / Double(count)
    func wave(_ step: Double) -> String {
      (0..<count).map { index in
        "q\(short(step / 2)) \(index.isMultiple(of: 2) ? "-3.5" : "3.5") \(short(step)) 0"
      }.joined()
    }
    return "M\(short(x)) \(short(y + 2))\(wave(step))v\(short(height - 4))\(wave(-step))z"
  }
}

extension Event {
  /// Whether it is half a guided breath.
  fileprivate var isBreath: Bool {
    if case .breath = kind { true } else { false }
  }
}
