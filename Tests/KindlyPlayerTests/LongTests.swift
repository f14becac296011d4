import Foundation
import KindlyRender
import KindlySound
import Testing
import KindlyTimeline

@testable import KindlyPlayer

/// What only time shows; run with `KINDLY_LONG_TESTS=1`.
@Suite(
  .serialized,
  .enabled(
    if: getenv("KINDLY_LONG_TESTS") != nil, "takes a quarter of an hour; KINDLY_LONG_TESTS=1"))
struct LongTests {
  @Test func `an hour at twenty times the speed, every event on its frame`() throws {
    let device = try PacedFolder("speed 20", "patient", "formats S16_LE")
    defer { device.remove() }
    let score = Self.hour(60)
    let stage = Stage(score)
    let loudspeaker = try Loudspeaker(
      stage.blocks, device: device.name, at: 0, volume: 1, format: nil, pace: 20)
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 1_200)
    #expect(ended)
    #expect(loudspeaker.underruns == 0)
    #expect(try Self.parting(device.path + "/heard.raw", from: 0, score) == nil)
  }

  @Test(.enabled(if: PulseServer.missing == nil, "PulseAudio is not installed"))
  func `ten minutes on PulseAudio beside busy processes, without an under-run`() throws {
    let server = try PulseServer()
    let busy = try (0..<4).map { _ in try Child.start(["sh", "-c", "while :; do :; done"]) }
    defer { for process in busy { Child.end(process) } }
    let score = Self.hour(10)
    let stage = Stage(score)
    let loudspeaker = try Loudspeaker(stage.blocks, device: "pulse", format: .int16)
    loudspeaker.play()
    let ended = loudspeaker.waitForEnd(seconds: 700)
    #expect(ended)
    #expect(loudspeaker.underruns == 0)
    print("wake-ups a second:", Double(loudspeaker.wakeUps) / score.frames.seconds)
    usleep(1_000_000)
    let start = try Self.firstSound(server.recording)
    // The session's own first sample is its first word's, at frame 48,000.
    #expect(try Self.parting(server.recording, from: start - 48_000, score) == nil)
  }

  /// So many minutes: each has a word on its second, one that ends on another, and a bell each two.
  private static func hour(_ minutes: Int) -> Score {
    let clip = Clip((0..<30_011).map { TestSource.sample(Int64($0), 0) - 0.25 })
    let bell = StruckBell(
      BellTable(
        Bell(
          name: "Test", pitch: 220,
          partials: [Bell.Partial(ratio: 1, level: 0, decay: 20, beat: 1, depth: 0.5, mode: 2)])),
      strength: 1)
    var events: [Event] = []
    func add(_ seconds: Double, _ kind: Event.Kind) {
      events.append(
        Event(
          start: Frames(seconds: seconds), frames: Frames(30_011), line: 1, section: 0, kind: kind))
    }
    let words = Speech(utterance: Utterance(text: "word", voice: "calm", language: "en"))
    for minute in 0..<minutes {
      let begin = Double(minute * 60)
      for second in [1, 2.37, 11.000_1, 40] { add(begin + second, .speech(words)) }
      if minute % 2 == 0 { add(begin + 3.3, .bell(Strike(bell: "bell", strength: 1))) }
      add(begin + 20, .breath(.inward))
    }
    let timeline = Timeline(
      title: "Long", frames: Frames(Int64(minutes) * 60 * 48_000), sections: [], events: events)
    return Score(timeline, gain: 0.7, clip: { _ in clip }, bell: { _ in bell as StruckBell? })
  }

  /// The first place at which a recording in 16 bits and the offline render part.
  private static func parting(_ path: String, from start: Int, _ score: Score) throws -> String? {
    let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    let quantizer = Quantizer(bits: 16)
    var renderer = Renderer(score)
    var block = [Float](repeating: 0, count: 9_600)
    return data.withUnsafeBytes { raw in
      var frame = 0
      while true {
        let count = block.withUnsafeMutableBufferPointer { buffer in
          buffer.baseAddress.map { renderer.render(into: $0, frames: 4_800) } ?? 0
        }
        if count == 0 { return nil }
        for sample in 0..<2 * count {
          let place = frame + sample / 2
          let wanted = quantizer.value(block[sample], frame: Int64(place))
          let offset = 4 * (start + place) + 2 * (sample % 2)
          guard offset >= 0 else {
            if wanted != 0 { return "frame \(place) is before the recording" }
            continue
          }
          guard offset + 2 <= raw.count else { return "frame \(place) is missing" }
          let heard = raw.loadUnaligned(fromByteOffset: offset, as: Int16.self)
          if Int32(heard) != wanted { return "frame \(place): \(heard) and \(wanted)" }
        }
        frame += count
      }
    }
  }

  private static func firstSound(_ path: String) throws -> Int {
    let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    return (data.firstIndex { $0 != 0 } ?? 0) / 4
  }
}

/// A renderer at a fixed place, as a block source.
final class Stage {
  private let renderer: UnsafeMutablePointer<Renderer>

  init(_ score: Score) {
    renderer = .allocate(capacity: 1)
    renderer.initialize(to: Renderer(score))
  }

  deinit {
    renderer.deinitialize(count: 1)
    renderer.deallocate()
  }

  var blocks: BlockSource {
    BlockSource(context: renderer) { context, frame, out, frames in
      context.assumingMemoryBound(to: Renderer.self).pointee
        .render(from: frame, into: out, frames: frames)
    }
  }
}
