import Foundation
import KindlyRender
import KindlySound
import KindlyTimeline
import Testing

@testable import KindlyPlayer

/// A session with a background on a device, held against the same session as a file has it.
@Suite struct BackgroundPlayingTests {
  /// Ten seconds under a background that repeats after eight.
  private final class Session: Sendable {
    static let frames: Int64 = 480_000
    let score: Score

    init() {
      let timeline = Timeline(
        title: "Bed", frames: Frames(Self.frames), sections: [],
        events: [
          Event(
            start: Frames(150_000), frames: Frames(60_000), line: 1, section: 0,
            kind: .speech(Speech(utterance: Utterance(text: "a", voice: "b", language: "en"))))
        ],
        backgrounds: [
          BackgroundSpan(
            name: "noise", start: .zero, frames: Frames(Self.frames), fadeIn: Frames(24_000),
            fadeOut: Frames(48_000))
        ])
      let sound = BackgroundSound(
        chunks: BackgroundChunks(count: 2) { number in
          (0..<2 * BackgroundChunks.chunkFrames).map { place in
            TestSource.sample(
              Int64(number * BackgroundChunks.chunkFrames + place / 2), Int64(place & 1))
          }
        }, dip: 6)
      score = Score(timeline, clip: { _ in nil }, bell: { _ in nil }, background: { _ in sound })
    }

    /// All of it, as a file has it.
    func rendered() -> [Float] {
      withExtendedLifetime(score.hold(0..<Self.frames)) {
        var renderer = Renderer(score)
        return [Float](unsafeUninitializedCapacity: 2 * Int(Self.frames)) { out, count in
          let made =
            out.baseAddress.map { renderer.render(into: $0, frames: Int(Self.frames)) } ?? 0
          count = 2 * made
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `through a pause and a seek no sample differs from the file`() throws {
    let device = try PacedFolder("speed 20", "patient")
    defer { device.remove() }
    let session = Session()
    let file = session.rendered()
    #expect(file.count == 960_000)
    // All of it stays in memory: what is tested is the way to the device.
    let held = session.score.hold(0..<Session.frames)
    let renderer = UnsafeMutablePointer<Renderer>.allocate(capacity: 1)
    renderer.initialize(to: Renderer(session.score))
    let source = BlockSource(context: renderer) { context, frame, out, frames in
      let renderer = context.assumingMemoryBound(to: Renderer.self)
      if renderer.pointee.nextFrame != frame { renderer.pointee.seek(to: frame) }
      return renderer.pointee.render(into: out, frames: frames)
    }
    let loudspeaker = try Loudspeaker(
      source, device: device.name, at: 0, volume: 1, format: nil, pace: device.speed)
    loudspeaker.play()
    try wait { loudspeaker.position >= 60_000 }
    loudspeaker.pause()
    try wait { loudspeaker.state == .paused }
    let paused = loudspeaker.position
    loudspeaker.play()
    try wait { loudspeaker.position >= 170_000 }
    let left = loudspeaker.position
    loudspeaker.seek(to: 300_001, fade: 0.015)
    let ended = loudspeaker.waitForEnd(seconds: 20)
    #expect(ended)
    let heard = device.heard(as: Float.self)
    withExtendedLifetime(held) {}

    // From the beginning to the pause.
    let first = Self.run(heard, file, from: 0, at: 0)
    #expect(first >= Int(paused))
    // After its fade-in, from where it was held to the seek.
    let again = try #require(Self.place(of: file, Int(paused) + 480, in: heard, after: first))
    let second = Self.run(heard, file, from: again, at: Int(paused) + 480)
    #expect(Int(paused) + 480 + second >= Int(left))
    // After the fade-in of the new place, to the end.
    let goal = 300_001 + 480
    let behind = try #require(Self.place(of: file, goal, in: heard, after: again + second))
    #expect(Self.run(heard, file, from: behind, at: goal) == Int(Session.frames) - goal)
    loudspeaker.stop()
    renderer.deinitialize(count: 1)
    renderer.deallocate()
  }

  /// How many frames from `frame` of what was heard on are the file's from `place` on.
  private static func run(_ heard: [Float], _ file: [Float], from frame: Int, at place: Int) -> Int
  {
    var count = 0
    while 2 * (place + count) < file.count, 2 * (frame + count) < heard.count,
      heard[2 * (frame + count)] == file[2 * (place + count)],
      heard[2 * (frame + count) + 1] == file[2 * (place + count) + 1]
    {
      count += 1
    }
    return count
  }

  /// Where what was heard has a hundred frames of the file from `place` on.
  private static func place(
    of file: [Float], _ place: Int, in heard: [Float], after frame: Int
  ) -> Int? {
    (frame..<heard.count / 2).first { run(heard, file, from: $0, at: place) >= 100 }
  }
}
