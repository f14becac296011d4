import Testing
import KindlyTimeline

@testable import KindlyRecording

@Suite struct WAVTests {
  @Test(arguments: SampleFormat.allCases)
  func `a WAV file has exactly the frames of the session`(samples: SampleFormat) throws {
    let folder = Folder()
    let recording = Recording.sample(Encoding(format: .wav, samples: samples))
    let tone = Tone()
    let summary = try recording.write(to: folder.file("a.wav"), from: tone.fill)
    #expect(folder.names == ["a.wav"])
    let all = bytes(of: folder.file("a.wav"))
    #expect(Int64(all.count) == summary.bytes)
    let data = all.withUnsafeBytes { raw in
      (0..<all.count - 8).first { raw[$0..<$0 + 4].elementsEqual("data".utf8) } ?? 0
    }
    let length = all[data + 4..<data + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(length == 3 * 48_000 * 2 * samples.bytes)
  }

  @Test(.enabled(if: has("ffprobe"), "ffprobe is not installed"))
  func `ffprobe reads length and title of a WAV file`() throws {
    let folder = Folder()
    let tone = Tone()
    _ = try Recording.sample(Encoding(format: .wav)).write(
      to: folder.file("a.wav"), from: tone.fill)
    let probe = run([
      "ffprobe", "-v", "error", "-show_entries", "stream=duration_ts:format_tags:chapter_tags",
      "-of",
      "flat", "-show_chapters", folder.file("a.wav"),
    ])
    #expect(probe.text.contains("duration_ts=144000"))
    #expect(probe.text.contains("Loving-kindness"))
  }
}
