import Dispatch
import KindlySound
public import KindlyBase
import Synchronization

/// Has the clips that are due soon in memory, and gives back the memory of those that are not.
///
/// The audio thread must not wait for a disk or for somebody who shapes speech, so that is done before: what
/// is due at once while the caller waits, the rest in the order in which it is due, on another thread; before
/// the sound begins, only what is due soon.
/// A session of a whole day needs no more memory than a short one. Control side, one thread at a time: call
/// `attend` about once a second, and before a seek with its goal.
public final class Residency {
  private let score: Score
  private let ahead: Int64
  private let behind: Int64
  /// What is due within this is there when `attend` returns: 5 s. Until the sound moves on nothing else is
  /// looked at, but for the clip that follows, so that it begins sooner.
  private static let atOnce: Int64 = 240_000
  /// Where the sound begins.
  private var beginning: Int64?
  private let loading = Loading()
  private let queue = DispatchQueue(label: "kindly.clips", qos: .userInitiated)
  private var heardAsSilence: Set<ObjectIdentifier> = []
  private let beds = HeldBackgrounds()

  /// How many clips could not be had when they were due, and were silent.
  public var silent: Int { heardAsSilence.count }

  /// Makes a residency for a score; nothing is brought into memory before the first `attend`.
  public init(
    _ score: Score, ahead: Frames = Frames(seconds: 60), behind: Frames = Frames(seconds: 10)
  ) {
    self.score = score
    self.ahead = ahead.count
    self.behind = behind.count
  }

  deinit { loading.stop() }

  /// Brings the clips around a place into memory, and gives back the memory of the others. What can't
  /// be had now is tried again the next time.
  public func attend(_ position: Frames) {
    beds.hold(around: position.count, of: score)
    let lane = score.voice
    let beginning = beginning ?? position.count
    self.beginning = beginning
    let ahead = position.count == beginning ? min(ahead, Self.atOnce) : ahead
    var wanted: [Clip] = []
    var known: Set<ObjectIdentifier> = []
    var urgent = 0
    var due: Set<ObjectIdentifier> = []
    var part = lane.first(endingAfter: position.count - behind)
    while part < lane.count {
      let clip = score.clips[part]
      if known.insert(ObjectIdentifier(clip)).inserted { wanted.append(clip) }
      if lane.starts[part] <= position.count, position.count < lane.ends[part] {
        due.insert(ObjectIdentifier(clip))
      }
      if lane.starts[part] < position.count + Self.atOnce { urgent = wanted.count }
      // The first clip beyond is taken too: nobody may come by in a long silence before it.
      if lane.starts[part] >= position.count + ahead { break }
      part += 1
    }
    let (turn, missing) = loading.begin(wanted, urgent: wanted.prefix(urgent), sounding: due)
    heardAsSilence.formUnion(missing.intersection(due))
    let later = Array(wanted.dropFirst(urgent))
    guard loading.lacks(later) else { return }
    let loading = loading
    queue.async { for clip in later { loading.fill([clip], in: turn) } }
  }
}

/// Which clips are in memory, and which could not be had. Any thread.
private final class Loading: Sendable {
  struct State {
    var turn = 0
    var resident: [ObjectIdentifier: Clip] = [:]
    var missing: Set<ObjectIdentifier> = []
  }

  private let state = Mutex(State())

  /// Begins a turn, which ends the work of the one before: gives back what is not wanted, and fills what
  /// is urgent.
  /// - Returns: its number, and the clips that could not be had.
  func begin(
    _ wanted: [Clip], urgent: ArraySlice<Clip>, sounding: Set<ObjectIdentifier>
  ) -> (turn: Int, missing: Set<ObjectIdentifier>) {
    state.withLock { state in
      state.turn += 1
      let names = Set(wanted.map(ObjectIdentifier.init))
      for (identity, clip) in state.resident where !names.contains(identity) {
        clip.empty()
        state.resident[identity] = nil
      }
      state.missing.formIntersection(names)
      for clip in urgent {
        // A clip that already sounds stays silent to its end: half of it is no better.
        let identity = ObjectIdentifier(clip)
        if sounding.contains(identity), state.missing.contains(identity) { continue }
        state.fill(clip)
      }
      return (state.turn, state.missing)
    }
  }

  /// Whether one of some clips is not in memory.
  func lacks(_ clips: [Clip]) -> Bool {
    state.withLock { state in
      clips.contains { state.resident[ObjectIdentifier($0)] == nil }
    }
  }

  /// Fills clips, unless there was a later turn. The others wait for one clip at most.
  func fill(_ clips: [Clip], in turn: Int) {
    for clip in clips {
      state.withLock { state in
        if state.turn == turn { state.fill(clip) }
      }
    }
  }

  /// Ends the work, and gives back all memory that nobody else needs.
  func stop() {
    state.withLock { state in
      state.turn += 1
      for clip in state.resident.values { clip.empty() }
      state.resident = [:]
    }
  }
}

extension Loading.State {
  fileprivate mutating func fill(_ clip: Clip) {
    let identity = ObjectIdentifier(clip)
    guard resident[identity] == nil else { return }
    if clip.fill() {
      resident[identity] = clip
      missing.remove(identity)
    } else {
      missing.insert(identity)
    }
  }
}
