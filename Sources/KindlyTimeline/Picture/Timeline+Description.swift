extension Timeline {
  /// The session in words, for whoever can't see its picture: its length, its sections, how much of it
  /// is without words, and when bells ring.
  public var description: String {
    let named = sections.count { !$0.name.isEmpty }
    let spoken = events.reduce(Frames.zero) { sum, event in
      switch event.kind {
      case .speech, .breath: sum + event.frames
      case .bell, .pause: sum
      }
    }
    var parts = ["Lasts \(frames.clock)"]
    if named > 0 { parts.append(named == 1 ? "1 section" : "\(named) sections") }
    if frames > .zero {
      let silence = (frames - spoken).count * 100
      parts.append("\((silence + frames.count / 2) / frames.count) % silence")
    }
    return parts.joined(separator: ", ") + "; " + bells + "."
  }

  /// When bells ring, in words. Of many only how many they are, and the first and the last.
  private var bells: String {
    var starts: [Frames] = []
    for event in events {
      if case .bell(let strike) = event.kind, strike.strength > 0, starts.last != event.start {
        starts.append(event.start)
      }
    }
    let times = starts.map { $0 < Frames(Frames.rate) ? "the beginning" : $0.clock }
    return switch times.count {
    case 0: "no bell"
    case 1: "a bell at \(times[0])"
    case 2...6:
      "a bell at " + times.dropLast().joined(separator: ", ") + " and at \(times[times.count - 1])"
    default: "\(times.count) bells, the first at \(times[0]), the last at \(times[times.count - 1])"
    }
  }
}
