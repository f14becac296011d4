import Foundation
import KindlyRender
import Testing

@testable import Kindly

@Suite struct BackgroundCacheTests {
  /// A folder of one test's own.
  private final class Scratch {
    let path = NSTemporaryDirectory() + "kindly-beds-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var beds: [String] {
      let folder = path + "/backgrounds"
      return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .map { folder + "/" + $0 }
    }
  }

  private static let text = Array("Name: Rain\n".utf8)

  private static func noise(_ seed: Int) -> [Float] {
    (0..<2 * BackgroundChunks.chunkFrames).map {
      Float(($0 &+ seed) &* 7_919 % 20_011 - 10_005) * 0x1p-18
    }
  }

  @Test func `what was made once is read the next time, the same to the bit`() throws {
    let scratch = Scratch()
    let first = BackgroundCache(of: Self.text, in: scratch.path)
    let made = first.chunk(3) { Self.noise(3) }
    let kept = BackgroundCache(of: Self.text, in: scratch.path)
    let read = kept.chunk(3) { [] }
    #expect(read.count == made.count)
    #expect(zip(read, made).allSatisfy { $0.bitPattern == $1.bitPattern })
    // Without a cache the samples are the same too.
    let without = BackgroundCache(of: Self.text, in: nil).chunk(3) { Self.noise(3) }
    #expect(zip(without, made).allSatisfy { $0.bitPattern == $1.bitPattern })
    // Another number and another text are others.
    #expect(kept.chunk(2) { Self.noise(2) } != made)
    let other = BackgroundCache(of: Array("Name: Sea\n".utf8), in: scratch.path)
    var isMade = false
    _ = other.chunk(3) {
      isMade = true
      return Self.noise(1)
    }
    #expect(isMade)
    #expect(scratch.beds.count == 2)
    #expect(BackgroundCache.usage(in: scratch.path) > 2 * QuantizedChunk.bytes)
    #expect(BackgroundCache.clear(in: scratch.path) > 2 * QuantizedChunk.bytes)
    #expect(scratch.beds.isEmpty && BackgroundCache.usage(in: scratch.path) == 0)
  }

  @Test func `damage, and a file that is cut off, are noticed and made good`() throws {
    let scratch = Scratch()
    let made = BackgroundCache(of: Self.text, in: scratch.path).chunk(1) { Self.noise(1) }
    let path = try #require(scratch.beds.first)
    for harm in [Harm.bit, .cut, .zeros] {
      let file = try #require(FileHandle(forUpdatingAtPath: path))
      switch harm {
      case .bit:
        try file.seek(toOffset: UInt64(QuantizedChunk.bytes) + 1_000)
        let byte = try #require(try file.read(upToCount: 1)?.first)
        try file.seek(toOffset: UInt64(QuantizedChunk.bytes) + 1_000)
        try file.write(contentsOf: [byte ^ 1])
      case .cut: try file.truncate(atOffset: UInt64(2 * QuantizedChunk.bytes) - 7)
      case .zeros:
        try file.truncate(atOffset: 0)
        try file.truncate(atOffset: UInt64(2 * QuantizedChunk.bytes))
      }
      try file.close()
      var times = 0
      for _ in 0..<2 {
        let again = BackgroundCache(of: Self.text, in: scratch.path).chunk(1) {
          times += 1
          return Self.noise(1)
        }
        #expect(again == made)
      }
      #expect(times == 1, "\(harm)")
    }
  }

  private enum Harm { case bit, cut, zeros }

  @Test func `where nothing can be kept all is made, and nothing else is touched`() throws {
    let scratch = Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path, withIntermediateDirectories: true)
    // A file is in the folder's place.
    try "mine".write(toFile: scratch.path + "/backgrounds", atomically: false, encoding: .utf8)
    let chunk = BackgroundCache(of: Self.text, in: scratch.path).chunk(0) { Self.noise(0) }
    #expect(chunk.count == 2 * BackgroundChunks.chunkFrames)
    #expect(try String(contentsOfFile: scratch.path + "/backgrounds", encoding: .utf8) == "mine")
    // A link in a bed's place is not followed.
    try FileManager.default.removeItem(atPath: scratch.path + "/backgrounds")
    _ = BackgroundCache(of: Self.text, in: scratch.path).chunk(0) { Self.noise(0) }
    let bed = try #require(scratch.beds.first)
    let precious = scratch.path + "/precious"
    try "mine".write(toFile: precious, atomically: false, encoding: .utf8)
    try FileManager.default.removeItem(atPath: bed)
    try FileManager.default.createSymbolicLink(atPath: bed, withDestinationPath: precious)
    #expect(BackgroundCache(of: Self.text, in: scratch.path).chunk(0) { Self.noise(0) } == chunk)
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "mine")
  }
}
