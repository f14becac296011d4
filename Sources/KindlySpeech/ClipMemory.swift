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
  /// - Parameter load: writes all of it; false if it can't, and then nothing is written.
  func fill(_ load: (UnsafeMutableRawBufferPointer) -> Bool) -> Bool {
    state.withLock { state in
      if !state.isFilled {
        state.isFilled = load(
          UnsafeMutableRawBufferPointer(
            start: UnsafeMutableRawPointer(bitPattern: address), count: size))
      }
      if state.isFilled { state.users += 1 }
      return state.isFilled
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

extension Clip {
  /// A clip whose samples are made when they are due.
  ///
  /// - Parameters:
  ///   - count: its length in frames.
  ///   - isKept: whether samples that were made stay, because they can't be had again as easily.
  ///   - make: exactly `count` samples, the same each time; nil if they can't be had now. Any thread.
  public static func due(
    count: Int, isKept: Bool, make: @escaping @Sendable () -> [Float]?
  ) -> Clip {
    guard let memory = ClipMemory(size: count * MemoryLayout<Float>.stride) else {
      return Clip(make() ?? [Float](repeating: 0, count: count))
    }
    let store = Store(
      isFilled: { memory.isFilled },
      fill: {
        memory.fill { bytes in
          guard let samples = make(), samples.count == count else { return false }
          samples.withUnsafeBytes { bytes.copyMemory(from: $0) }
          return true
        }
      },
      empty: { memory.empty(isKept: isKept) })
    return Clip(
      samples: UnsafeBufferPointer(
        start: memory.start?.assumingMemoryBound(to: Float.self), count: count),
      store: store
    ) { _ in withExtendedLifetime(memory) {} }
  }
}
