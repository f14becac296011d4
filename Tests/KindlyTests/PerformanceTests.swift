import KindlyCompiler
import Foundation
import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import KindlyRecording
import KindlySound
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
  }

  @Test func `a clip that is not made yet is made for whoever changes it`() throws {
    let clip = Clip.due(count: 4_800, isKept: false) {
      (0..<4_800).map { $0 % 100 < 50 ? 0.1 : -0.1 }
    }
    let soft = try #require(clip.changed(decibels: -20).copied())
    #expect(soft.allSatisfy { abs(abs($0) - 0.01) < 1e-6 })
    #expect(!clip.isFilled)
    let louder = Performance.Level.voice(-15).clip(clip, asWritten: -18)
    #expect(louder.fill() && louder.samples.contains { $0 != 0 })
    #expect(!clip.isFilled)
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
    let error = #expect(throws: LookupError.self) {
      try Composer().performance(ofText: "[repeet 3 times]\n", named: "evening")
    }
    #expect(try #require(error).description.contains("Did you mean [repeat 3 times]?"))
    #expect(throws: LookupError.self) { try Composer().performance(of: "no such practice") }
  }
}
