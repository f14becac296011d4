import KindlySound
public import KindlyBase

/// Keeps the clips that are due soon in memory, and gives back the memory of those that are not.
///
/// The audio thread must not wait for a disk, so somebody reads and checks them before; and a session
/// of a whole day shall need no more memory than a short one. Control side, one thread at a time: call
/// `attend` about once a second, and before a seek with its goal.
public final class Residency {
  private let score: Score
  private let ahead: Int64
  private let behind: Int64
  private var resident: [ObjectIdentifier: Clip] = [:]
  private var missing: Set<ObjectIdentifier> = []
  private var heardAsSilence: Set<ObjectIdentifier> = []
  private let beds = HeldBackgrounds()

  /// How many clips could not be had when they were due, and were silent.
  public var silent: Int { heardAsSilence.count }

  /// Makes a residency for a score, whose clips are all in memory when it is made.
  public init(
    _ score: Score, ahead: Frames = Frames(seconds: 60), behind: Frames = Frames(seconds: 10)
  ) {
    self.score = score
    self.ahead = ahead.count
    self.behind = behind.count
    for clip in score.clips { resident[ObjectIdentifier(clip)] = clip }
  }

  /// Brings the clips around a place into memory, and gives back the memory of the others. What can't
  /// be had now is tried again the next time.
  public func attend(_ position: Frames) {
    beds.hold(around: position.count, of: score)
    let lane = score.voice
    var wanted: [ObjectIdentifier: Clip] = [:]
    var due: Set<ObjectIdentifier> = []
    var part = lane.first(endingAfter: position.count - behind)
    while part < lane.count {
      let identity = ObjectIdentifier(score.clips[part])
      wanted[identity] = score.clips[part]
      if lane.starts[part] <= position.count, position.count < lane.ends[part] {
        due.insert(identity)
      }
      // The first clip beyond is taken too: nobody may come by in a long silence before it.
      if lane.starts[part] >= position.count + ahead { break }
      part += 1
    }
    for (identity, clip) in resident where wanted[identity] == nil { clip.empty() }
    // A clip that already sounds stays silent to its end: half of it is no better.
    resident = wanted.filter { identity, clip in
      resident[identity] != nil
        || !(due.contains(identity) && missing.contains(identity)) && clip.fill()
    }
    missing = Set(wanted.keys).subtracting(resident.keys)
    heardAsSilence.formUnion(missing.intersection(due))
  }
}
