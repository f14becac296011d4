import KindlyLanguage
import KindlyTimeline

/// Writes the finished timeline: every part at its frame, bells rung over silences, chapters.
struct Assembly {
  let plan: Plan
  let measures: [Spoken]
  let lines: [Places]
  let length: Int64
  private var events: [Event] = []
  private var sections: [Section] = []
  private var heading: Moment.Heading?
  private var headingStart: Int64 = 0
  private var position: Int64 = 0
  private var backgrounds: BackgroundLayout

  /// The timeline of a schedule.
  static func timeline(
    _ title: String, _ plan: Plan, _ measures: [Spoken],
    _ ending: FinalSilence, _ schedule: Schedule
  ) -> Timeline {
    var assembly = Assembly(plan: plan, measures: measures, length: schedule.frames)
    for (part, frames) in zip(ending.parts, schedule.lengths) { assembly.place(part, frames) }
    if schedule.pad > 0, let last = assembly.events.last {
      assembly.extend(after: last, by: schedule.pad)
    }
    return assembly.finish(title)
  }

  private init(plan: Plan, measures: [Spoken], length: Int64) {
    self.plan = plan
    self.measures = measures
    self.length = length
    lines = plan.files.map(Places.init(of:))
    backgrounds = BackgroundLayout(length: length)
  }

  private mutating func place(_ part: Part, _ frames: Int64) {
    switch part {
    case .pin: break
    case .background(let change):
      let file = change.origin.file
      backgrounds.take(
        change, at: position, line: line(of: change.origin),
        file: file == 0 ? nil : plan.files[file].path)
    case .heading(let heading):
      self.heading = heading
      headingStart = position
    case .sound(let sound, _):
      openSection()
      append(kind(of: sound), frames: length(of: sound), at: position, sound.origin)
      position += frames
    case .silence(let stretch):
      if stretch.cause == .written { openSection() }
      guard frames > 0 else { return }
      let pause = Pause(
        natural: Frames(stretch.glue.natural), flexible: stretch.glue.isFlexible)
      append(.pause(pause), frames: frames, at: position, stretch.origin)
      if let interval = stretch.interval { strike(interval, within: frames, stretch.origin) }
      position += frames
    }
  }

  /// Bells at each multiple that leaves the bell's wait before the silence ends, and that ring out
  /// before the session does; they never move anything.
  private mutating func strike(_ interval: Moment.Interval, within frames: Int64, _ origin: Origin)
  {
    let bell = plan.bells[interval.strike.bell]
    let ring = bell.ring(interval.strike.strength)
    var at = interval.every
    while at + bell.wait <= frames, position + at + ring <= length {
      append(
        kind(of: interval.strike), frames: ring,
        at: position + at, origin)
      at += interval.every
    }
  }

  private mutating func append(
    _ kind: Event.Kind, frames: Int64, at start: Int64, _ origin: Origin
  ) {
    if sections.isEmpty { openSection() }
    events.append(
      Event(
        start: Frames(start), frames: Frames(frames),
        line: line(of: origin), section: sections.count - 1,
        file: origin.file == 0 ? nil : plan.files[origin.file].path, kind: kind))
  }

  private mutating func openSection() {
    guard heading != nil || sections.isEmpty else { return }
    let line = heading.map { self.line(of: $0.origin) } ?? 1
    sections.append(
      Section(
        name: heading?.name ?? "", start: Frames(heading == nil ? 0 : headingStart),
        frames: .zero, line: line))
    heading = nil
  }

  private mutating func extend(after last: Event, by pad: Int64) {
    let pause = Event(
      start: Frames(position), frames: Frames(pad), line: last.line, section: last.section,
      file: last.file, kind: .pause(Pause(natural: Frames(pad), flexible: false)))
    events.append(pause)
    position += pad
  }

  private mutating func finish(_ title: String) -> Timeline {
    var sections = sections
    for index in sections.indices {
      let end = index + 1 < sections.count ? sections[index + 1].start : Frames(length)
      sections[index].frames = end - sections[index].start
    }
    let ordered = events.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    return Timeline(
      title: title, frames: Frames(length), sections: sections, events: ordered.map(\.element),
      backgrounds: backgrounds.finish())
  }

  private func line(of origin: Origin) -> Int { lines[origin.file].line(of: origin.span.lower) }

  private func length(of sound: Moment.Sound) -> Int64 {
    switch sound.kind {
    case .speech(let utterance, _, _): measures[utterance].frames
    case .strike(let strike): plan.bells[strike.bell].ring(strike.strength)
    case .breath(_, let frames): frames
    }
  }

  private func kind(of sound: Moment.Sound) -> Event.Kind {
    switch sound.kind {
    case .speech(let utterance, let isPhrase, let recipient):
      .speech(
        Speech(
          utterance: plan.utterances[utterance], isPhrase: isPhrase, recipient: recipient,
          words: measures[utterance].words))
    case .strike(let strike): kind(of: strike)
    case .breath(let breath, _): .breath(breath)
    }
  }

  private func kind(of strike: Moment.Strike) -> Event.Kind {
    .bell(
      Strike(
        bell: plan.bells[strike.bell].name, strength: strike.isSilent ? 0 : strike.strength))
  }
}
