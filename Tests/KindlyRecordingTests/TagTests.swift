import KindlyTimeline
import Testing

@testable import KindlyRecording

@Suite struct TagTests {
  private func tagged(_ format: FileFormat) throws -> Recording {
    var recording = Recording.sample(Encoding(format: format))
    recording.tags.album = "First week"
    recording.tags.genre = "Meditation"
    recording.tags.track = TrackNumber(3, of: 7)
    recording.tags.performer = "calm"
    recording.tags.summary = "Kindness & ease.\nTen minutes."
    let png = try #require(DrawnCover(title: "Kindness").png(size: 64))
    recording.tags.cover = CoverPicture(png)
    return recording
  }

  @Test(arguments: FileFormat.here)
  func `album, track, voice and summary are read back`(format: FileFormat) throws {
    let folder = Folder()
    let file = folder.file("a." + format.endings[0])
    let tone = Tone()
    _ = try tagged(format).write(to: file, from: tone.fill)
    let facts = try #require(FileFacts(path: file))
    #expect(facts.title == "Loving-kindness")
    #expect(facts.album == "First week")
    #expect(facts.track == TrackNumber(3, of: 7))
    #expect(facts.summary == "Kindness & ease.\nTen minutes.")
    #expect(facts.performer == "calm")
    #expect(facts.chapters.map(\.name) == ["Arriving", "Resting – still"])
  }

  @Test(
    .enabled(if: has("ffprobe"), "ffprobe is not installed"),
    arguments: FileFormat.here.filter { $0 != .wav })
  func `ffprobe finds the tags and the cover`(format: FileFormat) throws {
    let folder = Folder()
    let file = folder.file("a." + format.endings[0])
    let tone = Tone()
    _ = try tagged(format).write(to: file, from: tone.fill)
    let text = run([
      "ffprobe", "-v", "error", "-of", "flat", "-show_format", "-show_streams", file,
    ]).text.lowercased()
    for wanted in [
      "=\"first week\"", "=\"meditation\"", "codec_name=\"png\"", "width=64", "attached_pic=1",
    ] {
      #expect(text.contains(wanted), "\(wanted) is missing in:\n\(text)")
    }
  }

