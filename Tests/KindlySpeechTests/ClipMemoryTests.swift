import Dispatch
import Glibc
import KindlySound
import KindlySpeech
import Synchronization
import Testing

@Suite struct ClipMemoryTests {
  /// Seconds of a processor that this thread has had.
  private static var used: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test(.timeLimit(.minutes(1)))
  func `two who need a clip have it made once, and who waits takes no processor`() {
    let made = Atomic(0)
    let clip = Clip.due(count: 100, isKept: false) {
      made.wrappingAdd(1, ordering: .relaxed)
      let start = Self.used
      while Self.used < start + 0.2 {}
      return [Float](repeating: 0.5, count: 100)
    }
    let costs = Mutex<[Double]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      let start = Self.used
      #expect(clip.fill())
      costs.withLock { $0.append(Self.used - start) }
    }
    #expect(made.load(ordering: .relaxed) == 1)
    #expect(costs.withLock { $0.min() ?? 1 } < 0.05)
    #expect(clip.samples.allSatisfy { $0 == 0.5 })
    clip.empty()
    #expect(clip.isFilled)
    clip.empty()
    #expect(!clip.isFilled && clip.samples.allSatisfy { $0 == 0 })
  }

  @Test func `what was read and is not right is never heard`() {
    let clip = Clip.due(count: 5_000, isKept: false) { memory in
      memory.initializeMemory(as: UInt8.self, repeating: 0x55)
      return false
    } make: {
      nil
    }
    #expect(!clip.fill())
    #expect(clip.samples.allSatisfy { $0 == 0 })
    let kept = Clip.due(count: 5_000, isKept: false) { memory in
      memory.bindMemory(to: Float.self).update(repeating: 0.25)
      return true
    } make: {
      nil
    }
    let start = kept.samples.baseAddress
    #expect(kept.fill() && kept.samples.allSatisfy { $0 == 0.25 })
    #expect(kept.samples.baseAddress == start)
  }
}
