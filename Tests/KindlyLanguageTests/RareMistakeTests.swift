import Testing

@testable import KindlyLanguage

/// Mistakes that few people make; each is answered as well as the others.
private let rare: [(name: String, kind: FileKind, text: String)] = [
  ("breathe-nothing", .practice, "[breathe]\n"),
  ("breathe-number", .practice, "[breathe five]\n"),
  ("interval-too-short", .practice, "[20 min, bell every 0.5s]\n"),
  ("until-nothing", .practice, "Stay. [silence until]\n"),
  ("silence-too-long", .practice, "Stay. [pause 100 h]\n"),
  ("half-of-nothing", .practice, "Stay. [pause half]\n"),
  ("option-of-phrases", .practice, "[phrases, fil]\n"),
  ("option-twice", .practice, "[bell, softly, softly]\n[phrases, fill, fill]\n"),
  ("rounds-too-many", .practice, "[phrases, 99999 rounds]\n[bell, 0 times]\n"),
  ("language-by-name", .practice, "[language english]\nStay.\n"),
  ("person-fourth", .practice, "Person: fourth\n\nStay.\n"),
  ("pronounce-nothing", .practice, "Pronounce: metta\n\nStay.\n"),
  ("length-of-mixed-units", .practice, "Length: 1:30 min\n\nStay.\n"),
  ("moment-in-course", .course, "# Day 1\nStay. [silence until 10:00]\n"),
  (
    "rows-of-a-bell", .bell,
    "Name: A\nPitch: 200 Hz\n" + String(repeating: "1 0 5\n", count: Bell.mostPartials + 1)
  ),
  (
    "rows-of-a-voice", .voice,
    "Name: A\nLanguage: en\nVoice: en\n\n"
      + String(repeating: "flutter 1\n", count: Voice.mostRows + 1)
  ),
  ("variant-and-rows", .voice, "Name: A\nLanguage: en\nVoice: en\nVariant: f1\n\nflutter 1\n"),
  (
    "rows-of-a-program", .voice, "Name: A\nLanguage: en\nEngine: command\nCommand: a\n\nflutter 1\n"
  ),
  (
    "filters-too-many", .voice,
    "Name: A\nLanguage: en\nVoice: en\nTone: "
      + (0...Voice.mostFilters).map { _ in "low-pass 900 Hz" }.joined(separator: "; ") + "\n"
  ),
  ("command-missing", .voice, "Name: A\nLanguage: en\nEngine: command\n"),
  (
    "command-not-closed", .voice,
    "Name: A\nLanguage: en\nEngine: command\nCommand: say \"{text}\nOutput: mp3\n"
  ),
  ("pitch-in-words", .voice, "Name: A\nLanguage: en\nVoice: en\nPitch: high\n"),
  ("profile-values", .profile, "Language: english\nLength: soon\nBreath: deep\n"),
  ("profile-lengths", .profile, "Length: 2 breaths\nBreath: in 3 min, out 6s\n"),
  ("profile-clock", .profile, "Length: 20:00\n"),
  ("breathe-digit", .practice, "[breathe 7]\n"),
  ("language-unknown", .practice, "[language klingon]\nStay.\n"),
  ("clock-beyond-numbers", .practice, "Stay. [pause 99999999999999999999:05]\n"),
  ("slips-too-many", .practice, "[rng bel sofly twce]\n"),
  ("interval-nothing", .practice, "[20 min, bell every]\n"),
  ("breath-nothing", .practice, "[breath in]\n"),
  ("breaths-too-many", .practice, "Stay. [pause 20000 breaths]\n"),
  ("option-as-name", .practice, "[phrases fil]\n"),
  ("rounds-in-words", .practice, "[phrases, many rounds]\n[phrases, twenty-five round]\n"),
  ("length-in-breaths", .practice, "Length: 3 breaths\n\nStay.\n"),
  ("break-of-words", .practice, "Stay. <break time=\"soon\"/> Rest.\n"),
  (
    "speed-too-high", .voice, "Name: A\nLanguage: en\nVoice: en\nSpeed: 900 words per minute\n"
  ),
  (
    "timeout-in-words", .voice,
    "Name: A\nLanguage: en\nEngine: command\nCommand: say {text}\nTimeout: soon\n"
  ),
  (
    "placeholder-unknown", .voice,
    "Name: A\nLanguage: en\nEngine: command\nCommand: say {whatever}\n"
  ),
  ("program-is-text", .voice, "Name: A\nLanguage: en\nEngine: command\nCommand: {text}\n"),
  (
    "program-is-empty", .voice,
    "Name: A\nLanguage: en\nEngine: command\nCommand: \"\" {text}\n"
  ),
]

@Test(arguments: rare.indices)
func `a rare mistake is answered as recorded`(index: Int) {
  let (name, kind, text) = rare[index]
  expectGolden(
    Source(path: "evening." + kind.rawValue, text: text), as: kind, named: "rare-" + name)
}

@Test func `the page of every code shows a mistake, its answer and what is right`() {
  for page in Explanation.all {
    #expect(page.page.hasPrefix(page.code + "\n\n"))
    #expect(page.page.contains("For example:") == (page.example != nil))
    #expect(page.page.contains("Instead:") == (page.fixed != nil))
  }
}

@Test func `a byte-order mark that was written twice is passed over twice`() {
  let source = Source(path: "a.practice", text: "\u{FEFF}\u{FEFF}Title: A\n\nStay.\n")
  #expect(read(practice: source).tree.header.title?.value == "A")
  #expect(formatted(source, as: .practice) == "Title: A\n\nStay.\n")
}

@Test func `a line of a thousand mistakes is drawn around each of them`() {
  let source = Source(path: "a.practice", text: String(repeating: "] ", count: 2000) + "\n")
  let told = diagnostics(of: source, as: .practice)
  #expect(told.count == Limit.problems + 1)
  #expect(told.last?.code == "more-problems")
  let report = Report(on: source)
  for diagnostic in [told[0], told[told.count / 2], told[told.count - 1]] {
    let lines = report.drawing(of: diagnostic).split(separator: "\n")
    #expect(lines.count > 3 && lines[2].count <= 96 + 5)
    #expect(lines[3].contains("^"))
  }
}
