/// The shortest and the longest a session can be.
struct Reach: Hashable {
  var shortest: Int64
  /// nil when it may be of any length from the shortest on.
  var longest: Int64?

  /// From the shortest to the longest length in frames; nil is without limit.
  init(shortest: Int64, longest: Int64?) {
    self.shortest = shortest
    self.longest = longest
  }

  /// What the last segment and the last bell allow; segments before the last pin are fixed by it.
  init(_ ending: FinalSilence) {
    let segments = segments(of: ending.parts)
    let last = segments[segments.count - 1]
    shortest = last.from + last.shortest
    longest = last.longest.map { last.from + $0 }
    guard let strike = ending.lastStrike,
      let home = segments.first(where: { $0.parts.contains(strike) })
    else { return }
    let before = Segment(home.parts.lowerBound..<strike, of: ending.parts)
    let after = Segment(strike..<home.parts.upperBound, of: ending.parts)
    var earliest = home.from + before.shortest
    if let pin = home.pin?.frame, let longest = after.longest {
      earliest = max(earliest, pin - longest)
    }
    shortest = max(shortest, earliest + ending.ring)
    guard let longest else { return }
    let latest = [
      home.pin.map { $0.frame - after.shortest }, before.longest.map { home.from + $0 },
    ].compactMap(\.self).min()
    self.longest = latest.map { max(longest, $0 + ending.ring) }
  }
}
