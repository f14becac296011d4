import Synchronization

/// The chunks of backgrounds that sound now and soon: the first at once, the rest made beside.
final class HeldBackgrounds: Sendable {
  /// What was held for the last two places: a fade after a seek still plays the one before.
  private let held = Mutex<[[BackgroundChunks.Hold]]>([])

  /// Frames that must be there at once, 2 s, and those that may take a moment: as long as a control
  /// loop may sleep, and longer.
  private static let now: Int64 = 96_000
  private static let ahead: Int64 = 24 * 48_000
  private static let behind: Int64 = 96_000

  /// Holds what is heard around a frame of a score.
  func hold(around position: Int64, of score: Score) {
    guard score.hasBackground else { return }
    let first = position - Self.behind
    let present = score.hold(first..<position + Self.now)
    held.withLock { $0 = $0.suffix(1) + [present] }
    Task.detached(priority: .utility) { [self] in
      let later = score.hold(position..<position + Self.ahead)
      held.withLock { held in
        if !held.isEmpty { held[held.count - 1] += later }
      }
    }
  }
}
