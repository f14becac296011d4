import Foundation
import Testing

@testable import KindlyPlayer

struct PositionTests {
  @Test func `the position is the frame heard, within a millisecond, and never goes back`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let source = TestSource(length: 96_000)
    let loudspeaker = try device.loudspeaker(source)
    loudspeaker.play()
    try wait { loudspeaker.state == .playing }
    let begin = try #require(device.log.first { $0.what == "start" }).time
    var readings: [(before: Int64, place: Int64, after: Int64)] = []
    while loudspeaker.state == .playing, (readings.last?.place ?? 0) < 90_000 {
      let before = Clock.now()
      let place = loudspeaker.position
      readings.append((before, place, Clock.now()))
      usleep(1_300)
    }
    loudspeaker.stop()
    loudspeaker.waitForEnd(seconds: 5)
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $0.place <= $1.place })
    // From where the device had to wait for samples, on a machine too busy to bring them, its line
    // begins anew. The first look at the device comes after 25 ms.
    let waited = device.log.first { $0.what == "waits" }?.time ?? .max
    let errors = readings.filter { $0.before > begin + 50_000_000 && $0.after < waited }
      .map { reading in
        let heard = begin + reading.place * 1_000_000 / 48
        return Double(max(0, reading.before - heard, heard - reading.after)) / 1e6
      }
    #expect(!errors.isEmpty)
    #expect((errors.max() ?? 0) < 1)
  }

  @Test func `of seeks in quick succession only the last is told, until it is heard`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let source = TestSource(length: 1_000_000)
    let loudspeaker = try device.loudspeaker(source)
    loudspeaker.play()
    try wait { loudspeaker.position >= 4_800 }
    // All of it while the device still has a quarter of a second to play.
    loudspeaker.pause()
    for place in [900_000, 5_000, 700_000, 300_000, 200_000] as [Int64] {
      loudspeaker.seek(to: place)
      let told = loudspeaker.position
      #expect(told == place)
      usleep(10_000)
    }
    loudspeaker.play()
    var readings: [Int64] = []
    while (readings.last ?? 0) < 220_000, readings.count < 10_000 {
      readings.append(loudspeaker.position)
      usleep(1_000)
    }
    loudspeaker.stop()
    loudspeaker.waitForEnd(seconds: 5)
    #expect(readings.first == 200_000)
    #expect(zip(readings, readings.dropFirst()).allSatisfy { $0.0 <= $0.1 })
    #expect((readings.last ?? 0) < 230_000)
  }

  @Test func `the thread sleeps a period in sound, and longer in silence`() {
    let settings = PCM.Settings(
      format: .int16, rate: 48_000, channels: 2, period: 2_400, buffer: 12_000, isHardware: false,
      isNull: false)
    let millisecond: Int64 = 1_000_000
    var rhythm = Rhythm(settings, pace: 1)
    rhythm.begin()
    #expect(rhythm.nap(isSilent: false, atMost: nil) == 25 * millisecond)
    // A command wakes the thread before the device has played anything.
    rhythm.see(room: 3)
    #expect(rhythm.nap(isSilent: true, atMost: nil) == 25 * millisecond)
    // A device that counts in whole periods keeps more.
    rhythm.see(room: 2_400)
    #expect(rhythm.nap(isSilent: false, atMost: nil) == 50 * millisecond)
    #expect(rhythm.nap(isSilent: true, atMost: nil) == 100 * millisecond)
    rhythm.see(room: 3_600)
    #expect(rhythm.nap(isSilent: false, atMost: nil) == 50 * millisecond)
    #expect(rhythm.nap(isSilent: true, atMost: nil) == 210 * millisecond)
    #expect(rhythm.nap(isSilent: true, atMost: 480) == 10 * millisecond)
    // A machine that wakes the thread late gets four times that as a reserve, and forgets it.
    rhythm.wokeUp(late: 10 * millisecond)
    #expect(rhythm.nap(isSilent: true, atMost: nil) == 170 * millisecond)
    for _ in 0..<200 { rhythm.wokeUp(late: 0) }
    #expect(rhythm.nap(isSilent: true, atMost: nil) > 208 * millisecond)
    #expect(Rhythm(settings, pace: 20).nap(isSilent: false, atMost: 2_400) < 2 * millisecond)
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
      segment: PlaceMap.Segment(device: 500, place: 70_500, moves: true),
      following: PlaceMap.Segment(device: 3_000, place: 10, moves: true, seeks: 1))
    #expect(anchor.place(at: 5_000_000_000, rate: 48_000) == (71_000, 0))
    #expect(anchor.place(at: 5_010_000_000, rate: 48_000) == (71_480, 0))
    #expect(anchor.place(at: 5_100_000_000, rate: 48_000) == (2_810, 1))
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
