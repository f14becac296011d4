import KindlyBase

/// How a session ends: its parts with the silence after the last sound, and its last strike.
struct FinalSilence {
  /// Frames of silence after the last words or breath.
  static let afterWords: Int64 = 2 * Frames.rate

  /// All parts, with the silence after the last sound.
  var parts: [Part]
  /// Every strike: which part it is, and how long it rings.
  private(set) var rings: [(part: Int, frames: Int64)] = []
  /// Frames from the last strike until every bell has rung out, however close the strikes come.
  private(set) var ring: Int64 = 0

  /// Ends the parts: 2 s after words, rung out after a bell, as written where it is written.
  init(_ parts: [Part], bells: [BellFacts]) {
    self.parts = parts
    for (index, part) in parts.enumerated() {
      if case .sound(let sound, _) = part, case .strike(let strike) = sound.kind {
        rings.append((index, bells[strike.bell].ring(strike.strength)))
      }
    }
    ring = longestRing
    guard let last = parts.lastIndex(where: \.isSound), case .sound(let sound, _) = parts[last],
      !parts[(last + 1)...].contains(where: \.isSilence)
    else { return }
    let bell = rings.last.flatMap { $0.part == last ? $0.frames : nil }
    self.parts.append(
      .silence(
        Stretch(
          glue: Glue(rigid: bell ?? Self.afterWords), cause: bell == nil ? .end : .bell,
          origin: sound.origin)))
  }

  /// The part that is the last strike.
  var lastStrike: Int? { rings.last?.part }

  /// The last strike's own ring or, with every silence at its floor, what is left of an earlier
  /// strike that rings longer.
  private var longestRing: Int64 {
    guard let last = rings.last else { return 0 }
    let most = rings.reduce(0) { max($0, $1.frames) }
    var (longest, distance, position) = (last.frames, Int64(0), last.part)
    for strike in rings.reversed() {
      distance += parts[strike.part..<position].reduce(0) { $0 + $1.shortest }
      if distance >= most { break }
      longest = max(longest, strike.frames - distance)
      position = strike.part
    }
    return longest
  }
}

extension Part {
  var isSound: Bool { if case .sound = self { true } else { false } }
  var isSilence: Bool { if case .silence = self { true } else { false } }

  /// The least it can last.
  fileprivate var shortest: Int64 {
    switch self {
    case .sound(_, let frames): frames
    case .silence(let stretch): stretch.glue.floor
    case .heading, .background, .pin: 0
    }
  }
}
