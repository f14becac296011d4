import Foundation
import KindlyTestDevices
import Testing

@testable import KindlyPlayer

/// What the audio thread must not do, counted from outside while it plays.
@Suite(.enabled(if: !Child.isSanitized, "a sanitizer has its own allocator"))
struct ThreadTests {
  @Test func `the audio thread neither allocates nor locks while it plays`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let facts = try soak(device, "3", "2.2")
    #expect(facts["finished"] == 1)
    #expect(facts["allocations"] == 0)
  }

  @Test func `a background costs it no allocation, and is there when it is due`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let facts = try soak(device, "3", "background")
    #expect(facts["finished"] == 1)
    #expect(facts["allocations"] == 0)
    #expect(facts["silent_blocks"] == 0)
  }

  @Test func `an allocation on the audio thread is noticed`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let facts = try soak(device, "2.5", "2.5", "careless")
    #expect((facts["allocations"] ?? 0) > 0)
  }

  @Test func `the audio thread has its name`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let source = TestSource(length: 4_800)
    let loudspeaker = try device.loudspeaker(source)
    try wait { loudspeaker.thread != 0 }
    let name = try String(
      contentsOfFile: "/proc/self/task/\(loudspeaker.thread)/comm", encoding: .utf8)
    #expect(name == "kindly-audio\n")
    loudspeaker.stop()
    loudspeaker.waitForEnd(seconds: 5)
  }

  /// Plays with the counting library before the C library's own functions.
  private func soak(_ device: PacedFolder, _ words: String...) throws -> [String: Double] {
    let folder = PacedFolder.products
    let text = try Child.output(
      [folder + "/KindlySoak", device.name] + words,
      environment: ["LD_PRELOAD": TestDevice.counting.library])
    return text.split(separator: "\n").reduce(into: [:]) { facts, line in
      let words = line.split(separator: " ")
      if words.count == 2 { facts[String(words[0])] = Double(words[1]) }
    }
  }
}
