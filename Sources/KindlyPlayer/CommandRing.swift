import Synchronization

/// What the control side asks of the audio thread.
enum PlayerCommand: BitwiseCopyable, Sendable {
  case play
  /// Fade over so many frames, then hold the place.
  case pause(fade: Int64)
  /// Fade over so many frames, then go on at a frame.
  case seek(Int64, fade: Int64)
  case volume(Float)
  /// Fade over so many frames, then end.
  case stop(fade: Int64)
}

/// A bounded queue from one thread to one other, without a lock; the memory is made once.
struct Ring<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private let places: UnsafeMutablePointer<Element>
  private let capacity: Int
  private let put = Atomic<Int>(0)
  private let taken = Atomic<Int>(0)

  init(capacity: Int) {
    self.capacity = capacity
    places = .allocate(capacity: capacity)
  }

  deinit { places.deallocate() }

  /// Adds an element; false if there is no room. Called by one thread at a time.
  func send(_ element: Element) -> Bool {
    let next = put.load(ordering: .relaxed)
    guard next - taken.load(ordering: .acquiring) < capacity else { return false }
    (places + next % capacity).initialize(to: element)
    put.store(next + 1, ordering: .releasing)
    return true
  }

  /// Takes the oldest element. Called by the other thread alone.
  func take() -> Element? {
    let next = taken.load(ordering: .relaxed)
    guard next < put.load(ordering: .acquiring) else { return nil }
    let element = places[next % capacity]
    taken.store(next + 1, ordering: .releasing)
    return element
  }
}
