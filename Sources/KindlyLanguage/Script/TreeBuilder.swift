import KindlyBase

/// Joins the parts of lines to the tree of a script, and counts what it would grow to before
/// anything is repeated.
struct TreeBuilder {
  private let source: Source
  private let kind: FileKind
  private let header: Header
  private var reader: LineReader
  /// The file itself, then each open block.
  private var levels = [Level()]
  /// How many blocks were opened beyond the limit, so that their ends are understood.
  private var beyondLimit = 0
  /// A blank line has been seen since the last node.
  private var hasGap = false
  private var hasHeading = false
  /// Made when the first line number is needed.
  private lazy var places = Places(of: source)
  private var lastPin: Int64 = -1
  private var saidTooMany = false

  /// A list of nodes that grows.
  private struct Level {
    var kind: Located<Block.Kind>?
    var nodes: [Node] = []
    var growth = Growth()
  }

  init(_ source: Source, kind: FileKind, header: Header, problems: Problems) {
    self.source = source
    self.kind = kind
    self.header = header
    reader = LineReader(source, problems: problems)
  }

  /// Reads the lines after the header.
  mutating func read(_ lines: ArraySlice<Line>, after header: HeaderReader, hasHeader: Bool) {
    var follows = hasHeader
    for line in lines {
      if line.text.isEmpty {
        if line.isBlank { hasGap = true }
        continue
      }
      if let key = header.key(startingLine: line.text) {
        if follows {
          reader.problems.note(ScriptProblem.lateHeader(key: key.value), at: line.text)
          continue
        }
        reader.problems.note(ScriptProblem.headerInText(key: key.value), at: key.span)
      }
      follows = false
      if source.isTooLong(line) { continue }
      for part in reader.parts(of: line.text) { add(part) }
    }
  }

  /// Closes what is open and gives the tree.
  mutating func finish() -> Reading<Script> {
    while levels.count > 1 {
      if let kind = levels.last?.kind {
        let cue = "[\(CueForm.open(kind.value).canonical)]"
        reader.problems.note(ScriptProblem.blockNotEnded(cue: cue), at: kind.span)
      }
      closeBlock()
    }
    let growth = levels[0].growth
    if growth.frames > Limit.frames {
      let hours = growth.frames / (3600 * Frames.rate)
      reader.problems.note(ScriptProblem.tooLongInAll(hours: Int(hours)), at: nil)
    }
    return Reading(
      tree: Script(header: header, body: levels[0].nodes), diagnostics: reader.problems.inOrder)
  }

  // MARK: - Parts

  private mutating func add(_ part: LinePart) {
    switch part {
    case .heading(let pieces):
      hasHeading = true
      hasGap = false
      append(.heading(pieces), events: 0)
    case .speech(let pieces):
      checkDay(pieces.span)
      append(.speech(pieces))
    case .phrase(let phrase):
      checkDay(phrase.words.span)
      append(.phrase(phrase), events: 1 + phrase.silences.count)
    case .cue(let cue): add(cue)
    }
  }

  private mutating func add(_ form: Located<CueForm>) {
    switch form.value {
    case .open(let kind): open(Located(kind, at: form.span))
    case .end(let what): end(what, at: form.span)
    case .cue(let cue):
      if !cue.isSetting { checkDay(form.span) }
      if let frame = cue.pin { checkPin(frame, at: form.span) }
      append(.cue(Located(cue, at: form.span)), events: cue.events, frames: cue.exactFrames)
    }
  }

  private mutating func append(_ node: Node, events: Int = 1, frames: Int64 = 0) {
    takeGap()
    levels[levels.count - 1].nodes.append(node)
    levels[levels.count - 1].growth.add(events: events, frames: frames)
  }

  /// A blank line becomes a paragraph, but not at the start, nor beside a heading.
  private mutating func takeGap() {
    defer { hasGap = false }
    guard hasGap else { return }
    if case .heading = levels[levels.count - 1].nodes.last { return }
    if levels.count == 1, levels[0].nodes.isEmpty { return }
    levels[levels.count - 1].nodes.append(.paragraph)
  }

  // MARK: - Blocks

  private mutating func open(_ kind: Located<Block.Kind>) {
    guard levels.count <= Limit.nesting else {
      if beyondLimit == 0 { reader.problems.note(ScriptProblem.tooDeep, at: kind.span) }
      beyondLimit += 1
      return
    }
    takeGap()
    levels.append(Level(kind: kind))
  }

  private mutating func end(_ what: CueForm.EndOf, at span: SourceSpan) {
    if beyondLimit > 0 {
      beyondLimit -= 1
      return
    }
    guard levels.count > 1, let kind = levels[levels.count - 1].kind else {
      // A cue that could not be read may have been the one that opens.
      if reader.unreadCues > 0 {
        reader.unreadCues -= 1
        return
      }
      reader.problems.note(ScriptProblem.endWithoutBlock, at: span)
      return
    }
    let matches =
      switch (what, kind.value) {
      case (.any, _), (.times, .times), (.forEach, .forEach): true
      default: false
      }
    if !matches {
      let line = places.line(of: kind.span.lower)
      let cue = "[\(CueForm.open(kind.value).canonical)]"
      reader.problems.note(ScriptProblem.endOfOther(open: cue, line: line), at: span)
    }
    takeGap()
    closeBlock()
  }

  private mutating func closeBlock() {
    let level = levels.removeLast()
    guard let kind = level.kind else { return }
    let passes =
      switch kind.value {
      case .times(let times): times
      case .forEach(let people): people.count
      }
    var growth = level.growth
    growth.multiply(by: passes)
    if growth.events > Limit.events {
      if !saidTooMany {
        reader.problems.note(
          ScriptProblem.tooManyEvents(factors: growth.factors, total: growth.events), at: kind.span)
      }
      saidTooMany = true
      growth = Growth()
    }
    levels[levels.count - 1].growth.add(growth)
    levels[levels.count - 1].nodes.append(.block(Block(kind: kind, body: level.nodes)))
  }

  // MARK: - Checks

  private mutating func checkPin(_ frame: Int64, at span: SourceSpan) {
    if kind == .course {
      reader.problems.note(ScriptProblem.pinInCourse, at: span)
    } else if levels.count > 1 || beyondLimit > 0 {
      reader.problems.note(ScriptProblem.pinInBlock, at: span)
    } else if frame <= lastPin {
      reader.problems.note(ScriptProblem.pinBackwards(last: momentText(lastPin)), at: span)
    } else {
      lastPin = frame
    }
  }

  private mutating func checkDay(_ span: SourceSpan) {
    if kind == .course, !hasHeading { reader.problems.note(ScriptProblem.soundBeforeDay, at: span) }
  }
}
