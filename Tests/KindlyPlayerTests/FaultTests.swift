import Foundation
import Testing

@testable import KindlyPlayer

/// Each fault in the device's script, and what a listener is told and hears.
@Suite(.serialized)
struct FaultTests {
  @Test func `an under-run goes on at the frame after the last one heard`() throws {
    let device = try PacedFolder("patient", "at 24000 underrun")
    defer { device.remove() }
    let source = TestSource(length: 60_000)
    let loudspeaker = try device.loudspeaker(source)
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    try watcher.wait(for: .finished(at: 60_000))
    let gap = try #require(device.log.firstIndex { $0.what == "underrun" })
    let lost = Int(try #require(device.log.dropFirst(gap + 1).first).frame)
    // Everything that was queued is heard; then the next frames fade in over 5 ms.
    let heard = device.heard(as: Float.self)
    let whole = source.samples(0..<60_000)
    #expect(parting(heard[..<(2 * lost)], whole[..<(2 * lost)]) == nil)
    let again = 2 * (lost + 240)
    try #require(heard.count >= 120_000, "\(device.log)")
    #expect(parting(heard[again..<120_000], whole[again...]) == nil)
    let rising = zip(heard[2 * lost..<again], whole[2 * lost..<again]).allSatisfy { $0 <= $1 }
    #expect(rising && heard[2 * lost] == 0)
    #expect(loudspeaker.underruns == 1)
    #expect(watcher.events.contains(.underrun(at: Int64(lost))))
  }

  @Test func `a suspended device keeps the place and stays paused`() throws {
    let device = try PacedFolder("patient", "at 24000 suspend")
    defer { device.remove() }
    let source = TestSource(length: 60_000)
    let loudspeaker = try device.loudspeaker(source)
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    let place = try watcher.wait { if case .slept(let place) = $0 { place } else { nil } }
    #expect(abs(place - 24_000) < 4_800)
    #expect(loudspeaker.state == .paused)
    loudspeaker.play()
    try watcher.wait(for: .finished(at: 60_000))
    let heard = device.heard(as: Float.self)
    let rest = source.samples(place + 480..<60_000)
    #expect(parting(heard.suffix(while: { $0 == 0 }, then: rest.count), rest) == nil)
  }

  @Test func `a machine that slept is a pause, though the device noticed nothing`() throws {
    let device = try PacedFolder("patient")
    defer { device.remove() }
    let source = TestSource(length: 480_000)
    let slept = Slept()
    let loudspeaker = try Loudspeaker(
      source.blocks, device: device.name, at: 0, volume: 1, format: nil, pace: 1,
      slept: { slept.time })
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    try wait { loudspeaker.position >= 9_600 }
    slept.time = 3_600_000_000_000
    let place = try watcher.wait { if case .slept(let place) = $0 { place } else { nil } }
    #expect(place >= 9_600 && place < 48_000)
    #expect(loudspeaker.position == place)
    loudspeaker.stop()
    try watcher.wait(for: .finished(at: place))
  }

  @Test func `a device that went away is played on when it is back`() throws {
    let device = try PacedFolder("patient", "at 24000 unplug 700")
    defer { device.remove() }
    let source = TestSource(length: 60_000)
    let loudspeaker = try device.loudspeaker(source)
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    let place = try watcher.wait { if case .deviceLost(let place) = $0 { place } else { nil } }
    #expect(abs(place - 24_000) < 4_800)
    #expect(loudspeaker.state == .waiting)
    let before = loudspeaker.wakeUps
    try watcher.wait(for: .deviceBack(at: place))
    // Four tries, not thousands of looks.
    #expect(loudspeaker.wakeUps - before <= 12)
    try watcher.wait(for: .finished(at: 60_000))
    let rest = source.samples(place + 480..<60_000)
    let heard = device.heard(as: Float.self)
    #expect(parting(heard.suffix(while: { $0 == 0 }, then: rest.count), rest) == nil)
  }

  @Test func `a pause while the device is away is kept when it is back`() throws {
    let device = try PacedFolder("patient", "at 9600 unplug 400")
    defer { device.remove() }
    let source = TestSource(length: 60_000)
    let loudspeaker = try device.loudspeaker(source)
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    let place = try watcher.wait { if case .deviceLost(let place) = $0 { place } else { nil } }
    loudspeaker.pause()
    try watcher.wait(for: .deviceBack(at: place))
    #expect(loudspeaker.state == .paused)
    loudspeaker.seek(to: 50_000)
    loudspeaker.play()
    try watcher.wait(for: .resumed(at: 50_000))
    try watcher.wait(for: .finished(at: 60_000))
  }

  @Test func `a device that stands still is noticed within 2 s and tried again`() throws {
    let device = try PacedFolder("patient", "at 24000 stall 60000")
    defer { device.remove() }
    let source = TestSource(length: 60_000)
    let loudspeaker = try device.loudspeaker(source)
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    let place = try watcher.wait { if case .stuck(let place) = $0 { place } else { nil } }
    let stalled = try #require(device.log.first { $0.what == "stall" })
    #expect(Clock.now() - stalled.time < 2_000_000_000)
    #expect(place == 24_000)
    try watcher.wait(for: .finished(at: 60_000))
    let rest = source.samples(24_480..<60_000)
    let heard = device.heard(as: Float.self)
    #expect(parting(heard.suffix(while: { $0 == 0 }, then: rest.count), rest) == nil)
  }

  @Test func `a call that does not return leaves the control side free`() throws {
    let device = try PacedFolder("patient", "at 4800 hang 3500")
    defer { device.remove() }
    let source = TestSource(length: 480_000)
    let loudspeaker = try device.loudspeaker(source)
    let watcher = Watcher(loudspeaker)
    loudspeaker.play()
    while loudspeaker.isAnswering, loudspeaker.state != .finished { usleep(10_000) }
    #expect(!loudspeaker.isAnswering)
    loudspeaker.stop()
    let ended = loudspeaker.waitForEnd(seconds: 0.05)
    #expect(!ended)
    _ = try watcher.wait { if case .finished = $0 { true } else { nil } }
  }

  @Test(arguments: ["busy", "absent", "denied"])
  func `a device that can't be opened says what to do`(refusal: String) throws {
    let device = try PacedFolder("refuse \(refusal)")
    defer { device.remove() }
    let source = TestSource(length: 1)
    let expected: LoudspeakerError =
      switch refusal {
      case "busy": .busy(device: device.name, holder: nil)
      case "absent": .unknownDevice(device.name)
      default: .refused(device: device.name)
      }
    #expect(throws: expected) { try device.loudspeaker(source) }
  }
}

/// The time a machine has slept, as a test says.
private final class Slept: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Int64 = 0
  var time: Int64 {
    get { lock.withLock { value } }
    set { lock.withLock { value = newValue } }
  }
}

