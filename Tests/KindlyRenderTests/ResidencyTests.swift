import Foundation
import KindlyRender
import KindlySound
import Testing
import KindlyTimeline

struct ResidencyTests {
  @Test func `a long session of mapped clips needs no more memory than a short one`() throws {
    // 64 clips of a mebibyte, in one file, as the cache maps them.
    let path = FileManager.default.temporaryDirectory.appending(path: "clips-\(UUID().uuidString)")
      .path
    let size = 1 << 20
    try Data(repeating: 1, count: 64 * size).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = open(path, O_RDONLY)
    defer { close(file) }
    let clips = try (0..<64).map { index in
      let memory = try #require(mmap(nil, size, PROT_READ, MAP_PRIVATE, file, off_t(index * size)))
      return Clip(
        samples: UnsafeBufferPointer(
          start: memory.assumingMemoryBound(to: Float.self), count: size / 4)
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
