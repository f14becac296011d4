import Foundation
import Testing

@testable import Loudspeaker

struct PositionTests {
  @Test func `the position is the frame heard, within a millisecond, and never goes back`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let source = TestSource(length: 96_000)
    let loudspeaker = try device.loudspeaker(source)
    loudspeaker.play()
    while loudspeaker.state != .playing { usleep(1_000) }
    let begin = try #require(device.log.first { $0.what == "start" }).time
    var errors: [Double] = []
    var last: Int64 = 0
    while loudspeaker.state == .playing, last < 90_000 {
      let before = Clock.now()
      let place = loudspeaker.position
      let after = Clock.now()
      #expect(place >= last)
      last = place
      let time = Double(place) / 48_000 * 1e9
      // Between the two looks at the clock there is no error; a busy machine may part them.
      errors.append(max(0, Double(before - begin) - time, time - Double(after - begin)) / 1e6)
      usleep(1_300)
    }
    loudspeaker.stop()
    loudspeaker.waitForEnd(seconds: 5)
    errors.sort()
    // A thread that is kept from running between pointer and clock may err for one reading.
    #expect(errors[errors.count * 9 / 10] < 1)
  }

  @Test func `a device that is heard late shows what is heard, and its end is not cut`() throws {
    let device = try PacedFolder("patient", "latency 9600")
    defer { device.remove() }
    let source = TestSource(length: 48_000)
    let loudspeaker = try device.loudspeaker(source)
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 10)
    #expect(ended)
    let log = device.log
    let begin = try #require(log.first { $0.what == "start" })
    let close = try #require(log.last { $0.what == "close" })
    // One second of sound, 200 ms later.
    #expect(close.time - begin.time >= 1_199_000_000)
  }

  @Test func `an anchor goes on by the clock, and not past what was written`() {
    let anchor = Anchor(
      heard: 1_000, time: 5_000_000_000, written: 13_000, runs: true,
      segment: Transport.Segment(device: 500, place: 70_500, moves: true),
      following: Transport.Segment(device: 3_000, place: 10, moves: true), turn: 0)
    #expect(anchor.place(at: 5_000_000_000, rate: 48_000) == 71_000)
    #expect(anchor.place(at: 5_010_000_000, rate: 48_000) == 71_480)
    #expect(anchor.place(at: 5_100_000_000, rate: 48_000) == 2_810)
    #expect(anchor.heard(at: 9_000_000_000, rate: 48_000) == 13_000)
    #expect(anchor.heard(at: 4_000_000_000, rate: 48_000) == 1_000)
  }

  @Test func `a ring keeps its order and refuses when it is full`() {
    let ring = Ring<Int>(capacity: 4)
    var sent = 0
    var taken = 0
    for round in 1...50 {
      for _ in 0..<round % 5 where ring.send(sent) { sent += 1 }
      while taken < sent, round % 3 != 0 {
        let next = ring.take()
        #expect(next == taken)
        taken += 1
      }
    }
    while let next = ring.take() {
      #expect(next == taken)
      taken += 1
    }
    for number in 0..<4 {
      let sent = ring.send(number)
      #expect(sent)
    }
    let overfull = ring.send(4)
    #expect(!overfull)
  }
}