/// Waits for events as a player does, and keeps them.
final class Watcher {
  private let loudspeaker: Loudspeaker
  private(set) var events: [Loudspeaker.Event] = []
  private var seen = 0

  struct NeverHappened: Error, CustomStringConvertible {
    let description: String
  }

  init(_ loudspeaker: Loudspeaker) { self.loudspeaker = loudspeaker }

  /// Waits for one event; 20 s are far more than anything takes.
  func wait(for wanted: Loudspeaker.Event) throws {
    _ = try wait { $0 == wanted ? true : nil }
  }

  /// Waits for an event that tells something.
  func wait<Fact>(_ fact: (Loudspeaker.Event) -> Fact?) throws -> Fact {
    let deadline = Clock.now() + 20_000_000_000
    while true {
      while seen < events.count {
        seen += 1
        if let fact = fact(events[seen - 1]) { return fact }
      }
      guard Clock.now() < deadline else { throw NeverHappened(description: "\(events)") }
      var place = pollfd(fd: loudspeaker.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&place, 1, 100)
      events += loudspeaker.takeEvents()
    }
  }
}

extension Array {
  /// The last `count` elements before those at the end for which `padding` holds.
  func suffix(while padding: (Element) -> Bool, then count: Int) -> ArraySlice<Element> {
    let end = (lastIndex { !padding($0) } ?? -1) + 1
    return self[Swift.max(0, end - count)..<end]
  }
}
