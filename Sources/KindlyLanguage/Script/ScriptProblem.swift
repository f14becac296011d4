/// Mistakes in how the lines and blocks of a script stand to one another.
enum ScriptProblem: Problem {
  /// `---` around the header.
  case frontMatter
  /// A header line after the blank line that ends the header.
  case lateHeader(key: String)
  /// A header line somewhere in the text.
  case headerInText(key: String)
  /// `[repeat 3 times]` without `[end]`.
  case blockNotEnded(cue: String)
  /// `[end]` without a block.
  case endWithoutBlock
  /// `[end repeat]` that meets a `[for each …]`.
  case endOfOther(open: String, line: Int)
  /// Blocks too deep inside one another.
  case tooDeep
  /// Repeats that multiply to more than a session may hold.
  case tooManyEvents(factors: [Int], total: Int)
  /// Exact silences alone last longer than a day.
  case tooLongInAll(hours: Int)
  /// A pin where there can be none, and where that is.
  case pinInBlock
  case pinInCourse
  /// A pin at or before the last one.
  case pinBackwards(last: String)
  /// A sound before the first day of a course.
  case soundBeforeDay
}

extension ScriptProblem {
  var words: Words {
    switch self {
    case .frontMatter:
      Words(
        code: .frontMatter, title: "front matter",
        message: "The header is enclosed in --- lines.",
        hint: "Remove both --- lines; a blank line ends the header.")
    case .lateHeader(let key):
      Words(
        code: .lateHeader, title: "header after the blank line",
        message: "The header ended before this line, so it would be spoken.",
        hint: "Remove the blank line above it, or write \(key)\\: to have it spoken.")
    case .headerInText(let key):
      Words(
        code: .headerInText, severity: .warning, title: "header line in the text",
        message: "This line will be spoken; the header ended at the first blank line.",
        hint: "Move it up to the header, or write \(key)\\: if it is meant to be spoken.")
    case .soundBeforeDay:
      Words(
        code: .soundBeforeDay, title: "sound before the first day",
        message: "Before the first heading a course can only have settings.",
        hint: "Move this below the heading of a day, such as # Day 1.")
    case .blockNotEnded(let cue):
      Words(
        code: .blockNotEnded, title: "block without end",
        message: "This \(cue) has no [end].", hint: "Write [end] after the lines it repeats.")
    case .endWithoutBlock:
      Words(
        code: .endWithoutBlock, title: "end without a block",
        message: "No block is open here that [end] could end.",
        hint: "Remove it, or write [repeat 3 times] where the block begins.")
    case .endOfOther(let open, let line):
      Words(
        code: .endWithoutBlock, title: "end of another block",
        message: "The block that is open here is \(open) from line \(line).",
        hint: "Write [end], which ends the innermost block.", replacement: "[end]")
    case .tooDeep:
      Words(
        code: .tooDeep, title: "blocks nested too deep",
        message: "Blocks are nested \(Limit.nesting + 1) deep here; \(Limit.nesting) is the limit.",
        hint: "Write [end] to close a block before this one.")
    case .tooManyEvents(let factors, let total):
      Words(
        code: .tooManyEvents, title: "too many events",
        message: factors.map { grouped($0) }.joined(separator: " × ")
          + " makes \(total == .max ? "far too many" : grouped(total)) events"
          + "; a session has at most \(grouped(Limit.events)).",
        hint: "Repeat less often.")
    case .tooLongInAll(let hours):
      Words(
        code: .tooLong, title: "too long",
        message: "The silences written in this file last \(grouped(hours)) hours in all.",
        hint: "A session lasts 24 hours at most.")
    case .pinInBlock:
      Words(
        code: .pinInBlock, title: "time in a block",
        message: "Each time of the practice comes only once, but this block is repeated.",
        hint: "Write a length instead, such as [5 min], or move it out of the block.")
    case .pinInCourse:
      Words(
        code: .pinInBlock, title: "time in a course",
        message: "\"until\" and \"at\" can't be used in a course.",
        hint: "Write a length instead, such as [5 min].")
    case .pinBackwards(let last):
      Words(
        code: .pinBackwards, title: "time already passed",
        message: "An earlier cue already waits until \(last).",
        hint: "Write a later time, counted from the start of the practice.")
    }
  }
}
