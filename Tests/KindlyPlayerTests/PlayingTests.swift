import KindlySound
import Testing

@testable import KindlyPlayer

struct PlayingTests {
  @Test func `what is heard is the source, from its first frame to its last`() throws {
    let device = try PacedFolder("speed 20", "patient")
    defer { device.remove() }
    let source = TestSource(length: 200_000)
    let loudspeaker = try device.loudspeaker(source)
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 20)
    #expect(ended)
    #expect(loudspeaker.state == .finished)
    #expect(loudspeaker.position == 200_000)
    let heard = device.heard(as: Float.self)
    #expect(parting(heard.prefix(400_000), source.samples(0..<200_000)) == nil)
    let after = heard.dropFirst(400_000).allSatisfy { $0 == 0 }
    #expect(after)
  }

  @Test func `a pause holds the frame it fades from, and play goes on there`() throws {
    let device = try PacedFolder("speed 20", "patient")
    defer { device.remove() }
    let source = TestSource(length: 400_000)
    let loudspeaker = try device.loudspeaker(source)
    loudspeaker.play()
    try wait { loudspeaker.position >= 20_000 }
    loudspeaker.pause()
    try wait { loudspeaker.state == .paused }
    let place = loudspeaker.position
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 20)
    #expect(ended)
    let heard = device.heard(as: Float.self)
    let whole = source.samples(0..<400_000)
    #expect(parting(heard[..<(2 * Int(place))], whole[..<(2 * Int(place))]) == nil)
    // From the end: everything after the second fade-in, in which nothing is left out.
    let sounding = heard.lastIndex { $0 != 0 } ?? 0
    let rest = 2 * (400_000 - Int(place) - 480)
    #expect(parting(heard[(sounding + 1 - rest)...sounding], whole.suffix(rest)) == nil)
  }

  @Test func `a device that takes everything at once is played in the session's own time`() throws {
    let source = TestSource(length: 24_000)
    let loudspeaker = try Loudspeaker(source.blocks, device: "null")
    let begin = Clock.now()
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 10)
    #expect(ended)
    #expect(Clock.now() - begin >= 500_000_000)
    #expect(loudspeaker.position == 24_000)
  }
}
