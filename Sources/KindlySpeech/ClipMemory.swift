import Glibc
public import KindlySound
import Synchronization

/// Memory of a clip that is filled when it is due and may be given back. Any thread.
final class ClipMemory: Sendable {
  private let address: UInt
  private let size: Int
  private let state: Mutex<Bool>

  /// Memory that is there already, in whole pages; `isFilled`: whether the samples are in it.
  init(_ start: UnsafeMutableRawPointer, size: Int, isFilled: Bool) {
    address = UInt(bitPattern: start)
    self.size = size
    state = Mutex(isFilled)
  }

  /// Memory that reads as zeros and takes none before it is filled; nil where there is no more.
  convenience init?(size: Int) {
    let start = mmap(
      nil, max(1, size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else { return nil }
    self.init(start, size: max(1, size), isFilled: false)
  }

  deinit { munmap(UnsafeMutableRawPointer(bitPattern: address), size) }

  /// Where it begins.
  var start: UnsafeRawPointer? { UnsafeRawPointer(bitPattern: address) }

  /// Whether the samples are in it.
  var isFilled: Bool { state.withLock(\.self) }

  /// Fills it unless it is filled; of two threads one waits for the other.
  /// - Parameter load: writes all of it; false if it can't, and then nothing is written.
  func fill(_ load: (UnsafeMutableRawBufferPointer) -> Bool) -> Bool {
    state.withLock { isFilled in
      if isFilled { return true }
      isFilled = load(
        UnsafeMutableRawBufferPointer(
          start: UnsafeMutableRawPointer(bitPattern: address), count: size))
      return isFilled
    }
  }

  /// Gives the memory back; it reads as zeros.
  func empty() {
    state.withLock { isFilled in
      guard isFilled else { return }
      madvise(UnsafeMutableRawPointer(bitPattern: address), size, MADV_DONTNEED)
      isFilled = false
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
      empty: { if !isKept { memory.empty() } })
    return Clip(
      samples: UnsafeBufferPointer(
        start: memory.start?.assumingMemoryBound(to: Float.self), count: count),
      store: store
    ) { _ in withExtendedLifetime(memory) {} }
  }
}
