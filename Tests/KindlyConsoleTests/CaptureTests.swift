import Foundation
import KindlyBase
import KindlyConsole
import KindlyLanguage
import KindlyMessages
import KindlyTimeline
import Testing

/// What a listener sees, in every language of the program, at two widths. `RECORD=1` writes it anew.
@Suite struct CaptureTests {
  private static let captures = InterfaceLanguage.allCases.flatMap { language in
    [40, 80].map { (language, $0) }
  }

  @Test(arguments: captures)
  func `the player looks as recorded`(language: InterfaceLanguage, width: Int) throws {
    let states: [(String, (inout Screen) -> Void)] = [
      ("playing", { $0.position = Frames(seconds: 21) }),
      ("left before", { $0.leftAt = Frames(seconds: 31) }),
      ("in another language", { $0.offer = .alsoIn("metta-\(language.rawValue)") }),
      ("softer", { ($0.position, $0.volume) = (Frames(seconds: 21), -6) }),
      ("muted", { $0.isMuted = true }),
      ("levels", { $0.showsLevels = true }),
      ("paused", { $0.state = .paused }),
      ("waiting", { $0.state = .waiting(Frames(seconds: 95)) }),
      ("device lost", { $0.state = .deviceLost }),
      ("ending", { $0.state = .ending }),
      ("keys", { $0.showsHelp = true }),
    ]
    // The keys are wider than the narrow picture, which cuts them.
    let shown = states.filter { width >= 80 || $0.0 != "keys" }
    let text = shown.map { name, change in
      var screen = Screen(timeline: sitting)
      screen.language = language
      change(&screen)
      let lines = screen.lines(width: width, height: 30)
      #expect(lines.allSatisfy { $0.count < width && !$0.hasSuffix("…") }, "\(name)")
      return "== \(name)\n" + lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
    try expectCapture(text, "player-\(language.rawValue)-\(width)")
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `plain mode tells as recorded`(language: InterfaceLanguage) throws {
    let time = Frames(seconds: 185)
    let happenings: [Happening] = [
      .section(0), .event(sitting.events[0]), .event(sitting.events[1]), .paused(time),
      .resumed(time), .deviceLost(time), .deviceBack(time), .finished(time),
    ]
    let sentences = happenings.compactMap { $0.sentence(in: sitting, language: language) }
    try expectCapture(sentences.joined(separator: "\n") + "\n", "plain-\(language.rawValue)")
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func `wishes are chosen as recorded`(language: InterfaceLanguage) throws {
    let themes = [
      Choosing.Theme(
        title: "Classic", summary: "Safe and well.",
        wishes: ["May I be safe.", "May I be well."].map { WrittenWish($0) })
    ]
    /// Number and word of each language for: choose, hear, done, write, wording, leave.
    let typed =
      switch language {
      case .english:
        ["x?", "7", "1", "1, 2", "h 9", "d", "w", "self: x", "I feel safe.", "1", "b", "q"]
      case .german:
        ["x?", "7", "1", "1 und 2", "h 9", "f", "n", "self: x", "I feel safe.", "1", "z", "a"]
      case .spanish:
        ["x?", "7", "1", "1 y 2", "o 9", "l", "n", "self: x", "I feel safe.", "1", "v", "s"]
      }
    var choosing = Choosing(themes: themes, interface: language)
    var lines = choosing.opening + choosing.lines()
    for line in typed {
      choosing = choosing.after(line).choosing
      lines += ["> " + line, ""] + choosing.lines()
    }
    #expect(choosing.step == .over)
    #expect(choosing.chosen.count == 3)
    try expectCapture(lines.joined(separator: "\n") + "\n", "choosing-\(language.rawValue)")
  }

  @Test func `a word of English is understood in every language, as scripts send it`() {
    let themes = [Choosing.Theme(title: "x", wishes: [WrittenWish("May I rest.")])]
    for language in InterfaceLanguage.allCases {
      var choosing = Choosing(themes: themes, interface: language)
      for line in ["1", "1", "done"] { choosing = choosing.after(line).choosing }
      #expect(choosing.after("keep").wanted == .keep([WrittenWish("May I rest.")]), "\(language)")
    }
  }
}

/// Compares a text with its golden file.
private func expectCapture(
  _ text: String, _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name + ".txt")
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("Recorded \(name).", sourceLocation: location)
    return
  }
  let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  #expect(text == recorded, sourceLocation: location)
}
