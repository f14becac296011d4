/// Writes steps as a practice. What it writes has no error, whatever the steps are.
struct PracticeWriter {
  /// The lines of the practice, and the line of the source that each comes from, where it has one.
  private(set) var lines: [(text: String, origin: Int?)] = []
  /// What a person should look at.
  private(set) var places: [ImportPlace] = []
  /// Silences and times that were to be kept, and those that are.
  private(set) var pauses = (found: 0, kept: 0)

  private var plan: TimePlan
  private var blankPending = false
  private var last: Last = .none
  /// How many times were too close together.
  private var close = 0

  /// What the line that was written last may still take.
  private enum Last: Equatable {
    case none
    case words(Int)
    case wish(Int)
    case cues(Int)
    case noted
  }

  init(_ draft: ReadScript, steps: [Step], title: String) {
    plan = TimePlan(draft, steps: steps)
    header(draft, title: title)
    for (index, step) in plan.steps.enumerated() { write(step, at: index) }
    if close > 0 {
      places.append(
        ImportPlace(
          line: 1, words: "\(close) \(close == 1 ? "time" : "times")",
          what: "come sooner than the narrator can speak; the silences between are kept instead"))
    }
    places += plan.places
    while lines.last?.text.isEmpty == true { lines.removeLast() }
  }

  /// The whole practice.
  var text: String { lines.map { $0.text + "\n" }.joined() }

  // MARK: - Header

  private mutating func header(_ draft: ReadScript, title: String) {
    add("Title: " + title)
    if let summary = draft.summary { add("Summary: " + summary) }
    if let author = draft.author { add("Author: " + author) }
    if let language = draft.language { add("Language: " + language) }
    if let length = plan.length { add("Length: " + CueText.length(length)) }
    lines.append(("", nil))
  }

  private mutating func add(_ line: String) { lines.append((line, nil)) }

  // MARK: - Steps

  private mutating func write(_ step: Step, at index: Int) {
    switch step.kind {
    case .paragraph: blankPending = true
    case .say(let words): speak(words, line: step.line)
    case .wish(let words):
      for piece in SpokenText.pieces(of: words) { new("> " + piece, step.line, .wish(step.line)) }
    case .section(let name):
      blankPending = true
      new("# " + SpokenText.heading(name), step.line, .none)
    case .note(let words): note(words, line: step.line)
    case .silence(let pause):
      pauses.found += 1
      pauses.kept += 1
      if !plan.isCovered(index) { cue(CueText.silence(pause), step.line, isSilence: true) }
    case .bell(let times): cue(times == 1 ? "bell" : "bell, \(times) times", step.line)
    case .moment(let time, let gap): moment(time, gap: gap, line: step.line, at: index)
    case .repeatStart(let times): new("[repeat \(times) times]", step.line, .none)
    case .repeatEnd: new("[end]", step.line, .none)
    }
  }

  private mutating func new(_ text: String, _ origin: Int, _ last: Last) {
    if blankPending, let line = lines.last, !line.text.isEmpty { lines.append(("", nil)) }
    blankPending = false
    lines.append((text, origin))
    self.last = last
  }

  private mutating func speak(_ words: String, line: Int) {
    for piece in SpokenText.pieces(of: words) {
      if last == .cues(line), !blankPending, let open = lines.last?.text, open.utf8.count < 500 {
        lines[lines.count - 1].text = open + " " + piece
        last = .words(line)
      } else {
        new(SpokenText.atStart(piece), line, .words(line))
      }
    }
  }

  /// A cue behind the words of its line, or on a line of its own.
  private mutating func cue(_ text: String, _ line: Int, isSilence: Bool = false) {
    let fits =
      switch last {
      case .words(line), .cues(line): true
      case .wish(line): isSilence
      default: false
      }
    if fits, !blankPending, let open = lines.last?.text, open.utf8.count < 8000 {
      lines[lines.count - 1].text = open + " [\(text)]"
      if case .words = last { last = .cues(line) }
    } else {
      new("[\(text)]", line, .cues(line))
    }
  }

  private mutating func note(_ words: String, line: Int) {
    let words = SpokenText.note(words)
    let takes =
      switch last {
      case .words(line), .wish(line), .cues(line): true
      default: false
      }
    if takes, !blankPending, words.utf8.count < 200, let open = lines.last?.text,
      open.utf8.count < 4000
    {
      lines[lines.count - 1].text = open + " // " + words
      last = .noted
      return
    }
    for piece in SpokenText.broken(words) { new("// " + piece, line, .noted) }
  }

  /// A time from the start, where the words before it are over by then.
  private mutating func moment(_ time: Int, gap: Int?, line: Int, at index: Int) {
    switch plan.moments[index] {
    case .start?: pauses.found += 0
    case .pin?:
      pauses.found += 1
      pauses.kept += 1
      new("[silence until \(CueText.clock(time))]", line, .cues(line))
    case .close?, nil:
      if let gap, gap >= 1500 {
        pauses.found += 1
        pauses.kept += 1
        close += 1
        new("[\(CueText.silence(.about(gap)))]", line, .cues(line))
      } else if gap == nil {
        note(CueText.clock(time), line: line)
        places.append(
          ImportPlace(
            line: line, words: CueText.clock(time),
            what: "comes sooner than the narrator can speak, and is kept in a note"))
      }
    }
  }
}
