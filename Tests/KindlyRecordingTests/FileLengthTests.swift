import Glibc
import KindlyTimeline
import Testing

@testable import KindlyRecording

/// What files say of their length, read without a decoder.
@Suite struct FileLengthTests {
  private func made(_ format: FileFormat, in folder: Folder) throws -> String {
    let file = folder.file("a." + format.endings[0])
    let tone = Tone()
    _ = try Recording.sample(Encoding(format: format)).write(to: file, from: tone.fill)
    return file
  }

  @Test(arguments: FileFormat.here)
  func `a file of three seconds says so`(format: FileFormat) throws {
    let folder = Folder()
    let facts = try #require(FileFacts(path: try made(format, in: folder)))
    // The ends of M4A are rounded to packets.
    #expect(abs(facts.milliseconds - 3000) <= (format == .m4a ? 50 : 0))
  }

  @Test(arguments: FileFormat.here)
  func `a file that was cut or damaged anywhere is read without a trap`(
    format: FileFormat
  ) throws {
    let folder = Folder()
    let whole = bytes(of: try made(format, in: folder))
    let damaged = folder.file("b")
    var random = SystemRandomNumberGenerator()
    for round in 0..<60 {
      var part = Array(whole.prefix(round * whole.count / 60))
      let last = min(part.count, 4096)
      for _ in 0..<4 where last > 0 {
        part[Int(random.next(upperBound: UInt(last)))] = random.next()
      }
      write(bytes: part, to: damaged)
      let facts = FileFacts(path: damaged)
      #expect(facts.map { $0.milliseconds >= 0 } ?? true)
    }
  }

  @Test func `a head claims no more sound than the file has`() throws {
    let folder = Folder()
    let file = folder.file("a.wav")
    var head = bytes(of: try made(.wav, in: folder))
    let data = try #require(
      head.indices.first { head[$0...].starts(with: "data".utf8) })
    head.replaceSubrange(data + 4..<data + 8, with: [0xfe, 0xff, 0xff, 0x7f])
    write(bytes: head, to: file)
    let facts = try #require(FileFacts(path: file))
    // Tags behind the sound count as sound then; they are far less than a second of it.
    #expect((3000...3500).contains(facts.milliseconds))
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["RIFF----WAVE", "fLaC"])
  func `gigabytes of empty parts are left after some thousands`(start: String) throws {
    let folder = Folder()
    let file = folder.file("a")
    write(start, to: file)
    try #require(truncate(file, 1 << 33) == 0)
    let clock = ContinuousClock()
    let time = clock.measure { _ = FileFacts(path: file) }
    #expect(time < .seconds(10))
  }

  @Test(.timeLimit(.minutes(1)))
  func `neither a FIFO nor a link to one keeps a reader waiting`() throws {
    let folder = Folder()
    let pipe = folder.file("a.wav")
    try #require(mkfifo(pipe, 0o600) == 0)
    symlink(pipe, folder.file("b.wav"))
    for file in [pipe, folder.file("b.wav")] {
      #expect(FileFacts(path: file) == nil)
      #expect(throws: SoundFileReader.Trouble.notSeekable) { try SoundFileReader(file) }
    }
  }
}
