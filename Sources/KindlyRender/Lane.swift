/// Where the parts of one kind lie in time, in memory that the audio thread may read.
///
/// Parts are ordered by their start and may overlap. Finding those that sound at a frame takes
/// no memory of what was asked before, so a seek is nothing special. Owned by a `Score`.
struct Lane: @unchecked Sendable, BitwiseCopyable {  // immutable after init
  /// Number of parts.
  let count: Int
  /// First frame of each part.
  let starts: UnsafePointer<Int64>
  /// One past the last frame of each part.
  let ends: UnsafePointer<Int64>
  /// The latest end of a part and all before it: never falls, so it can be searched.
  private let reaches: UnsafePointer<Int64>

  /// Copies spans that are ordered by their start; `free` gives the memory back.
  init(_ spans: [Range<Int64>]) {
    count = spans.count
    let memory = UnsafeMutablePointer<Int64>.allocate(capacity: max(1, 3 * spans.count))
    memory.initialize(repeating: 0, count: max(1, 3 * spans.count))
    var latest = Int64.min
    for (index, span) in spans.enumerated() {
      latest = max(latest, span.upperBound)
      memory[index] = span.lowerBound
      memory[count + index] = span.upperBound
      memory[2 * count + index] = latest
    }
    starts = UnsafePointer(memory)
    ends = UnsafePointer(memory + count)
    reaches = UnsafePointer(memory + 2 * count)
  }

  /// Gives the memory back; nothing may read the lane any more.
  func free() { starts.deallocate() }

  /// The first part that may still sound at `frame`: none before it ends later.
  @_noLocks
  func first(endingAfter frame: Int64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if reaches[middle] > frame { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first part that begins at `frame` or later.
  @_noLocks
  func first(startingAt frame: Int64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] >= frame { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first frame from `frame` on at which a part sounds; `Int64.max` if none does any more.
  @_noLocks
  func nextSound(from frame: Int64) -> Int64 {
    let part = first(endingAfter: frame)
    return part < count ? max(frame, starts[part]) : .max
  }

  /// The latest end of the parts before `index`; 0 if there are none.
  @_noLocks
  func reach(before index: Int) -> Int64 { index > 0 ? reaches[index - 1] : 0 }

  /// The most of some spans, ordered by their start, that meet in one block of the grid.
  static func crowd(_ spans: [Range<Int64>]) -> Int {
    let ends = spans.map { ($0.upperBound + 63) / 64 }.sorted()
    var most = 0
    var ended = 0
    for (index, span) in spans.enumerated() {
      while ended < ends.count, ends[ended] <= span.lowerBound / 64 { ended += 1 }
      most = max(most, index + 1 - ended)
    }
    return most
  }
}
