import Foundation
import Testing

/// Runs a suite's tests on threads of their own. Tests here wait for programs most of the time, and
/// the threads that run tests are as many as the machine has cores: waiting, they hold up all others.
struct BesideOthers: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(Threads.shared) { try await function() }
  }

  /// Few enough that what is timed by the clock still has its time.
  private final class Threads: TaskExecutor {
    static let shared = Threads()
    private let queue = OperationQueue()

    init() { queue.maxConcurrentOperationCount = 3 }

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      queue.addOperation { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
  }
}

extension Trait where Self == BesideOthers {
  /// For tests that mostly wait.
  static var besideOthers: Self { BesideOthers() }
}
