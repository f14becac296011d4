import KindlyRender
import Testing

@Suite struct QuantizedChunkTests {
  static let samples: [Float] = (0..<2 * BackgroundChunks.chunkFrames).map { place in
    Float(place * 7_919 % 20_011 - 10_005) * 0x1p-18
  }

  @Test func `a chunk is read as it was kept, and close to what it was`() throws {
    let chunk = QuantizedChunk(Self.samples)
    let record = try #require(chunk.record)
    #expect(record.count == QuantizedChunk.bytes)
    let read = try #require(QuantizedChunk(bytes: record))
    #expect(read.samples == chunk.samples)
    let peak = Float(10_005) * 0x1p-18
    let apart = zip(read.samples, Self.samples).map { abs($0 - $1) }.max() ?? 1
    #expect(apart <= peak / 65_000)
  }

  @Test func `damage is noticed, and so is a chunk that was never there`() throws {
    var record = try #require(QuantizedChunk(Self.samples).record)
    record[500_000] ^= 4
    #expect(QuantizedChunk(bytes: record) == nil)
    #expect(QuantizedChunk(bytes: [UInt8](repeating: 0, count: QuantizedChunk.bytes)) == nil)
    #expect(QuantizedChunk(bytes: []) == nil)
  }

  @Test func `silence stays silence`() {
    let chunk = QuantizedChunk([Float](repeating: 0, count: 2 * BackgroundChunks.chunkFrames))
    #expect(chunk.samples.allSatisfy { $0 == 0 })
  }
}