  @Test(
    .enabled(if: has("ffprobe"), "ffprobe is not installed"),
    arguments: FileFormat.here.filter { $0 != .wav })
  func `how loud a file came to is in its tags`(format: FileFormat) throws {
    let wanted =
      format == .opus ? "r128_track_gain=\"-768\"" : "replaygain_track_gain=\"2.00 db\""
    let folder = Folder()
    let file = folder.file("a")
    let source = SoundSource(sounding: [4800..<48_000]) {
      { frame, out, frames in
        Tone(from: frame).fill(out, frames)
      }
    }
    let recording = try tagged(format)
    _ = try recording.write(to: .path(file), from: source, threads: 2, loudness: { -20 })
    let text = run([
      "ffprobe", "-v", "error", "-of", "flat", "-show_format", "-show_streams", file,
    ]).text.lowercased()
    #expect(text.contains(wanted), "\(wanted) is missing in:\n\(text)")
    if format != .opus { #expect(text.contains("replaygain_track_peak=\"0.25")) }
    // The room that was left for it does not hurt a file without.
    _ = try recording.write(to: .path(file + "b"), from: source, threads: 1)
    let (one, other) = (bytes(of: file).count, bytes(of: file + "b").count)
    if format != .m4a { #expect(one == other) }
    let facts = try #require(FileFacts(path: file))
    #expect(facts.album == "First week")
  }

  @Test func `gains are written as the standards have them`() {
    let quiet = TrackLoudness(integrated: -20.125, peak: 0.5)
    #expect(quiet.replayGain.map(\.1) == ["2.13 dB", "0.500000"])
    #expect(quiet.opusGain.map(\.1) == ["-736"])
    let loud = TrackLoudness(integrated: -9.5, peak: 1)
    #expect(loud.replayGain.map(\.1) == ["-8.50 dB", "1.000000"])
    #expect(TrackLoudness(integrated: -.infinity, peak: 0).replayGain.isEmpty)
  }

  @Test func `a picture is PNG or JPEG with a size`() throws {
    let png = try #require(DrawnCover(title: "Kindness", palette: .sea).png(size: 100))
    let picture = try #require(CoverPicture(png))
    #expect(picture.media == "image/png")
    #expect([picture.width, picture.height] == [100, 100])
    let jpeg: [UInt8] = [
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0,
    ]
    #expect(CoverPicture(jpeg).map { [$0.width, $0.height] } == [30, 20])
    #expect(CoverPicture(Array("GIF89a".utf8)) == nil)
    #expect(CoverPicture(Array(png.prefix(20))) == nil)
    // A segment that claims to be longer than the file ends the search.
    #expect(CoverPicture([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0, 0]) == nil)
  }

  @Test func `a drawn cover depends on its title and colours alone, and has many shades`() {
    let cover = DrawnCover(title: "Kindness", palette: .dusk)
    #expect(cover.pixels(size: 64) == cover.pixels(size: 64))
    #expect(cover.pixels(size: 64) != DrawnCover(title: "Sleep", palette: .dusk).pixels(size: 64))
    #expect(cover.pixels(size: 64) != DrawnCover(title: "Kindness", palette: .sea).pixels(size: 64))
    #expect(Set(cover.pixels(size: 64)).count > 60)
    let titles = (0..<60).map { "Title \($0)" }
    #expect(
      Set(titles.map { DrawnCover(title: $0).palette }).count == DrawnCover.Palette.allCases.count)
  }

  @Test(arguments: ["3": (3, nil), "3/12": (3, 12), "12/12": (12, 12)] as [String: (Int, Int?)])
  func `a track is read`(text: String, place: (Int, Int?)) {
    #expect(TrackNumber(text: text) == TrackNumber(place.0, of: place.1))
    #expect(TrackNumber(text: text)?.text == text)
  }

  @Test(arguments: ["", "0", "x", "3/", "3/2", "/3", "1/2/3", "-1"])
  func `what is no track is refused`(text: String) {
    #expect(TrackNumber(text: text) == nil)
  }

  @Test(arguments: ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg=="])
  func `Base64 is that of RFC 4648`(text: String, wanted: String) {
    #expect(Base64.text(Array(text.utf8)) == wanted)
  }

  @Test(
    arguments: [
      "": "d41d8cd98f00b204e9800998ecf8427e", "abc": "900150983cd24fb0d6963f7d28e17f72",
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890":
        "57edf4a22be3c955ac49da2e2107b67a",
    ])
  func `MD5 is that of RFC 1321`(text: String, wanted: String) {
    var digest = MD5()
    Array(text.utf8).withUnsafeBytes { digest.add($0) }
    #expect(digest.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == wanted)
  }

  @Test(arguments: [0, 1, 63, 64, 65, 1000, 4096] as [Int64])
  func `MD5 of zeros is the same however they are added`(count: Int64) {
    var (counted, read) = (MD5(), MD5())
    for _ in 0..<2 {
      [UInt8](repeating: 7, count: 5).withUnsafeBytes {
        counted.add($0)
        read.add($0)
      }
      counted.addZeros(count)
      [UInt8](repeating: 0, count: Int(count)).withUnsafeBytes { read.add($0) }
    }
    #expect(counted.digest == read.digest)
  }

  @Test(
    .enabled(if: has("ffprobe"), "ffprobe is not installed"),
    arguments: [FileFormat.opus, .vorbis, .mp3], [false, true])
  func `a bit rate is kept`(format: FileFormat, isConstant: Bool) throws {
    let folder = Folder()
    var encoding = Encoding(format: format)
    encoding.bitRate = 96_000
    encoding.isConstant = isConstant
    let tone = Tone(loud: 0..<960_000, hertz: 313)
    let file = folder.file("a")
    _ = try Recording.sample(encoding, seconds: 20).write(to: file, from: tone.fill)
    let kept = Double(bytes(of: file).count) * 8 / 20
    // A tone needs few bits: on average it may take less, constantly it may not.
    #expect(kept < 125_000)
    if isConstant { #expect(kept > 85_000) }
  }

  @Test(arguments: [(FileFormat.wav, 128_000), (.flac, 128_000), (.mp3, 400_000), (.opus, 1000)])
  func `a bit rate that a format does not have is refused`(format: FileFormat, bitRate: Int) {
    var encoding = Encoding(format: format)
    encoding.bitRate = bitRate
    let error = RecordingError.bitRate(bitRate, format: format)
    #expect(throws: error) { try encoding.validate() }
    #expect(error.sentence.contains(format.name))
  }
}
