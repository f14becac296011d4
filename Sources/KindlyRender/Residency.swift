import Glibc
import KindlySound
public import KindlyBase

/// Keeps the clips that are due soon in memory, and lets go of those that have been heard.
///
/// Clips may be mapped files. The audio thread must not wait for a disk, so somebody touches them
/// before; and a session of a whole day shall need no more memory than a short one. Control side, one
/// thread at a time: call `attend` about once a second, and before a seek with its goal.
public final class Residency {
  private let score: Score
  private let ahead: Int64
  private let behind: Int64
  private var resident: [ObjectIdentifier: Clip] = [:]
  /// Kept, so that no compiler leaves the reading out.
  private var touched: UInt8 = 0

  /// Makes a residency for a score; nothing is touched before the first `attend`.
  public init(
    _ score: Score, ahead: Frames = Frames(seconds: 60), behind: Frames = Frames(seconds: 10)
  ) {
    self.score = score
    self.ahead = ahead.count
    self.behind = behind.count
  }

  /// Brings the clips around a place into memory, and lets go of the others.
  public func attend(_ position: Frames) {
    let lane = score.voice
    var wanted: [ObjectIdentifier: Clip] = [:]
    var part = lane.first(endingAfter: position.count - behind)
    while part < lane.count {
      wanted[ObjectIdentifier(score.clips[part])] = score.clips[part]
      // The first clip beyond is taken too: nobody may come by in a long silence before it.
      if lane.starts[part] >= position.count + ahead { break }
      part += 1
    }
    for (identity, clip) in resident where wanted[identity] == nil { Self.letGo(of: clip) }
    for (identity, clip) in wanted where resident[identity] == nil { touch(clip) }
    resident = wanted
  }

  private static var page: UInt { 4_096 }
  /// Linux's `MADV_PAGEOUT`, since 5.4. It never loses what was written, unlike `MADV_DONTNEED`, so
  /// it is right for a clip in plain memory too; an older kernel refuses it, which does no harm.
  private static var pageOut: CInt { 21 }

  /// Asks for all of it at once, then waits for every page.
  private func touch(_ clip: Clip) {
    let bytes = UnsafeRawBufferPointer(clip.samples)
    guard let base = bytes.baseAddress else { return }
    let start = UInt(bitPattern: base) / Self.page * Self.page
    let length = UInt(bitPattern: base) + UInt(bytes.count) - start
    madvise(UnsafeMutableRawPointer(bitPattern: start), Int(length), MADV_WILLNEED)
    for place in stride(from: 0, to: bytes.count, by: Int(Self.page)) { touched &+= bytes[place] }
  }

  /// Gives whole pages back; neighbours at both ends stay.
  private static func letGo(of clip: Clip) {
    let bytes = UnsafeRawBufferPointer(clip.samples)
    guard let base = bytes.baseAddress else { return }
    let start = (UInt(bitPattern: base) + page - 1) / page * page
    let end = (UInt(bitPattern: base) + UInt(bytes.count)) / page * page
    guard end > start else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), pageOut)
  }
}
