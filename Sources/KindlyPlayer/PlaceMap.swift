/// How device frames map to the session: the latest stretches of a transport's way.
///
/// Audio thread. The memory is made with it and holds sixteen stretches; a listener would need fifteen
/// commands within a device's buffer to lose one, and then only the place told is wrong, for as long.
struct PlaceMap: ~Copyable {
  /// A stretch of device frames and what they hold.
  struct Segment: BitwiseCopyable, Sendable, Equatable {
    /// The device frame it begins at.
    var device: Int64
    /// The place in the session there.
    var place: Int64
    /// Whether the place moves; it stands still while fading into a pause, and in it.
    var moves: Bool
    /// How many seeks were asked for before it; the place goes back between two of them only.
    var seeks: Int64 = 0

    /// The place in the session at a device frame.
    func place(at frame: Int64) -> Int64 { moves ? place + (frame - device) : place }
  }

  /// Newest last.
  private let segments: UnsafeMutablePointer<Segment>
  private var count = 1
  private static var capacity: Int { 16 }

  /// Begins at a place of the session, which is held.
  init(at place: Int64) {
    segments = .allocate(capacity: Self.capacity)
    segments.initialize(
      repeating: Segment(device: 0, place: place, moves: false), count: Self.capacity)
  }

  deinit { segments.deallocate() }

  /// The segment a device frame lies in; the oldest that is known for one before it.
  func segment(at frame: Int64) -> Segment {
    var index = count - 1
    while index > 0, segments[index].device > frame { index -= 1 }
    return segments[max(0, index)]
  }

  /// Where to go on when everything after a device frame is lost: at what was heard there, or where
  /// the listener asked to be since.
  func place(goingOnFrom frame: Int64) -> Int64 {
    let heard = segment(at: frame)
    let newest = segments[max(0, count - 1)].seeks
    guard heard.seeks != newest else { return heard.place(at: frame) }
    var index = count - 1
    while index > 0, segments[index - 1].seeks == newest { index -= 1 }
    return segments[index].place
  }

  /// The first segment that begins after a device frame.
  func segment(after frame: Int64) -> Segment? {
    var found: Segment?
    var index = count - 1
    while index >= 0, segments[index].device > frame {
      found = segments[index]
      index -= 1
    }
    return found
  }

  /// Forgets all segments: what was on its way to the ear is lost.
  mutating func forget() { count = 0 }

  /// Adds a segment; one that begins at the same frame was never heard.
  mutating func begin(_ segment: Segment) {
    if count > 0, segments[count - 1].device == segment.device { count -= 1 }
    if count == Self.capacity {
      for index in 1..<count { segments[index - 1] = segments[index] }
      count -= 1
    }
    segments[count] = segment
    count += 1
  }
}
