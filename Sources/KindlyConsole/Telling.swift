import KindlyMessages
public import KindlyTimeline

/// What happens in a sitting, for listeners and programs that do not watch a picture.
public enum Happening: Sendable, Hashable {
  /// An event of the timeline began to be heard.
  case event(Event)
  /// A section began; its index.
  case section(Int)
  /// Sound stopped on request, or because the machine slept.
  case paused(Frames)
  /// Sound goes on.
  case resumed(Frames)
  /// The device ran dry and was refilled from the frame that was heard last.
  case underrun(Frames)
  /// The device went away.
  case deviceLost(Frames)
  /// It is back.
  case deviceBack(Frames)
  /// The last sample was heard, or the sitting was ended before; frames heard.
  case finished(Frames)
}

/// Follows the position heard and tells each event and section once.
public struct Follower: Sendable {
  private let timeline: Timeline
  private var next: Frames

  /// Starts to follow at `start`.
  public init(_ timeline: Timeline, from start: Frames = .zero) {
    self.timeline = timeline
    next = start
  }

  /// After a seek: what lies between was not heard.
  public mutating func jump(to position: Frames) { next = position }

  /// Everything that began to be heard since the last call, in order.
  public mutating func advance(to position: Frames) -> [Happening] {
    guard position >= next else { return [] }
    let range = next..<Frames(position.count + 1)
    next = range.upperBound
    let sections = timeline.sections.indices.filter { range.contains(timeline.sections[$0].start) }
    var happenings = sections.map { (timeline.sections[$0].start, 0, Happening.section($0)) }
    happenings += timeline.events(startingIn: range).map { ($0.start, 1, .event($0)) }
    return happenings.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}

extension Happening {
  /// One sentence for somebody who listens to the screen; nil for what needs no words.
  public func sentence(
    in timeline: Timeline, language: InterfaceLanguage = .english
  ) -> String? {
    switch self {
    case .event(let event):
      switch event.kind {
      case .speech(let speech): return speech.utterance.text.visible
      case .bell: return Message.bellRings.text(in: language)
      case .breath, .pause: return nil
      }
    case .section(let index):
      let section = timeline.sections[index]
      return section.name.isEmpty ? nil : "\(section.start.clock) \(section.name.visible)"
    case .paused(let frame): return Message.paused(at: frame).text(in: language)
    case .resumed(let frame): return Message.goingOn(from: frame).text(in: language)
    case .underrun: return nil
    case .deviceLost: return Message.deviceGone.text(in: language)
    case .deviceBack: return Message.deviceBack.text(in: language)
    case .finished(let frame): return Message.finished(after: frame).text(in: language)
    }
  }

  /// One object a line for `play --json`.
  public func json(in timeline: Timeline) -> JSON {
    var members: [(String, JSON)] = [("v", .int(1)), ("event", .string(name))]
    switch self {
    case .event(let event):
      members += [("frame", .int(event.start.count))]
      if case .object(let facts) = event.json {
        members += facts.filter { $0.0 != "kind" && $0.0 != "start" }
      }
    case .section(let index):
      members += [
        ("frame", .int(timeline.sections[index].start.count)), ("section", .int(Int64(index))),
        ("name", .string(timeline.sections[index].name)),
        ("line", .int(Int64(timeline.sections[index].line))),
      ]
    case .paused(let frame), .resumed(let frame), .underrun(let frame), .deviceLost(let frame),
      .deviceBack(let frame), .finished(let frame):
      members += [("frame", .int(frame.count))]
    }
    return .object(members)
  }

  private var name: String {
    switch self {
    case .event(let event): event.kind.name
    case .section: "section"
    case .paused: "paused"
    case .resumed: "resumed"
    case .underrun: "underrun"
    case .deviceLost: "device-lost"
    case .deviceBack: "device-back"
    case .finished: "finished"
    }
  }
}
