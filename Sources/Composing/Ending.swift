/// How a session ends: its parts with the silence after the last sound, and its last strike.
struct Ending {
  /// Frames of silence after the last words or breath.
  static let afterWords: Int64 = 2 * 48_000

  /// All parts; the last is a silence that may be lengthened for a bell to ring out.
  var parts: [Part]
  /// The part that is the last strike.
  var lastStrike: Int?
  /// Frames from the last strike until every bell has rung out.
  var ring: Int64 = 0

  /// Ends the parts: 2 s after words, rung out after a bell, as written where it is written.
  init(_ parts: [Part], bells: [BellFacts]) {
    self.parts = parts
    lastStrike = parts.lastIndex(where: \.isStrike)
    ring = lastStrike.map { Self.ring(after: $0, in: parts, bells: bells) } ?? 0
    guard let last = parts.lastIndex(where: \.isSound), case .sound(let sound, _) = parts[last]
    else { return }
    let isWritten = parts[(last + 1)...].contains(where: \.isSilence)
    if !isWritten {
      let isBell = last == lastStrike
      self.parts.append(
        .silence(
          Stretch(
            glue: Glue(rigid: isBell ? ring : Self.afterWords), cause: isBell ? .bell : .end,
            origin: sound.origin)))
    }
  }

  /// How long the last strike and, where it rings longer, one before it still sound.
  private static func ring(after strike: Int, in parts: [Part], bells: [BellFacts]) -> Int64 {
    var distance: Int64 = 0
    var ring: Int64 = 0
    let most = bells.reduce(0) { max($0, $1.ring(1)) }
    for part in parts[...strike].reversed() {
      if case .sound(let sound, let frames) = part {
        distance += frames
        if case .strike(let strike) = sound.kind {
          ring = max(ring, bells[strike.bell].ring(strike.strength) - distance)
        }
      } else if case .silence(let stretch) = part {
        distance += stretch.glue.floor
      }
      if distance >= most { break }
    }
    return ring
  }
}

extension Part {
  var isSound: Bool { if case .sound = self { true } else { false } }
  var isSilence: Bool { if case .silence = self { true } else { false } }
  var isStrike: Bool {
    if case .sound(let sound, _) = self, case .strike = sound.kind { true } else { false }
  }
}
