/// A place in a session that is found again in another composition of the same practice: at another
/// length, by another narrator.
public struct Mark: Sendable, Hashable {
  /// The section's name.
  public var section: String
  /// What was going on: `speech`, `pause` or `breath`.
  public var kind: String
  /// The line that asked for it, counted from 1, in `file`.
  public var line: Int
  /// The included file; nil for the practice itself.
  public var file: String?
  /// How many of the same line came before it.
  public var pass: Int
  /// How much of it was over.
  public var into: Frames
  /// How long the whole of it was.
  public var length: Frames

  /// Joins the facts of a place.
  public init(
    section: String, kind: String, line: Int, file: String? = nil, pass: Int, into: Frames,
    length: Frames
  ) {
    self.section = section
    self.kind = kind
    self.line = line
    self.file = file
    self.pass = pass
    self.into = into
    self.length = length
  }
}

extension Timeline {
  /// The place of a frame; nil in a timeline without events.
  public func mark(at frame: Frames) -> Mark? {
    guard let index = events.lastIndex(where: { $0.start <= frame && !$0.isBell }) else {
      return nil
    }
    let event = events[index]
    let pass = events[..<index].count { $0.isOf(event.kind.name, event.line, event.file) }
    return Mark(
      section: sections.isEmpty ? "" : sections[sectionIndex(at: frame)].name,
      kind: event.kind.name, line: event.line, file: event.file, pass: pass,
      into: min(frame - event.start, event.frames), length: event.frames)
  }

  /// The frame of a place: in the same pass of its line, or in the last one there is; else where its
  /// section begins. Words are taken up where they were left, a silence by the same share of it. Nil if
  /// this session has neither.
  public func frame(of mark: Mark) -> Frames? {
    let same = events.filter { $0.isOf(mark.kind, mark.line, mark.file) }
    if let event = same.dropFirst(mark.pass).first ?? same.last {
      let into =
        mark.kind == "pause" && mark.length > .zero
        ? Frames(Int64(Double(event.frames.count) * mark.into.seconds / mark.length.seconds))
        : mark.into
      return event.start + min(max(.zero, into), event.frames)
    }
    return sections.first { $0.name == mark.section && !mark.section.isEmpty }?.start
  }
}

extension Event {
  fileprivate var isBell: Bool {
    if case .bell = kind { true } else { false }
  }

  fileprivate func isOf(_ kind: String, _ line: Int, _ file: String?) -> Bool {
    self.line == line && self.file == file && self.kind.name == kind
  }
}
