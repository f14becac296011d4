public import KindlyBase
public import KindlyTimeline

/// What became of a text when it was composed: when its lines are heard, and how they are said.
public struct HeardText: Sendable {
  /// What happens when.
  public let timeline: Timeline
  /// What the narrator says where that is not what is written, by line, counted from 1.
  public let said: [Int: [String]]
  /// The events that a line of the text itself asks for, by line, counted from 1.
  private let events: [Int: [Int]]

  /// Puts a timeline beside the text it was composed from.
  /// - Parameter said: what is said for the words of a line where it differs from them.
  public init(_ timeline: Timeline, said: [Int: [String]] = [:]) {
    self.timeline = timeline
    self.said = said
    var events: [Int: [Int]] = [:]
    for (index, event) in timeline.events.enumerated() where event.file == nil {
      events[event.line, default: []].append(index)
    }
    self.events = events
  }

  /// The events that a line, counted from 1, asks for.
  public func events(ofLine line: Int) -> [Event] {
    (events[line] ?? []).map { timeline.events[$0] }
  }

  /// The section whose heading is on a line, counted from 1.
  public func section(onLine line: Int) -> Section? {
    timeline.sections.first { $0.line == line && !$0.name.isEmpty }
  }

  /// The first frame of the practice that a line, counted from 1, asks for: its own, else that of the
  /// next line that is heard. Nil behind the last one.
  public func start(fromLine line: Int) -> Frames? {
    if let section = section(onLine: line) { return section.start }
    let next = events.keys.filter { $0 >= line }.min()
    return next.flatMap { events[$0]?.first }.map { timeline.events[$0].start }
  }
}

/// A time beside a line.
public struct LineTime: Sendable, Hashable {
  /// The line, counted from 0.
  public var line: Int
  /// When it is heard first.
  public var start: Frames
  /// `2:10`, and for a heading how long its section lasts.
  public var words: String
}

extension AuthoredText {
  /// When the lines of a range, counted from 0, are heard first.
  public func times(in lines: Range<Int>, heard: HeardText) -> [LineTime] {
    lines.clamped(to: 0..<positions.count).compactMap { line in
      if let section = heard.section(onLine: line + 1) {
        return LineTime(
          line: line, start: section.start,
          words: "\(section.start.clock), lasts \(section.frames.clock)")
      }
      let events = heard.events(ofLine: line + 1)
      // A line of silence alone has no time of its own worth showing.
      guard let first = events.first(where: { !$0.isPause }) else { return nil }
      return LineTime(line: line, start: first.start, words: first.start.clock)
    }
  }
}

extension Event {
  /// Whether nothing is heard.
  var isPause: Bool {
    if case .pause = kind { true } else { false }
  }
}
