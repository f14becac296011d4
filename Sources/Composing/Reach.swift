/// The shortest and the longest a session can be.
struct Reach: Hashable {
  var shortest: Int64
  /// nil when it may be of any length from the shortest on.
  var longest: Int64?

  /// Makes a reach from its ends.
  init(shortest: Int64, longest: Int64?) {
    self.shortest = shortest
    self.longest = longest
  }

  /// What the last segment and the last bell allow; segments before the last pin are fixed by it.
  init(_ ending: Ending) {
    let segments = segments(of: ending.parts)
    let start = segments.dropLast().last?.pin?.frame ?? 0
    guard let last = segments.last else {
      (shortest, longest) = (0, 0)
      return
    }
    shortest = start + last.shortest
    longest = last.longest.map { start + $0 }
    guard let strike = ending.lastStrike,
      let index = segments.firstIndex(where: { $0.parts.contains(strike) })
    else { return }
    let home = segments[index]
    let before = Segment(home.parts.lowerBound..<strike, of: ending.parts)
    let after = Segment(strike..<home.parts.upperBound, of: ending.parts)
    let from = index > 0 ? segments[index - 1].pin?.frame ?? 0 : 0
    var earliest = from + before.shortest
    if let pin = home.pin?.frame, let longest = after.longest {
      earliest = max(earliest, pin - longest)
    }
    shortest = max(shortest, earliest + ending.ring)
    guard let longest else { return }
    let latest = home.pin.map { $0.frame - after.shortest } ?? before.longest.map { from + $0 }
    self.longest = latest.map { max(longest, $0 + ending.ring) }
  }
}
