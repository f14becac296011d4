import Glibc
import Synchronization

/// What was heard at a moment, from which a reader works out what is heard now.
struct Anchor: BitwiseCopyable, Sendable, Equatable {
  /// The device frame that was heard, by the device's delay.
  var heard: Int64 = 0
  /// When that was, in nanoseconds of the monotonic clock.
  var time: Int64 = 0
  /// The device frame up to which there is something to hear; nothing later can be heard.
  var written: Int64 = 0
  /// Whether the device runs.
  var runs = false
  /// How the device frame heard maps to the session.
  var segment = PlaceMap.Segment(device: 0, place: 0, moves: false)
  /// The segment that follows, from its own device frame on; the same one if there is none.
  var following = PlaceMap.Segment(device: .max, place: 0, moves: false)

  /// The device frame heard at a time: the clock goes on from the anchor, but not past the end.
  func heard(at now: Int64, rate: Double) -> Int64 {
    guard runs else { return heard }
    let passed = Double(max(0, now - time)) * rate / 1e9
    return max(heard, min(written, heard + Int64(passed)))
  }

  /// The place in the session at a time, in frames of the device's rate, and how many seeks led there.
  func place(at now: Int64, rate: Double) -> (frame: Int64, seeks: Int64) {
    let frame = heard(at: now, rate: rate)
    let segment = frame >= following.device ? following : segment
    return (segment.place(at: frame), segment.seeks)
  }
}

/// An anchor that one thread writes and any thread reads, without a lock: a sequence lock whose
/// fields are atomics, so that a torn read is noticed and no race at all.
struct AnchorCell: ~Copyable {
  private let sequence = Atomic<UInt64>(0)
  private let heard = Atomic<Int64>(0)
  private let time = Atomic<Int64>(0)
  private let written = Atomic<Int64>(0)
  private let flags = Atomic<UInt8>(0)
  private let device = Atomic<Int64>(0)
  private let place = Atomic<Int64>(0)
  private let nextDevice = Atomic<Int64>(.max)
  private let nextPlace = Atomic<Int64>(0)
  private let seeks = Atomic<Int64>(0)
  private let nextSeeks = Atomic<Int64>(0)

  /// Writes; the audio thread alone.
  func publish(_ anchor: Anchor) {
    sequence.add(1, ordering: .relaxed)
    atomicMemoryFence(ordering: .releasing)
    heard.store(anchor.heard, ordering: .relaxed)
    time.store(anchor.time, ordering: .relaxed)
    written.store(anchor.written, ordering: .relaxed)
    flags.store(
      (anchor.runs ? 1 : 0) | (anchor.segment.moves ? 2 : 0) | (anchor.following.moves ? 4 : 0),
      ordering: .relaxed)
    device.store(anchor.segment.device, ordering: .relaxed)
    place.store(anchor.segment.place, ordering: .relaxed)
    nextDevice.store(anchor.following.device, ordering: .relaxed)
    nextPlace.store(anchor.following.place, ordering: .relaxed)
    seeks.store(anchor.segment.seeks, ordering: .relaxed)
    nextSeeks.store(anchor.following.seeks, ordering: .relaxed)
    sequence.add(1, ordering: .releasing)
  }

  /// Reads; any thread. Writing takes some nanoseconds twenty times a second, so one try again is
  /// already rare.
  func read() -> Anchor {
    while true {
      let before = sequence.load(ordering: .acquiring)
      let flags = flags.load(ordering: .relaxed)
      let anchor = Anchor(
        heard: heard.load(ordering: .relaxed), time: time.load(ordering: .relaxed),
        written: written.load(ordering: .relaxed), runs: flags & 1 != 0,
        segment: PlaceMap.Segment(
          device: device.load(ordering: .relaxed), place: place.load(ordering: .relaxed),
          moves: flags & 2 != 0, seeks: seeks.load(ordering: .relaxed)),
        following: PlaceMap.Segment(
          device: nextDevice.load(ordering: .relaxed), place: nextPlace.load(ordering: .relaxed),
          moves: flags & 4 != 0, seeks: nextSeeks.load(ordering: .relaxed)))
      atomicMemoryFence(ordering: .acquiring)
      if before & 1 == 0, before == sequence.load(ordering: .relaxed) { return anchor }
      sched_yield()
    }
  }
}
