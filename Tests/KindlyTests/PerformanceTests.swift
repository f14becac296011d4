import KindlyCompiler
import Foundation
import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import KindlyRecording
import Testing
import KindlyTimeline

@testable import Kindly

/// A practice without words, which needs no engine: two bells and a breath.
private let text = """
  Title: Bells
  Length: 50s

  [bell rin]
  [breathe 1 time]
  [pause ~10s]
  [bell bowl, softly]
  """

/// What a program of somebody else does with the library.
@Suite struct PerformanceTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/composer-\(UUID().uuidString)"

  private func composer() throws -> Composer {
    Composer(folders: try Folders(environment: ["HOME": folder]))
  }

  @Test func `a text becomes a timeline and samples of exactly the length that was asked for`()
    throws
  {
    let performance = try Composer().performance(ofText: text)
    #expect(performance.timeline.frames == Frames(50 * 48_000))
    let samples = performance.samples(in: .zero..<Frames(.max))
    #expect(samples.count == 2 * 50 * 48_000)
    let part = performance.samples(in: Frames(47_990)..<Frames(96_001))
    let isSame = part.elementsEqual(samples[2 * 47_990..<2 * 96_001])
    #expect(isSame)
    #expect(samples.contains { $0 != 0 })
    #expect(abs(performance.loudness + 18) < 0.1 || performance.loudness < -18)
  }

  @Test func `a file of it has its frames, and is not replaced unasked`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let performance = try Composer().performance(ofText: text)
    let summary = try performance.write(to: folder + "/bells.wav")
    #expect(summary.frames == Frames(50 * 48_000))
    #expect(performance.tags.title == "Bells")
    #expect(throws: RecordingError.exists(folder + "/bells.wav")) {
      try performance.write(to: folder + "/bells.wav")
    }
  }

  @Test func `what is wrong with a text is thrown as the report an author reads`() throws {
    let error = #expect(throws: Unfit.self) {
      try Composer().performance(ofText: "[repeet 3 times]\n", named: "evening")
    }
    #expect(try #require(error).description.contains("Did you mean [repeat 3 times]?"))
    #expect(throws: Unfit.self) { try Composer().performance(of: "no such practice") }
  }

  // MARK: - Loudness that is known

  /// Balances the practice with the cache, and tells how often the measuring asked to go on.
  private func balanced(level: Performance.Level = .usual) throws -> (Performance, asked: Int) {
    let composer = try composer()
    let manuscript = composer.manuscript(
      LibraryText(
        name: "bells", kind: .practice, origin: .file,
        source: Source(path: "bells.practice", text: text), folder: nil))
    var asked = 0
    let performance = try composer.performance(
      of: try composer.composition(of: manuscript), from: manuscript, level: level
    ) {
      asked += 1
      return true
    }
    return (performance, asked)
  }

  @Test func `a session is measured once, and sounds the same bit for bit afterwards`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (first, measuring) = try balanced()
    let (second, afterwards) = try balanced()
    #expect(measuring > 100)
    #expect(afterwards == 0)
    #expect(first.loudness.bitPattern == second.loudness.bitPattern)
    let whole = Frames.zero..<first.timeline.frames
    let isSame = first.samples(in: whole).elementsEqual(second.samples(in: whole))
    #expect(isSame)
    // At another loudness it is another session.
    #expect(try balanced(level: .integrated(-23)).asked > 100)
  }

  @Test(arguments: ["", "\u{0}\n", "1 2\n3 x y z\n", "-1 -1 -1 -1\n"])
  func `a damaged file of what is known is measured anew, and mended`(damage: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/.cache/kindly/loudness"
    _ = try balanced()
    let line = try String(contentsOfFile: file, encoding: .utf8)
    let session = line.prefix { $0 != " " }
    // The line of this very session without sense, and whatever else.
    try Data((damage + session + " 7ff8000000000000 0 0\n").utf8).write(to: URL(filePath: file))
    #expect(try balanced().asked > 100)
    #expect(try balanced().asked == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix(line))
  }

  @Test func `no digit of what is known can change without being noticed`() throws {
    let known = KnownBalances(in: try Folders(environment: ["HOME": folder]))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/.cache/kindly/loudness"
    let balance = Balance(session: -3.25, bells: -1.5, loudness: -18)
    known.keep(balance, of: 0x1234)
    let good = try Data(contentsOf: URL(filePath: file))
    #expect(known.balance(of: 0x1234) == balance)
    for place in good.indices.dropLast() {
      for bit in 0..<8 {
        var bad = good
        bad[place] ^= 1 << UInt8(bit)
        try bad.write(to: URL(filePath: file))
        // A capital letter is the same digit.
        let found = known.balance(of: 0x1234)
        #expect(found == nil || found == balance, "byte \(place), bit \(bit)")
      }
    }
  }

  @Test func `a cache that can't be written costs only time`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: folder + "/.cache"))
    #expect(try balanced().asked > 100)
    #expect(try balanced().asked > 100)
  }

  @Test func `a measurement that was broken off is not kept`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let composer = try composer()
    let manuscript = composer.manuscript(
      LibraryText(
        name: "bells", kind: .practice, origin: .file,
        source: Source(path: "bells.practice", text: text), folder: nil))
    _ = try composer.performance(of: try composer.composition(of: manuscript), from: manuscript) {
      false
    }
    #expect(try balanced().asked > 100)
  }
}
