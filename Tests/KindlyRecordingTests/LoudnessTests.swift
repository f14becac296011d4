import Testing
import KindlyTimeline

@testable import KindlyRecording

@Suite struct LoudnessTests {
  @Test(.enabled(if: has("ffmpeg"), "ffmpeg is not installed"))
  func `ffmpeg measures the same loudness and true peak in the file`() throws {
    let folder = Folder()
    let timeline = session(seconds: 12)
    func source() -> BlockSource {
      let low = Tone(loud: 4800..<200_000, amplitude: 0.11, hertz: 440)
      let high = Tone(loud: 250_000..<400_000, amplitude: 0.3, hertz: 11_990)
      let part = UnsafeMutablePointer<Float>.allocate(capacity: 2 * 8192)
      return { out, frames in
        low.fill(out, frames)
        high.fill(part, frames)
        for index in 0..<2 * frames { out[index] += part[index] }
      }
    }
    let loudness = try #require(Loudness.measured(of: timeline.frames, from: source()))
    let balance = Balance.reaching(for: loudness)
    let recording = Recording(
      timeline: timeline, encoding: Encoding(format: .wav, samples: .float32),
      tags: Tags(title: "Tones"), gain: balance.factor)
    _ = try recording.write(to: folder.file("a.wav"), from: source())
    let report = run([
      "sh", "-c",
      "ffmpeg -hide_banner -i '\(folder.file("a.wav"))' -af ebur128=peak=true -f null - 2>&1",
    ]).text
    let summary = report.split(separator: "\n").suffix(14)
    func value(_ name: String) -> Double? {
      summary.last { $0.contains(name + ":") }
        .flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Double($0) } }
    }
    let integrated = try #require(value("I"))
    let peak = try #require(value("Peak"))
    #expect(abs(integrated - balance.loudness) <= 0.1)
    #expect(abs(peak - (loudness.truePeak + balance.session)) <= 0.1)
    #expect(peak <= -0.9)
  }

  @Test func `a tone of a kilohertz at a peak of -23 dBFS measures -23 LUFS`() throws {
    let tone = Tone(loud: 0..<480_000, amplitude: 0.07079, hertz: 1000)
    let loudness = try #require(Loudness.measured(of: Frames(480_000), from: tone.fill))
    #expect(abs(loudness.integrated + 23) < 0.05)
    #expect(abs(loudness.momentary + 23) < 0.05)
    #expect(abs(loudness.truePeak + 23) < 0.1)
  }

  @Test func `an hour of silence around it changes nothing`() throws {
    let short = Tone(loud: 48_000..<480_000)
    let long = Tone(loud: 48_000..<480_000)
    let one = try #require(Loudness.measured(of: Frames(960_000), from: short.fill))
    let two = try #require(Loudness.measured(of: Frames(48_000 * 120), from: long.fill))
    #expect(one == two)
  }

  @Test func `gain stops where the true peak reaches -1 dBTP`() {
    let spiky = Loudness(integrated: -30, momentary: -20, truePeak: -5)
    let balance = Balance.reaching(-18, for: spiky)
    #expect(balance.session == 4)
    #expect(balance.loudness == -26)
  }

  @Test func `bells are turned down to 3 LU above speech and never up`() {
    let speech = Loudness(integrated: -20, momentary: -16, truePeak: -3)
    let loud = Loudness(integrated: -14, momentary: -12, truePeak: -2)
    let soft = Loudness(integrated: -30, momentary: -28, truePeak: -20)
    #expect(Balance.trim(bells: loud, under: speech) == -5)
    #expect(Balance.trim(bells: soft, under: speech) == 0)
  }

  @Test func `measuring only where it sounds gives the same numbers`() throws {
    var timeline = session(seconds: 60)
    timeline.events = [
      Event(
        start: Frames(50_000), frames: Frames(400_000), line: 1, section: 0,
        kind: .bell(Strike(bell: "a", strength: 1))),
      Event(
        start: Frames(1_500_001), frames: Frames(300_000), line: 1, section: 0,
        kind: .bell(Strike(bell: "a", strength: 1))),
    ]
    func fill(_ frame: Int64, _ out: UnsafeMutablePointer<Float>, _ frames: Int) {
      let first = Tone(loud: 50_000..<450_000, from: frame)
      first.fill(out, frames)
      if frame >= 1_400_000 {
        Tone(loud: 1_500_001..<1_800_001, amplitude: 0.5, from: frame).fill(out, frames)
      }
    }
    let parts = try #require(Loudness.measured(of: timeline, from: fill))
    var frame: Int64 = 0
    let whole = try #require(
      Loudness.measured(of: timeline.frames) { out, frames in
        fill(frame, out, frames)
        frame += Int64(frames)
      })
    #expect(abs(parts.integrated - whole.integrated) < 1e-9)
    #expect(abs(parts.momentary - whole.momentary) < 1e-9)
    #expect(parts.truePeak == whole.truePeak)
  }
}
