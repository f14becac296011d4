import Foundation
import KindlyRender
import KindlySound
import Testing
import KindlyTimeline
import Synchronization

struct ResidencyTests {
  @Test func `a long session needs no more memory than a short one`() throws {
    // 64 clips of a mebibyte that can be filled again, as the cache has them.
    let size = 1 << 20
    let clips = try (0..<64).map { _ in
      let memory = try #require(
        mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
      let address = UInt(bitPattern: memory)
      let store = Clip.Store(
        fill: {
          guard let memory = UnsafeMutableRawPointer(bitPattern: address) else { return false }
          memset(memory, 1, 1 << 20)
          return true
        },
        empty: { madvise(UnsafeMutableRawPointer(bitPattern: address), 1 << 20, MADV_DONTNEED) })
      return Clip(
        samples: UnsafeBufferPointer(
          start: memory.assumingMemoryBound(to: Float.self), count: size / 4), store: store
      ) { munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), 1 << 20) }
    }
    let length = Int64(size / 4)
    let events = (0..<64).map { index in
      Event(
        start: Frames(Int64(index) * length), frames: Frames(length), line: 1, section: 0,
        kind: .speech(
          Speech(utterance: Utterance(text: "\(index)", voice: "calm", language: "en"))))
    }
    let timeline = Timeline(
      title: "Long", frames: Frames(64 * length), sections: [], events: events)
    let score = Score(
      timeline, clip: { clips[Int($0.text) ?? 0] }, bell: { _ in nil as StruckBell? })
    let residency = Residency(
      score, ahead: Frames(2 * length), behind: Frames(length))
    var most = 0
    for index in 0..<64 {
      residency.attend(Frames(Int64(index) * length))
      let due = Self.resident(clips[index])
      #expect(due == size)
      most = max(most, clips.reduce(0) { $0 + Self.resident($1) })
    }
    #expect(most <= 6 * size)
  }

  @Test func `a clip that can't be had is silent to its end, told once, and tried again`() throws {
    let file = File()
    let store = Clip.Store(
      fill: {
        file.tries.withLock { $0 += 1 }
        return file.canBeRead.withLock { $0 }
      }, empty: {})
    let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: 100)
    memory.initialize(repeating: 0)
    let clip = Clip(samples: UnsafeBufferPointer(memory), store: store) { $0.deallocate() }
    let speech = Speech(utterance: Utterance(text: "a", voice: "calm", language: "en"))
    let events = [1000, 5000].map {
      Event(start: Frames($0), frames: Frames(100), line: 1, section: 0, kind: .speech(speech))
    }
    let timeline = Timeline(title: "Lost", frames: Frames(6000), sections: [], events: events)
    let score = Score(timeline, clip: { _ in clip }, bell: { _ in nil as StruckBell? })
    let residency = Residency(score, ahead: Frames(500), behind: .zero)
    // Beyond both: the memory is given back.
    residency.attend(Frames(6000))
    residency.attend(Frames(900))
    #expect(file.tries.withLock { $0 } == 1 && residency.silent == 0)
    file.canBeRead.withLock { $0 = true }
    // It sounds already: half of it is no better than silence.
    residency.attend(Frames(1050))
    #expect(file.tries.withLock { $0 } == 1 && residency.silent == 1)
    residency.attend(Frames(4900))
    #expect(file.tries.withLock { $0 } == 2 && residency.silent == 1)
  }

  @Test(.timeLimit(.minutes(1)))
  func `what is due at once is made at once, the rest beside, and files make what they need`()
    throws
  {
    let makings = (0..<8).map { _ in Making() }
    let clips = makings.map(\.clip)
    let second: Int64 = 48_000
    let events = clips.indices.map { index in
      Event(
        start: Frames(Int64(index) * 10 * second), frames: Frames(100), line: 1, section: 0,
        kind: .speech(
          Speech(utterance: Utterance(text: "\(index)", voice: "calm", language: "en"))))
    }
    let timeline = Timeline(
      title: "Due", frames: Frames(80 * second), sections: [], events: events)
    let score = Score(
      timeline, clip: { clips[Int($0.text) ?? 0] }, bell: { _ in nil as StruckBell? })
    let residency = Residency(score, ahead: Frames(30 * second), behind: .zero)
    #expect(clips.allSatisfy { !$0.isFilled })
    residency.attend(Frames(50))
    #expect(clips[0].isFilled)
    // Until it sounds, a little is enough.
    while !clips[1].isFilled { usleep(1_000) }
    residency.attend(Frames(50))
    #expect(!clips[2].isFilled)
    residency.attend(.zero)
    while !clips[3].isFilled { usleep(1_000) }
    #expect(makings.map(\.made) == [1, 1, 1, 1, 0, 0, 0, 0])
    residency.attend(Frames(70 * second))
    #expect(clips.map(\.isFilled) == [false, false, false, false, false, false, false, true])

    var renderer = Renderer(score)
    var heard = [Float](repeating: 0, count: 200)
    heard.withUnsafeMutableBufferPointer {
      guard let out = $0.baseAddress else { return }
      _ = renderer.renderHeld(from: 50 * second, into: out, frames: 100)
    }
    #expect(heard.allSatisfy { $0 != 0 })
    #expect(clips[5].isFilled && !clips[4].isFilled)
    // A file needs no more memory than what it is written from.
    heard.withUnsafeMutableBufferPointer {
      guard let out = $0.baseAddress else { return }
      _ = renderer.renderHeld(from: 60 * second, into: out, frames: 100)
    }
    #expect(clips[6].isFilled && !clips[5].isFilled)
    #expect(residency.silent == 0)
  }

  /// A clip that is made when somebody asks, and how often that was.
  private final class Making: Sendable {
    private let state = Mutex((isFilled: false, made: 0))

    var made: Int { state.withLock { $0.made } }

    var clip: Clip {
      let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: 100)
      memory.initialize(repeating: 0)
      let address = UInt(bitPattern: memory.baseAddress)
      @Sendable func write(_ value: Float) {
        UnsafeMutablePointer<Float>(bitPattern: address)?.update(repeating: value, count: 100)
      }
      let store = Clip.Store(
        isFilled: { self.state.withLock { $0.isFilled } },
        fill: {
          write(0.5)
          return self.state.withLock { state in
            state = (true, state.made + 1)
            return true
          }
        },
        empty: {
          write(0)
          self.state.withLock { $0.isFilled = false }
        })
      return Clip(samples: UnsafeBufferPointer(memory), store: store) { $0.deallocate() }
    }
  }

  /// Where a clip comes from, and how often it was asked for.
  private final class File: Sendable {
    let canBeRead = Mutex(false)
    let tries = Mutex(0)
  }

  /// Bytes of a clip that are in the process's memory.
  private static func resident(_ clip: Clip) -> Int {
    let address = Int(bitPattern: clip.samples.baseAddress)
    guard let file = fopen("/proc/self/pagemap", "rb") else { return -1 }
    defer { fclose(file) }
    let pages = clip.count * 4 / 4_096
    var entries = [UInt64](repeating: 0, count: pages)
    fseek(file, address / 4_096 * 8, SEEK_SET)
    guard fread(&entries, 8, pages, file) == pages else { return -1 }
    return entries.count { $0 >> 63 == 1 } * 4_096
  }
}
