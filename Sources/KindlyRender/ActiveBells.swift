import KindlySound

/// The bells that ring at the moment: one `BellRinging` each, made before the session begins.
///
/// Which ones ring in a block is a function of the block; going on to the next one is just cheaper.
/// They are always summed in the order of their strikes.
struct ActiveBells: ~Copyable {
  private let lane: Lane
  private let strikes: UnsafePointer<BellSound>
  /// All there are, and the slot of each bell that rings, in the order of their strikes; the slots
  /// that are free follow behind.
  ///
  /// Reached by `pointee`: a call through the subscript makes Swift 6.3's compiler fail under the
  /// thread sanitizer.
  private let slots: UnsafeMutablePointer<BellRinging>
  private let order: UnsafeMutablePointer<Int>
  private let capacity: Int
  private var live = 0
  /// The next strike to look at, and the block that comes next.
  private var next = 0
  private var block = Int64.min

  /// The bell that ends a session early.
  private let closing: BellSound?
  private var closingRinging: BellRinging
  private var closes = false
  /// From here on no bell of the score is struck, and from here on a hand lies on all.
  private var lastStrike = Int64.max
  private var hand = Int64.max

  init(_ score: Score) {
    lane = score.bells
    strikes = score.strikes
    closing = score.closing?.sound
    capacity = score.ringing
    slots = .allocate(capacity: max(1, capacity))
    order = .allocate(capacity: max(1, capacity))
    for slot in 0..<capacity {
      (slots + slot).initialize(to: BellRinging(capacity: score.oscillations))
      (order + slot).initialize(to: slot)
    }
    closingRinging = BellRinging(capacity: score.oscillations)
  }

  deinit {
    slots.deinitialize(count: capacity)
    slots.deallocate()
    order.deallocate()
  }

  /// Ends early: no strike that was due later is heard; perhaps the closing bell, or a hand.
  @_noLocks
  mutating func end(_ ending: Ending) {
    lastStrike = min(lastStrike, ending.start)
    block = .min
    switch ending.way {
    case .gently:
      guard let closing else { return }
      closes = true
      closingRinging.start(closing, at: ending.strike)
    case .atOnce:
      hand = ending.start
      closingRinging.mute(at: hand)
    }
  }

  /// Adds the 64 frames from `index` · 64 on to an interleaved stereo block.
  @_noLocks
  mutating func add(into out: UnsafeMutablePointer<Float>, block index: Int64) {
    if index == block { forget(before: index * 64) } else { gather(at: index * 64) }
    let last = min(index * 64 + 64, lastStrike)
    while next < lane.count, lane.starts[next] < last {
      take(next, stillSoundingAt: index * 64)
      next += 1
    }
    for place in 0..<live { (slots + order[place]).pointee.add(into: out, block: index) }
    if closes { closingRinging.add(into: out, block: index) }
    block = index + 1
  }

  /// After a seek: nothing rings, and strikes are looked at from the first that may.
  @_noLocks
  private mutating func gather(at frame: Int64) {
    live = 0
    next = lane.first(endingAfter: frame)
  }

  /// Lets go of bells that have rung out, keeping the order of the others.
  @_noLocks
  private mutating func forget(before frame: Int64) {
    var kept = 0
    for place in 0..<live {
      let slot = order[place]
      guard (slots + slot).pointee.end > frame else { continue }
      order[place] = order[kept]
      order[kept] = slot
      kept += 1
    }
    live = kept
  }

  /// Strikes a bell, unless it has rung out before `frame`.
  @_noLocks
  private mutating func take(_ strike: Int, stillSoundingAt frame: Int64) {
    guard lane.ends[strike] > frame, live < capacity else { return }
    let slot = order[live]
    (slots + slot).pointee.start(strikes[strike], at: lane.starts[strike])
    (slots + slot).pointee.mute(at: hand)
    live += 1
  }
}
