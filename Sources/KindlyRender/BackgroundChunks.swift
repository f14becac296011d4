public import KindlySound
import Synchronization

/// The samples of one background, in chunks that are made before they are due and let go afterwards.
///
/// Whoever renders holds the chunks of the stretch that comes next (`hold`); the audio thread reads
/// only those. Control side, any thread, but for its `View`.
public final class BackgroundChunks: @unchecked Sendable {  // pointers never change after init
  /// Frames of a chunk, 4 s.
  public static let chunkFrames = 192_000
  /// Chunks that are kept though nobody holds them: a minute, 18 MB.
  private static let most = 15

  /// How many chunks there are; after the last the first follows.
  public let count: Int
  private let slots: UnsafeMutablePointer<Slot>
  private let make: @Sendable (Int) -> [Float]
  private let state = Mutex(State())
  /// A chunk is made once, however many threads want it: each has the lock of its number.
  private let makers = (0..<4).map { _ in Maker() }

  private final class Maker: Sendable { let lock = Mutex(()) }

  /// The address of a chunk; nil while it is not there.
  struct Slot: ~Copyable {
    let address = Atomic<UInt>(0)
  }

  private struct State {
    var holds: [Int: Int] = [:]
    /// Chunks nobody holds, the one that was let go first at the front.
    var idle: [Int] = []
  }

  /// Chunks by number, each made of interleaved stereo of `chunkFrames` frames.
  ///
  /// - Parameters:
  ///   - count: chunks after which the background repeats.
  ///   - make: makes one, always the same; called on any thread that holds.
  public init(count: Int, make: @escaping @Sendable (Int) -> [Float]) {
    self.count = max(1, count)
    self.make = make
    slots = .allocate(capacity: self.count)
    for slot in 0..<self.count { (slots + slot).initialize(to: Slot()) }
  }

  deinit {
    for slot in 0..<count { free(slot) }
    slots.deinitialize(count: count)
    slots.deallocate()
  }

  /// Chunks that stay in memory as long as this lives.
  public final class Hold: Sendable {
    private let chunks: BackgroundChunks
    private let numbers: [Int]

    fileprivate init(_ chunks: BackgroundChunks, _ numbers: [Int]) {
      self.chunks = chunks
      self.numbers = numbers
    }

    deinit { chunks.release(numbers) }
  }

  /// Makes the chunks of a range of frames, counted from the background's start, unless they are there,
  /// and keeps them until the answer goes away. Takes about a fiftieth of the time they sound.
  public func hold(_ frames: Range<Int64>) -> Hold {
    let length = Int64(Self.chunkFrames)
    let lower = max(0, frames.lowerBound) / length
    let upper = max(lower, (frames.upperBound + length - 1) / length)
    var numbers: [Int] = []
    for place in lower..<min(upper, lower + Int64(count)) {
      let number = Int(place % Int64(count))
      numbers.append(number)
      state.withLock { state in
        state.holds[number, default: 0] += 1
        state.idle.removeAll { $0 == number }
      }
      provide(number)
    }
    return Hold(self, numbers)
  }

  /// What the audio thread reads; valid as long as the chunks live.
  var view: View { View(slots: slots, count: Int64(count)) }

  /// The chunks as the audio thread sees them.
  struct View: BitwiseCopyable {
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let count: Int64

    /// The sample of a side that a frame begins with, counted from the background's start; nil if
    /// nobody holds its chunk. 64 frames of a block follow one another.
    ///
    /// Audio thread: never locks, allocates or waits.
    @_noLocks
    func block(at frame: Int64) -> UnsafePointer<Float>? {
      let length = Int64(192_000)
      let number = Int(frame / length % count)
      let address = (slots + number).pointee.address.load(ordering: .acquiring)
      guard let chunk = UnsafePointer<Float>(bitPattern: address) else { return nil }
      return chunk + 2 * Int(frame % length)
    }
  }

  private func provide(_ number: Int) {
    makers[number % makers.count].lock.withLock { _ in
      guard (slots + number).pointee.address.load(ordering: .relaxed) == 0 else { return }
      let samples = make(number)
      let memory = UnsafeMutablePointer<Float>.allocate(capacity: 2 * Self.chunkFrames)
      memory.initialize(repeating: 0, count: 2 * Self.chunkFrames)
      samples.withUnsafeBufferPointer { source in
        guard let first = source.baseAddress else { return }
        memory.update(from: first, count: min(source.count, 2 * Self.chunkFrames))
      }
      (slots + number).pointee.address.store(UInt(bitPattern: memory), ordering: .releasing)
    }
  }

  private func release(_ numbers: [Int]) {
    state.withLock { state in
      for number in numbers {
        let left = state.holds[number, default: 1] - 1
        state.holds[number] = left > 0 ? left : nil
        if left <= 0 { state.idle.append(number) }
      }
      while state.idle.count > Self.most { free(state.idle.removeFirst()) }
    }
  }

  private func free(_ number: Int) {
    let address = (slots + number).pointee.address.exchange(0, ordering: .acquiringAndReleasing)
    UnsafeMutablePointer<Float>(bitPattern: address)?.deallocate()
  }
}

/// A background as a score takes it.
public struct BackgroundSound: Sendable {
  /// Its samples, at its own loudness on the session's scale.
  public let chunks: BackgroundChunks
  /// Decibels by which it gives way to words.
  public let dip: Double
  /// The highest true peak of its samples, in dBTP.
  public let peak: Double

  /// Joins samples with a dip; no true peak of a chunk is above `peak`.
  public init(
    chunks: BackgroundChunks, dip: Double, peak: Double = LoudnessScale.usualBackgroundPeak
  ) {
    self.chunks = chunks
    self.dip = dip
    self.peak = peak
  }
}
