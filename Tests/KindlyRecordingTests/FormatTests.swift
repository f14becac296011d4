import Glibc
import Testing
import KindlyTimeline

@testable import KindlyRecording

@Suite struct FormatTests {
  @Test(.enabled(if: has("ffprobe"), "ffprobe is not installed"), arguments: FileFormat.here)
  func `chapters and tags are read back by ffprobe`(format: FileFormat) throws {
    let folder = Folder()
    let file = folder.file("a." + format.endings[0])
    let tone = Tone()
    _ = try Recording.sample(Encoding(format: format)).write(to: file, from: tone.fill)
    let probe = run([
      "ffprobe", "-v", "error", "-of", "flat", "-show_chapters", "-show_format", "-show_streams",
      file,
    ])
    #expect(probe.status == 0)
    let text = probe.text
    for wanted in [
      "chapters.chapter.0.tags.title=\"Arriving\"",
      "chapters.chapter.1.tags.title=\"Resting – still\"",
      "chapters.chapter.0.start_time=\"0.000000\"", "chapters.chapter.1.start_time=\"1.500000\"",
      "=\"Loving-kindness\"", "=\"Ana Müller\"", "=\"metta\"",
    ] {
      #expect(text.contains(wanted), "\(wanted) is missing in:\n\(text)")
    }
  }

  @Test(
    .enabled(if: has("ffmpeg"), "ffmpeg is not installed"),
    arguments: [FileFormat.wav, .flac], [SampleFormat.int16, .int24])
  func `lossless formats decode to the same frames`(
    format: FileFormat, samples: SampleFormat
  ) throws {
    let folder = Folder()
    let file = folder.file("a." + format.endings[0])
    let tone = Tone()
    _ = try Recording.sample(Encoding(format: format, samples: samples)).write(
      to: file, from: tone.fill)
    let decoded = run([
      "ffmpeg", "-v", "error", "-i", file, "-f", "s32le", "-c:a", "pcm_s32le", "-",
    ])
    #expect(decoded.output.count == 3 * 48_000 * 8)
    let plain = folder.file("plain.wav")
    let again = Tone()
    _ = try Recording.sample(Encoding(format: .wav, samples: samples)).write(
      to: plain, from: again.fill)
    let wanted = run([
      "ffmpeg", "-v", "error", "-i", plain, "-f", "s32le", "-c:a", "pcm_s32le", "-",
    ])
    #expect(firstDifference(decoded.output, wanted.output) == nil)
  }

  @Test(
    .enabled(if: has("ffmpeg"), "ffmpeg is not installed"),
    arguments: [FileFormat.opus, .vorbis, .mp3, .m4a])
  func `lossy formats decode whole to about the session's length`(format: FileFormat) throws {
    let folder = Folder()
    let file = folder.file("a." + format.endings[0])
    let tone = Tone(loud: 4800..<400_000)
    _ = try Recording.sample(Encoding(format: format), seconds: 10).write(to: file, from: tone.fill)
    let decoded = run([
      "ffmpeg", "-v", "error", "-xerror", "-i", file, "-f", "s16le", "-ac", "2", "-",
    ])
    #expect(decoded.status == 0)
    let frames = decoded.output.count / 4
    #expect(
      abs(frames - 480_000) <= ([.mp3, .m4a].contains(format) ? 2304 : 0), "\(frames) frames")
  }

  @Test(arguments: FileFormat.here)
  func `two recordings of the same session are the same bytes`(format: FileFormat) throws {
    let folder = Folder()
    for name in ["a", "b"] {
      let tone = Tone()
      _ = try Recording.sample(Encoding(format: format)).write(
        to: folder.file(name), from: tone.fill)
    }
    let difference = firstDifference(bytes(of: folder.file("a")), bytes(of: folder.file("b")))
    #expect(difference == nil)
    #expect(!bytes(of: folder.file("a")).isEmpty)
  }

  @Test(
    .enabled(if: has("ffprobe"), "ffprobe is not installed"), arguments: FileFormat.here,
    [true, false])
  func `other rates and one channel are written`(format: FileFormat, mono: Bool) throws {
    let folder = Folder()
    let file = folder.file("a." + format.endings[0])
    let rate = format == .opus ? 24_000 : 44_100
    let tone = Tone()
    _ = try Recording.sample(Encoding(format: format, rate: rate, mono: mono)).write(
      to: file, from: tone.fill)
    let probe = run(["ffprobe", "-v", "error", "-of", "flat", "-show_streams", file])
    #expect(probe.text.contains("channels=\(mono ? 1 : 2)"))
    #expect(probe.text.contains("sample_rate=\"\(format == .opus ? 48_000 : rate)\""))
    if format == .wav || format == .flac { #expect(probe.text.contains("duration_ts=132300")) }
  }

  @Test func `silence is digital silence in 16 bits and the tone is dithered`() throws {
    let folder = Folder()
    let tone = Tone()
    _ = try Recording.sample(Encoding(format: .wav)).write(
      to: folder.file("a.wav"), from: tone.fill)
    let all = bytes(of: folder.file("a.wav"))
    let before = all[44..<44 + 4800 * 4]
    #expect(before.allSatisfy { $0 == 0 })
    // Both channels carry the same tone, and have the same dither.
    let apart = (5000..<6000).count { frame in
      let place = 44 + frame * 4
      #expect(all[place..<place + 2].elementsEqual(all[place + 2..<place + 4]))
      let exact = 0.25 * 32_768 * sin(2 * .pi * 997 * Double(frame) / 48_000)
      return Int16(exact.rounded()) != Int16(all[place]) | Int16(Int8(bitPattern: all[place + 1]))
        << 8
    }
    #expect(apart > 300)
  }

  @Test func `a rate or a sample kind that a format does not have is refused in words`() {
    #expect(throws: RecordingError.rate(44_100, format: .opus)) {
      try Encoding(format: .opus, rate: 44_100).validate()
    }
    #expect(throws: RecordingError.samples(.float32, format: .flac)) {
      try Encoding(format: .flac, samples: .float32).validate()
    }
  }
}
