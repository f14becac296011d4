import Dispatch
import Synchronization

/// Work on numbered parts by several threads, its results taken one by one in order.
///
/// Each thread has a worker of its own and puts what it makes into one of a fixed number of slots, so
/// memory does not grow with the number of parts.
struct Lanes {
  /// Threads that work at once; 1 works on the caller's thread alone.
  let threads: Int
  /// Bytes of a slot.
  let slotBytes: Int

  /// Has `count` parts made and hands each to `take` in order, on the caller's thread. An error of
  /// `take` ends the work.
  ///
  /// - Parameters:
  ///   - worker: Makes a thread's worker: a function of the number of a part and the slot to fill.
  ///   - take: Given the number of a part and its slot.
  func run(
    _ count: Int, worker: @escaping @Sendable () -> (Int, UnsafeMutableRawPointer) -> Void,
    take: (Int, UnsafeMutableRawPointer) throws(RecordingError) -> Void
  ) throws(RecordingError) {
    let threads = min(threads, count)
    if threads <= 1 {
      let slot = UnsafeMutableRawPointer.allocate(byteCount: slotBytes, alignment: 64)
      defer { slot.deallocate() }
      let make = worker()
      for part in 0..<count {
        make(part, slot)
        try take(part, slot)
      }
      return
    }
    let board = Board(slots: threads * 2, slotBytes: slotBytes, count: count)
    let group = DispatchGroup()
    for _ in 0..<threads {
      DispatchQueue.global().async(group: group) { board.work(worker()) }
    }
    // The slots may go only when nobody works in them any more.
    defer {
      board.stop()
      group.wait()
    }
    for part in 0..<count {
      try take(part, board.slot(part))
      board.giveBack()
    }
  }
}

/// The slots, and who may use them.
private final class Board: @unchecked Sendable {  // slots change hands through semaphores
  private let memory: UnsafeMutableRawPointer
  private let slotBytes: Int
  private let slots: Int
  private let count: Int
  private let next = Atomic(0)
  private let isStopped = Atomic(false)
  private let free: DispatchSemaphore
  private let ready: [DispatchSemaphore]

  init(slots: Int, slotBytes: Int, count: Int) {
    self.slots = slots
    self.slotBytes = slotBytes
    self.count = count
    memory = .allocate(byteCount: slots * slotBytes, alignment: 64)
    free = DispatchSemaphore(value: 0)
    ready = (0..<slots).map { _ in DispatchSemaphore(value: 0) }
    for _ in 0..<slots { free.signal() }
  }

  deinit { memory.deallocate() }

  /// A thread's work: parts in their order, each in the slot that is free for it by then. As many
  /// slots are free as parts may be under way, so the slot of a part has always been given back.
  func work(_ make: (Int, UnsafeMutableRawPointer) -> Void) {
    while true {
      free.wait()
      if isStopped.load(ordering: .acquiring) { return }
      let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard part < count else {
        free.signal()
        return
      }
      make(part, memory + part % slots * slotBytes)
      ready[part % slots].signal()
    }
  }

  /// The slot of a part, once it is filled.
  func slot(_ part: Int) -> UnsafeMutableRawPointer {
    ready[part % slots].wait()
    return memory + part % slots * slotBytes
  }

  /// Gives the slot of the part that was taken last back.
  func giveBack() { free.signal() }

  /// Wakes everybody up to go.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    for _ in 0..<slots { free.signal() }
  }
}
