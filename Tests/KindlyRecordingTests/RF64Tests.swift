import Glibc
import Testing
import KindlyTimeline

@testable import KindlyRecording

@Suite struct RF64Tests {
  @Test func `a file larger than 4 GiB is RF64 from its first byte`() {
    let encoding = Encoding(format: .wav)
    let tags = Tags(title: "Long")
    // The largest that 32 bits can say, and one frame more.
    let small = WAVLayout(frames: 1_073_741_800, encoding: encoding, chapters: [], tags: tags)
    let large = WAVLayout(frames: 1_073_741_824, encoding: encoding, chapters: [], tags: tags)
    #expect(small.beginning.prefix(4).elementsEqual("RIFF".utf8))
    #expect(large.beginning.prefix(4).elementsEqual("RF64".utf8))
    #expect(number(large.beginning[4..<8]) == UInt64(UInt32.max))
    #expect(large.beginning[12..<16].elementsEqual("ds64".utf8))
    #expect(number(large.beginning[20..<28]) == UInt64(large.fileBytes - 8))
    #expect(number(large.beginning[28..<36]) == UInt64(large.dataBytes))
    #expect(number(large.beginning[36..<44]) == 1_073_741_824)
  }

  @Test func `sizes in the beginning are those of the file`() throws {
    let folder = Folder()
    for samples in SampleFormat.allCases {
      let tone = Tone()
      _ = try Recording.sample(Encoding(format: .wav, mono: true, samples: samples), seconds: 1.5)
        .write(to: folder.file("a"), replacing: true, from: tone.fill)
      let all = bytes(of: folder.file("a"))
      #expect(number(all[4..<8]) == UInt64(all.count - 8))
    }
  }

  @Test(
    .enabled(
      if: getenv("KINDLY_LONG_TESTS") != nil, "writes 5.5 GB; set KINDLY_LONG_TESTS=1 to run it"))
  func `eight hours are read back whole from RF64`() throws {
    let folder = Folder()
    let file = folder.file("long.wav")
    let tone = Tone(loud: 4800..<48_000)
    let recording = Recording.sample(Encoding(format: .wav, samples: .int16), seconds: 8 * 3600)
    let summary = try recording.write(to: file, from: tone.fill)
    #expect(summary.bytes > Int64(UInt32.max))
    let probe = run([
      "ffprobe", "-v", "error", "-of", "flat", "-show_streams", "-show_chapters", file,
    ])
    #expect(probe.text.contains("duration_ts=\(8 * 3600 * 48_000)"))
    #expect(probe.text.contains("Resting – still"))
    let facts = try #require(FileFacts(path: file))
    #expect(facts.milliseconds == 8 * 3_600_000)
    #expect(facts.chapters.count == 2)
    if has("sndfile-info") {
      #expect(run(["sndfile-info", file]).text.contains("RF64"))
    }
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
