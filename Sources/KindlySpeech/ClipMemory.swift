import CKindlyESpeakNG
import Glibc
public import KindlySound
import Synchronization

/// Memory of a clip that is filled when it is due and given back when nobody needs it any more. Any thread.
final class ClipMemory: Sendable {
  private struct State {
    var isFilled = false
    /// How many have asked for the samples and not given them back.
    var users = 0
  }

  private let address: UInt
  private let size: Int
  private let state = Mutex(State())
  private let filling = SleepingLock()

  /// Memory that reads as zeros and takes none before it is filled; nil where there is no more.
  init?(size: Int) {
    self.size = max(1, size)
    let start = mmap(
      nil, max(1, size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else { return nil }
    address = UInt(bitPattern: start)
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), size) }

  /// Where it begins.
  var start: UnsafeRawPointer? { UnsafeRawPointer(bitPattern: address) }

  /// Whether the samples are in it.
  var isFilled: Bool { state.withLock(\.isFilled) }

  /// Fills it unless it is filled; of two threads one waits for the other. Each success is answered by
  /// `empty`.
  /// - Parameters:
  ///   - read: fills memory with what was kept, and says whether that is right; what is not
  ///     is never heard. Nil where nothing is kept.
  ///   - make: makes the samples where nothing was kept; nil if they can't be had.
  func fill(read: ((UnsafeMutableRawBufferPointer) -> Bool)?, make: () -> [Float]?) -> Bool {
    filling.withLock {
      let isThere = state.withLock { state in
        if state.isFilled { state.users += 1 }
        return state.isFilled
      }
      if isThere { return true }
      guard read.map(takeIn) ?? false || copy(make()) else { return false }
      state.withLock { state in
        state.isFilled = true
        state.users += 1
      }
      return true
    }
  }

  /// Reads into other memory, which takes the place of this one if it is right.
  private func takeIn(_ read: (UnsafeMutableRawBufferPointer) -> Bool) -> Bool {
    let draft = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0)
    guard let draft, draft != MAP_FAILED else { return false }
    if read(UnsafeMutableRawBufferPointer(start: draft, count: size)),
      kindly_move_pages(draft, UnsafeMutableRawPointer(bitPattern: address), size)
    {
      return true
    }
    munmap(draft, size)
    return false
  }

  private func copy(_ samples: [Float]?) -> Bool {
    guard let samples, let memory = UnsafeMutableRawPointer(bitPattern: address) else {
      return false
    }
    return samples.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, max(1, bytes.count) == size else { return false }
      memory.copyMemory(from: start, byteCount: bytes.count)
      return true
    }
  }

  /// Gives the memory back, if this was the last who needed it; it reads as zeros then.
  /// - Parameter isKept: whether the samples stay all the same.
  func empty(isKept: Bool) {
    state.withLock { state in
      state.users = max(0, state.users - 1)
      guard state.users == 0, state.isFilled, !isKept else { return }
      madvise(UnsafeMutableRawPointer(bitPattern: address), size, MADV_DONTNEED)
      state.isFilled = false
    }
  }
}

/// A lock that is held for milliseconds. Who waits for it sleeps; who waits for a `Mutex` is kept busy by the
/// kernel as long as its owner runs.
private final class SleepingLock: @unchecked Sendable {  // as the lock is made for
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() { pthread_mutex_init(lock, nil) }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func withLock<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}

extension Clip {
  /// A clip whose samples are read or made when they are due.
  ///
  /// - Parameters:
  ///   - count: its length in frames.
  ///   - isKept: whether samples that were made stay, because they can't be had again as easily.
  ///   - read: fills memory with `count` samples that were kept, and says whether they are right; nil where
  ///     none are kept. Any thread.
  ///   - make: exactly `count` samples, the same each time, where none were kept; nil if they can't be had
  ///     now. Any thread.
  public static func due(
    count: Int, isKept: Bool,
    read: (@Sendable (UnsafeMutableRawBufferPointer) -> Bool)? = nil,
    make: @escaping @Sendable () -> [Float]?
  ) -> Clip {
    guard let memory = ClipMemory(size: count * MemoryLayout<Float>.stride) else {
      return Clip(make() ?? [Float](repeating: 0, count: count))
    }
    let store = Store(
      isFilled: { memory.isFilled },
      fill: { memory.fill(read: read, make: make) },
      empty: { memory.empty(isKept: isKept) })
    return Clip(
      samples: UnsafeBufferPointer(
        start: memory.start?.assumingMemoryBound(to: Float.self), count: count),
      store: store
    ) { _ in withExtendedLifetime(memory) {} }
  }
}
