import Testing

@testable import KindlyPlayer

/// What commands make of the samples, without a device.
struct TransportTests {
  /// Left is the gain itself, right tells the frame.
  private static let source = BlockSource(context: .allocate(byteCount: 1, alignment: 1)) {
    _, frame, out, frames in
    let count = max(0, min(frames, Int(1_000_000 - frame)))
    for offset in 0..<count {
      out[2 * offset] = 1
      out[2 * offset + 1] = Float(frame + Int64(offset))
    }
    return count
  }

  private static func run(_ transport: inout Transport, frames: Int) -> [Float] {
    var all: [Float] = []
    var block = [Float](repeating: .nan, count: 2 * frames)
    while all.count < 2 * frames {
      let count = block.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map { transport.run(into: $0, frames: frames - all.count / 2).0 } ?? 0
      }
      all += block.prefix(2 * count)
    }
    return all
  }

  @Test(arguments: 0..<10)
  func `no command makes a step, in whatever order they come`(seed: UInt64) {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    var transport = Transport(Self.source, at: 1_000, volume: 1, rate: 48_000)
    var heard: [Float] = []
    for _ in 0..<300 {
      switch random(6) {
      case 0: transport.play()
      case 1: transport.pause(fade: 720)
      case 2, 3: transport.seek(to: Int64(random(900_000)), fade: 720)
      case 4: transport.setVolume(Float(random(100)) / 100)
      default: transport.play()
      }
      heard += Self.run(&transport, frames: 1 + random(2_000))
    }
    let gains = stride(from: 0, to: heard.count, by: 2).map { heard[$0] }
    // Half a cosine wave over 480 frames, and one over 960 for the volume.
    let slope: Float = 3.1416 / 2 * (1 / 480 + 1 / 960)
    let steps = zip(gains, gains.dropFirst()).map { abs($0 - $1) }
    #expect((steps.max() ?? 1) <= slope)
    #expect(gains.contains { $0 > 0.2 })
  }

  @Test func `a seek lands on its frame`() {
    var transport = Transport(Self.source, at: 0, volume: 1, rate: 48_000)
    transport.play()
    _ = Self.run(&transport, frames: 5_000)
    transport.seek(to: 300_000, fade: 720)
    let after = Self.run(&transport, frames: 3_000)
    // 15 ms of the old place, then 10 ms of fade-in: frame 300,480 is the first at full gain.
    #expect(after[2 * (720 + 480)] == 1)
    #expect(after[2 * (720 + 480) + 1] == 300_480)
    let places = [transport.place(at: 5_000 + 719), transport.place(at: 5_000 + 720)]
    #expect(places == [5_719, 300_000])
  }

  @Test func `a seek in the last frames before the end still leads back`() {
    var transport = Transport(Self.source, at: 999_000, volume: 1, rate: 48_000)
    transport.play()
    _ = Self.run(&transport, frames: 900)
    transport.seek(to: 300_000, fade: 720)
    let after = Self.run(&transport, frames: 1_000)
    #expect(after[2 * (100 + 480)] == 1)
    #expect(after[2 * (100 + 480) + 1] == 300_480)
  }

  @Test(arguments: [4_000, 6_000] as [Int64])
  func `what a device loses is heard again, but a seek is not undone`(heard: Int64) {
    for isHeld in [false, true] {
      var transport = Transport(Self.source, at: 0, volume: 1, rate: 48_000)
      transport.play()
      _ = Self.run(&transport, frames: 5_000)
      transport.seek(to: 700_000, fade: 720)
      transport.seek(to: 300_000, fade: 720)
      _ = Self.run(&transport, frames: 5_000)
      if isHeld {
        let goesOn = transport.hold(from: heard, count: 20_000)
        #expect(goesOn)
      } else {
        transport.resume(from: heard, count: 20_000, fade: 240)
      }
      // The new place begins at device frame 5,720.
      let place = transport.place(at: 20_000)
      #expect(place == 300_000 + max(0, heard - 5_720))
    }
  }

  @Test func `a seek that comes too late changes nothing`() {
    var transport = Transport(Self.source, at: 2_000, volume: 1, rate: 48_000)
    transport.play()
    _ = Self.run(&transport, frames: 4_000)
    transport.stop(fade: 720)
    transport.seek(to: 300_000, fade: 720)
    _ = Self.run(&transport, frames: 1_000)
    transport.seek(to: 400_000, fade: 720)
    let (place, hasEnded) = (transport.place(at: 5_000), transport.hasEnded)
    let seeks = transport.places.segment(at: 5_000).seeks
    #expect(hasEnded && place == 6_720 && seeks == 2)
  }

  @Test func `a pause holds the frame at which it began to fade`() {
    var transport = Transport(Self.source, at: 2_000, volume: 1, rate: 48_000)
    transport.play()
    _ = Self.run(&transport, frames: 4_000)
    transport.pause(fade: 720)
    let fading = Self.run(&transport, frames: 1_000)
    #expect(fading[2 * 720] == 0)
    let silence = transport.silentSince
    #expect(silence == 4_720)
    let places = [transport.place(at: 4_100), transport.place(at: 5_000)]
    #expect(places == [6_000, 6_000])
    transport.play()
    let again = Self.run(&transport, frames: 1_000)
    #expect(again[2 * 480 + 1] == 6_480)
  }

  @Test func `a pause that is taken back at once goes on where it began`() {
    var transport = Transport(Self.source, at: 2_000, volume: 1, rate: 48_000)
    transport.play()
    _ = Self.run(&transport, frames: 4_000)
    transport.pause(fade: 720)
    _ = Self.run(&transport, frames: 100)
    transport.play()
    let after = Self.run(&transport, frames: 3_000)
    #expect(after[2 * (620 + 480) + 1] == 6_480)
  }

  @Test func `seeking while paused moves the place and stays silent`() {
    var transport = Transport(Self.source, at: 0, volume: 1, rate: 48_000)
    transport.seek(to: 77_000, fade: 720)
    let silent = Self.run(&transport, frames: 100).allSatisfy { $0 == 0 }
    #expect(silent)
    let place = transport.place(at: 100)
    #expect(place == 77_000)
    transport.play()
    #expect(Self.run(&transport, frames: 600)[2 * 500 + 1] == 77_500)
  }

  @Test func `the end comes by itself, and nothing sounds after it`() {
    var transport = Transport(Self.source, at: 999_000, volume: 1, rate: 48_000)
    transport.play()
    let rest = Self.run(&transport, frames: 3_000)
    #expect(rest[2 * 999 + 1] == 999_999)
    let after = rest.dropFirst(2_000).allSatisfy { $0 == 0 }
    let (ended, silence) = (transport.hasEnded, transport.silentSince)
    #expect(after && ended && silence == 1_000)
    transport.play()
    let wantsSound = transport.wantsSound
    #expect(!wantsSound)
  }

  @Test func `half volume is half of every sample`() {
    var transport = Transport(Self.source, at: 5_000, volume: 0.5, rate: 48_000)
    transport.play()
    let heard = Self.run(&transport, frames: 1_000)
    #expect(heard[2 * 600] == 0.5 && heard[2 * 600 + 1] == 2_800)
  }
}
