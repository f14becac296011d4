import Dispatch
import Glibc
import Synchronization

/// Work on many sessions at the same time, each lane with a workshop of its own.
struct SessionLanes {
  private let count: Int
  private let isPrivate: Bool

  /// So many lanes, or as many as there are cores. `isPrivate`: nothing is kept in a cache.
  init(_ count: Int?, isPrivate: Bool) {
    self.isPrivate = isPrivate
    self.count = max(1, count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Calls `work` once for each index, in their order as lanes become free, until somebody asks to stop.
  ///
  /// - Parameters:
  ///   - renewing: after how many sessions a lane forgets what was spoken for them, so that memory does
  ///     not grow with their number; until then it serves the next one.
  func run(
    count sessions: Int, renewing: Int,
    _ work: @Sendable (Workshop, Int) -> Void
  ) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(count, max(1, sessions))) { _ in
      var workshop = Workshop(isPrivate: isPrivate)
      var done = 0
      while Interruption.goesOn {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < sessions else { return }
        if done == renewing {
          workshop = Workshop(isPrivate: isPrivate)
          done = 0
        }
        work(workshop, index)
        done += 1
      }
    }
  }
}
