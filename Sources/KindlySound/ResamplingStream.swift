/// A `Resampler` for blocks as they come, for the audio thread: interleaved channels, memory made
/// once.
///
/// To get output frames: ask `sourceFrames(for:)` how many source frames are missing, write them to
/// `room`, then `produce`. The source begins at `nextSource`, which is negative before output frame
/// 0: there all is silence. Same samples as `Resampler.resample` for any block size and any seek.
public struct ResamplingStream: ~Copyable {
  /// Never read; keeps the filter's table alive.
  private let owner: Resampler
  private let filter: PolyphaseFilter
  private let channels: Int
  /// Each channel's window on the source, one after the other.
  private let window: UnsafeMutablePointer<Float>
  /// Interleaved source frames as the caller wrote them.
  private let fresh: UnsafeMutablePointer<Float>
  private let capacity: Int
  /// The source frame at the start of the window, and how many are in it.
  private var start: Int64 = 0
  private var held = 0
  private var frame: Int64 = 0

  /// Makes a stream at output frame 0 that gives up to `maximum` output frames at a time.
  public init(_ resampler: Resampler, channels: Int, maximum: Int) {
    owner = resampler
    filter = resampler.filter
    self.channels = channels
    capacity = Int(Int64(maximum) * filter.step / filter.phases) + 2 + filter.taps
    window = .allocate(capacity: capacity * channels)
    fresh = .allocate(capacity: capacity * channels)
    window.initialize(repeating: 0, count: capacity * channels)
    fresh.initialize(repeating: 0, count: capacity * channels)
    start = filter.place(of: 0).first
  }

  deinit {
    window.deallocate()
    fresh.deallocate()
  }

  /// The source frame that `room` begins with.
  public var nextSource: Int64 {
    @_noLocks get { start + Int64(held) }
  }

  /// The output frame that comes next.
  public var nextFrame: Int64 {
    @_noLocks get { frame }
  }

  /// Where the caller writes the source frames that are missing, interleaved.
  public var room: UnsafeMutablePointer<Float> {
    @_noLocks get { fresh }
  }

  /// Goes to an output frame; the source goes on at `nextSource`.
  @_noLocks
  public mutating func seek(to frame: Int64) {
    self.frame = frame
    start = filter.place(of: frame).first
    held = 0
  }

  /// Source frames to write to `room` before `count` output frames (up to the maximum) can follow.
  @_noLocks
  public func sourceFrames(for count: Int) -> Int {
    guard count > 0 else { return 0 }
    let last = filter.place(of: frame + Int64(count) - 1).first + Int64(filter.taps)
    return max(0, Int(last - start) - held)
  }

  /// Writes the next `count` output frames, interleaved, from `sourceFrames(for: count)` frames in
  /// `room`.
  @_noLocks
  public mutating func produce(_ count: Int, into out: UnsafeMutablePointer<Float>) {
    let added = sourceFrames(for: count)
    for channel in 0..<channels {
      let line = window + channel * capacity + held
      for place in 0..<added { line[place] = fresh[place * channels + channel] }
    }
    held += added
    for offset in 0..<count {
      let (first, phase) = filter.place(of: frame + Int64(offset))
      for channel in 0..<channels {
        let samples = window + channel * capacity + Int(first - start)
        out[offset * channels + channel] = filter.inner(samples, phase: phase)
      }
    }
    frame += Int64(count)
    forget(before: filter.place(of: frame).first)
  }

  /// Moves the window on to a source frame.
  @_noLocks
  private mutating func forget(before source: Int64) {
    let gone = min(held, Int(source - start))
    held -= gone
    start += Int64(gone)
    for channel in 0..<channels {
      let line = window + channel * capacity
      for place in 0..<held { line[place] = line[place + gone] }
    }
  }
}
