import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlySpeech
import KindlyTimeline
import Synchronization
import Testing

@testable import Kindly

/// A composition is a value: nothing that one call leaves behind is needed by the next.
@Suite struct CompositionTests {
  private static let evening = """
    Title: Evening
    Length: 2 min

    [bell]
    Let the day go.
    [phrases classic, fill]
    [bell]
    """
  private static let morning =
    "Title: Morning\n\n[bell tingsha]\nMay I be safe.\n[~20s]\n[bell bowl]\n"

  private static func composer() -> Composer {
    Composer(
      library: Library(folders: nil),
      narrator: Narrator(cache: nil, program: Composer.testWorker))
  }

  private static func composition(_ text: String, by composer: Composer) throws -> Composition {
    let source = Source(path: "text.practice", text: text)
    let manuscript = composer.manuscript(
      LibraryText(name: "text", kind: .practice, origin: .file, source: source, folder: nil))
    return try composer.composition(of: manuscript)
  }

  private static func samples(_ composition: Composition) throws -> [Float] {
    try composition.performance().samples(in: .zero..<Frames(20 * 48_000))
  }

  @Test func `what one has composed is performed without it, with the same samples`() throws {
    var first: Composer? = Self.composer()
    let composition = try Self.composition(Self.morning, by: #require(first))
    first = nil
    let heard = try Self.samples(composition)
    let other = try Self.composition(Self.morning, by: Self.composer())
    #expect(try heard == Self.samples(other))
    #expect(heard.contains { $0 != 0 })
    #expect(composition.fingerprint == other.fingerprint)
    let evening = try Self.composition(Self.evening, by: Self.composer())
    #expect(composition.fingerprint != evening.fingerprint)
  }

  @Test func `what a sit tells is said 8 dB more softly than the same words in a practice`() throws
  {
    var sit = Sit(length: Frames(seconds: 60))
    sit.told = [Frames(seconds: 20)]
    let composer = Self.composer()
    var manuscript = composer.manuscript(of: sit)
    manuscript.reading.tree.header.bell = Located("none", at: SourceSpan(0, 0))
    let told = try composer.composition(of: manuscript)
    manuscript.reading.tree.isSoft = false
    let guided = try composer.composition(of: manuscript)
    #expect(told.timeline.jsonLine.contains("\"softly\": true"))
    #expect(!guided.timeline.jsonLine.contains("softly"))
    #expect(told.fingerprint != guided.fingerprint)
    let words = Frames(40 * 48_000)..<Frames(45 * 48_000)
    let (soft, loud) = try (
      told.performance().samples(in: words), guided.performance().samples(in: words)
    )
    #expect(loud.contains { abs($0) > 0.05 })
    // 8 dB are a factor of 10^(-8/20).
    let apart = zip(soft, loud).map { abs($0 - 0.398_107_17 * $1) }.max() ?? 1
    #expect(soft.count == loud.count && apart < 1e-6)
  }

  @Test func `two practices in either order have the same timelines`() throws {
    let (one, other) = (Self.composer(), Self.composer())
    let forth = try [Self.evening, Self.morning].map { try Self.composition($0, by: one).timeline }
    let back = try [Self.morning, Self.evening].map {
      try Self.composition($0, by: other).timeline
    }
    #expect(forth == back.reversed())
  }

  @Test func `composed at once by one, they are as they are alone`() async throws {
    let texts = [Self.evening, Self.morning, Self.evening, Self.morning]
    let alone = try [Self.evening, Self.morning].map {
      try Self.composition($0, by: Self.composer()).timeline
    }
    let composer = Self.composer()
    let together = try await withThrowingTaskGroup(of: (Int, Timeline).self) { group in
      for (place, text) in texts.enumerated() {
        group.addTask { (place, try Self.composition(text, by: composer).timeline) }
      }
      var timelines: [Int: Timeline] = [:]
      for try await (place, timeline) in group { timelines[place] = timeline }
      return texts.indices.map { timelines[$0] }
    }
    #expect(together == alone + alone)
  }

  @Test func `a plan is made without speaking, and fitted to any lengths`() throws {
    let source = Source(path: "text.practice", text: Self.evening)
    let snapshot = LibrarySnapshot(of: Self.composer())
    let chapter = PracticeText(source: source, script: read(practice: source).tree)
    let plan = try PracticePlan(of: chapter, in: snapshot.resolver(for: Listener()))
    #expect(plan.utterances.first?.text == "Let the day go.")
    for seconds in [1, 3] {
      let measure = Measure.spoken(frames: Frames(Int64(seconds) * 48_000), words: [])
      let measures = Dictionary(uniqueKeysWithValues: plan.utterances.map { ($0, measure) })
      let filled = try plan.filled(by: measures)
      #expect(filled.utterances.allSatisfy { measures[$0] != nil })
      #expect(try filled.fitted(to: measures).timeline.frames == Frames(120 * 48_000))
    }
  }

  @Test func `several as one keep the sound of each`() throws {
    let composer = Self.composer()
    let both = try [Self.morning, Self.evening].map { try Self.composition($0, by: composer) }
    let joined = Composition.joined(both)
    let end = try joined.composition.performance().samples(
      in: joined.starts[1]..<joined.starts[1] + Frames(20 * 48_000))
    let alone = try Self.samples(both[1])
    #expect(end.count == alone.count && alone.contains { abs($0) > 0.05 })
    // A bell's blocks begin elsewhere, so its last bits differ.
    #expect(zip(end, alone).allSatisfy { abs($0 - $1) < 0.0001 })
  }

  @Test func `a refusal holds the texts that it is about`() throws {
    let error = #expect(throws: CompositionError.self) {
      try Self.composition("[phrases nowhere]\n", by: Self.composer())
    }
    #expect(error?.sources["text.practice"] != nil)
    #expect(error?.report.contains("nowhere") == true)
    #expect(error?.lack == nil)
  }
}
