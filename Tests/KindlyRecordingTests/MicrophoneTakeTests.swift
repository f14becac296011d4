import KindlySound
import KindlyTimeline
import Testing

@testable import KindlyRecording

/// What becomes of a microphone's sound on its way into a folder of recordings.
@Suite struct MicrophoneTakeTests {
  private static let rate = 48_000

  /// A room's hiss, with a tone that is said from one second to another.
  private func heard(
    seconds: Double, words: ClosedRange<Double>, loud: Float, clicks: [Double] = []
  ) -> [Float] {
    var noise: UInt32 = 1
    return (0..<Int(seconds * Double(Self.rate))).map { frame in
      noise = noise &* 1_664_525 &+ 1_013_904_223
      let at = Double(frame) / Double(Self.rate)
      var sample = (Float(noise >> 8) / Float(1 << 23) - 1) * 0.0003
      if words.contains(at) {
        sample += loud * Float(MathFunctions.circle(turns: at * 220).sine)
      }
      if clicks.contains(where: { abs($0 - at) < 0.005 }) { sample += 0.3 }
      return sample
    }
  }

  @Test func silenceAndClicksAroundTheWordsAreCut() throws {
    let heard = heard(seconds: 5, words: 1.5...3, loud: 0.05, clicks: [0.2, 4.6])
    let take = try #require(MicrophoneTake(heard: heard, rate: Self.rate))
    let seconds = Double(take.samples.count) / Double(Self.rate)
    #expect(abs(seconds - (1.5 + 0.08 + 0.16)) < 0.03)
    #expect(abs(take.samples[0]) < 1e-6 && abs(take.samples[take.samples.count - 1]) < 1e-6)
  }

  @Test(arguments: [Float(0.004), 0.05, 0.9])
  func softAndLoudTakesBecomeEquallyLoud(loud: Float) throws {
    let heard = heard(seconds: 4, words: 1...3, loud: loud)
    let take = try #require(MicrophoneTake(heard: heard, rate: Self.rate))
    let loudness = SpeechLevel.loudness(of: take.samples, rate: Self.rate)
    #expect(abs(loudness - LoudnessScale.voice) < 0.3)
    let peak = MathFunctions.decibels(amplitude: SpeechLevel.truePeak(of: take.samples))
    #expect(peak < LoudnessScale.voicePeak + 0.1)
  }

  @Test func nothingSaidIsNoTake() {
    #expect(MicrophoneTake(heard: [], rate: Self.rate) == nil)
    #expect(
      MicrophoneTake(heard: [Float](repeating: 0, count: 48_000), rate: Self.rate) == nil)
    #expect(MicrophoneTake(heard: [.nan, 1, 1], rate: Self.rate) == nil)
    for clicks in [[], [1.0]] {
      let room = heard(seconds: 2, words: 9...10, loud: 0, clicks: clicks)
      #expect(MicrophoneTake(heard: room, rate: Self.rate) == nil)
    }
    let words = heard(seconds: 2, words: 0.5...1.5, loud: 0.1)
    #expect(MicrophoneTake(heard: words, rate: 1) == nil)
  }

  @Test func theFileIsWholeAndPlays() throws {
    let folder = Folder()
    let path = folder.file("line.wav")
    let take = try #require(
      MicrophoneTake(heard: heard(seconds: 3, words: 1...2, loud: 0.1), rate: Self.rate))
    try take.write(to: path, replacing: false)
    #expect(throws: RecordingError.exists(path)) { try take.write(to: path, replacing: false) }
    try take.write(to: path, replacing: true)
    let reader = try SoundFileReader(path)
    #expect(reader.frames.count == Int64(take.samples.count))
  }
}
