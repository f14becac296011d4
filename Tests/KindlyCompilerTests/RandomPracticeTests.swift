import KindlyCompiler
import KindlyLanguage
import Testing
import KindlyTimeline

/// Practices put together at random: whatever they hold, the timeline keeps its promises.
@Suite struct `Random practices` {
  /// Lines that may follow each other in any order; pins are added with growing moments.
  private static let lines = [
    "Let one breath go.", "Settle, and rest. [5s]", "> May I be safe.", "> May I be well. [~8s]",
    "", "# A section", "[~20s]", "[10s to 40s]", "[20s]", "[pause]", "[short pause]", "[rest]",
    "[rest x3, bell every 1 min]", "[bell]", "[bell tingsha, 3 times, softly]",
    "[bell, let it fade]", "[phrases, 2 rounds]", "[phrases, on the out-breath]",
    "[breathe 3 times]", "[toward friend]", "[slower]", "[voice warm]", "[2 breaths]",
    "[repeat 2 times]\nAgain, round {round}.\n[~10s]\n[end]", "[2 min, bell every 30s]",
    "[for each friend and neutral]\n> May I rest.\n[end]", "[include part]",
  ]

  private static let desk: Desk = {
    var desk = Desk()
    desk.practices["part"] = "# A part\nHere.\n[~15s]\n[bell tingsha]\n"
    return desk
  }()

  private func practice(_ seed: Int, pins: Bool) -> (text: String, pins: [Int64]) {
    var random = Seeded(seed)
    var text = "Go.\n"
    var frames: [Int64] = []
    var minute = 0
    for _ in 0..<Int.random(in: 1...25, using: &random) {
      text += (Self.lines.randomElement(using: &random) ?? "") + "\n"
      if pins, Int.random(in: 0..<6, using: &random) == 0 {
        minute += Int.random(in: 15...30, using: &random)
        text += "[silence until \(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60):00]\n"
        text += "Here.\n"
        frames.append(Int64(minute) * 60 * Frames.rate)
      }
    }
    return (text, frames)
  }

  @Test(arguments: 0..<60)
  func `any length from the shortest to the longest is met to the frame`(seed: Int) throws {
    try expectLengths(of: practice(seed, pins: false).text, seed)
  }

  @Test(arguments: 200..<260)
  func `the same holds where the last bell stands before a moment`(seed: Int) throws {
    var random = Seeded(seed)
    func seconds(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let (low, moment) = (seconds(1...8), seconds(30...59))
    var text = "One.\n[\(low)s to \(low + seconds(1...9))s]\nTwo.\n[bell]\n"
    text += "[silence until 0:\(moment)]\n"
    let silent = Self.lines.filter { !$0.contains("bell") && !$0.contains("include") }
    for _ in 0..<seconds(0...3) { text += (silent.randomElement(using: &random) ?? "") + "\n" }
    try expectLengths(of: text + "End.", seed)
  }

  /// Composes to lengths within reach, at its ends and a frame beyond them.
  private func expectLengths(of text: String, _ seed: Int) throws {
    var desk = Self.desk
    let summary = try desk.compose(text).summary
    var random = Seeded(seed + 9_000)
    let longest = summary.longest ?? Frames(summary.shortest.count * 3 + 1_000_000)
    for _ in 0..<3 {
      let asked = Int64.random(in: summary.shortest.count...longest.count, using: &random)
      desk.order.length = Frames(asked)
      let timeline = try desk.compose(text).timeline
      #expect(timeline.frames == desk.order.length)
      expectWhole(timeline)
      expectRungOut(timeline)
    }
    desk.order.length = summary.shortest
    #expect(try desk.compose(text).timeline.frames == summary.shortest)
    desk.order.length = summary.shortest - Frames(1)
    #expect(throws: Told.self) { try desk.compose(text) }
    if let longest = summary.longest {
      desk.order.length = longest
      #expect(try desk.compose(text).timeline.frames == longest)
      desk.order.length = longest + Frames(1)
      #expect(throws: Told.self) { try desk.compose(text) }
    }
  }

  @Test(arguments: 100..<160)
  func `moments are kept on their frame, with and without a length`(seed: Int) throws {
    var desk = Self.desk
    let (text, pins) = practice(seed, pins: true)
    for length in [nil, Frames((pins.last ?? 0) + 3_600 * Frames.rate)] {
      desk.order.length = length
      guard let timeline = try? desk.compose(text + "[rest]\nEnd.").timeline else {
        Issue.record("\(desk.report(text + "[rest]\nEnd."))")
        continue
      }
      expectWhole(timeline)
      let starts = Set(timeline.events.filter { $0.digest == "Here." }.map(\.start.count))
      #expect(pins.allSatisfy(starts.contains))
      if let length { #expect(timeline.frames == length) }
    }
  }

  @Test(arguments: 0..<20)
  func `the same practice is composed the same way, and a length changes no order`(seed: Int) throws
  {
    var desk = Self.desk
    let text = practice(seed, pins: true).text + "[rest]\nEnd."
    let once = try desk.compose(text).timeline
    #expect(try desk.compose(text).timeline.json.line == once.json.line)
    desk.order.length = once.frames + Frames(seconds: 100)
    let longer = try desk.compose(text).timeline
    func said(_ timeline: Timeline) -> [String] {
      timeline.events.filter(\.isSpeech).map(\.digest)
    }
    #expect(said(longer) == said(once))
  }

  /// Every bell that is struck has rung out when the session ends.
  private func expectRungOut(_ timeline: Timeline) {
    let cut = timeline.events.first {
      $0.digest.hasPrefix("bell") && $0.start + $0.frames > timeline.frames
    }
    #expect(cut == nil)
  }
}
