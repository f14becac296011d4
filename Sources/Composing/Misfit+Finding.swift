import Practice
import Timeline

/// What a person is told when a session can't be scheduled: what is fixed, and what would fit.
func finding(
  about misfit: Misfit, _ ending: Ending, _ plan: Plan, asked: Int64?, at place: Origin?
) -> Finding {
  let segments = segments(of: ending.parts)
  switch misfit {
  case .beforePin(let index, let by):
    let segment = segments[index]
    let pin = segment.pin?.frame ?? 0
    let from = index > 0 ? segments[index - 1].pin?.frame ?? 0 : 0
    return Finding(
      problem: .pinTooEarly(
        frame: pin, earliest: pin + by, from: from,
        account: Account(segment.parts, ending, plan)),
      origin: segment.pin?.origin)
  case .pinAfterEnd(let index):
    let pin = segments[index].pin
    return Finding(
      problem: .pinAfterEnd(frame: pin?.frame ?? 0, length: asked ?? 0), origin: pin?.origin)
  case .tooShort, .tooLong:
    let reach = Reach(ending)
    let last = segments.last?.parts ?? 0..<0
    return Finding(
      problem: .cannotLast(
        asked: asked ?? 0, shortest: reach.shortest, longest: reach.longest,
        account: Account(last, ending, plan)),
      origin: place)
  }
}

extension Account {
  /// Adds up what is fixed in a range of parts.
  init(_ range: Range<Int>, _ ending: Ending, _ plan: Plan) {
    let tables = plan.files.map(Places.init(of:))
    var fixed: [Fixed] = []
    func note(_ frames: Int64, _ origin: Origin, _ words: String) {
      let line = tables[origin.file].line(of: origin.span.lower)
      fixed.append(
        Fixed(frames: frames, place: "\(plan.files[origin.file].path):\(line)", words: words))
    }
    for index in range {
      switch ending.parts[index] {
      case .sound(let sound, let frames):
        if case .speech(let utterance, _, _) = sound.kind {
          speech += frames
          note(frames, sound.origin, plan.utterances[utterance].text)
        } else {
          breaths += frames
        }
      case .silence(let stretch):
        if stretch.glue.isFlexible || stretch.isBeforePin {
          hasFlexible = true
        } else {
          add(stretch)
          if stretch.cause == .written { note(stretch.glue.natural, stretch.origin, "") }
        }
      case .heading, .pin: break
      }
    }
    longest = Array(fixed.sorted { $0.frames > $1.frames }.prefix(3))
  }

  private mutating func add(_ stretch: Stretch) {
    switch stretch.cause {
    case .written, .habit: written += stretch.glue.natural
    case .bell: bells += stretch.glue.natural
    case .breath: breaths += stretch.glue.natural
    case .end: end += stretch.glue.natural
    }
  }
}
