import Dispatch
import Glibc
import Synchronization

/// Work on many sessions at the same time, all in one context: what sessions have in common, such as the
/// lists of words, is read once, and what was spoken for one is kept on the disk alone.
struct SessionLanes {
  private let count: Int
  /// What all of them work in.
  let context: CommandContext

  /// So many lanes, or as many as there are cores. `isPrivate`: nothing is kept in a cache.
  init(_ count: Int?, isPrivate: Bool) {
    context = CommandContext(isPrivate: isPrivate)
    self.count = max(1, count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Calls `work` once for each index, in their order as lanes become free, until somebody asks to stop.
  func run(count sessions: Int, _ work: @Sendable (CommandContext, Int) -> Void) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(count, max(1, sessions))) { _ in
      while Interruption.goesOn {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < sessions else { return }
        work(context, index)
      }
    }
  }
}
