import KindlyCompiler
import KindlyLanguage
import Testing
import KindlyTimeline

/// What a person reads, recorded whole: the practice and the report on it.
@Suite struct `Reports` {
  /// A practice, what is asked of it, and what is told.
  private func expect(
    _ text: String, on desk: Desk = Desk(), named name: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    var page = text + "\n"
    for (file, body) in desk.practices.sorted(by: { $0.key < $1.key }) {
      page += "\n== \(file).practice\n\(body)\n"
    }
    if let length = desk.order.length { page += "\n== asked: \(length.clock)\n" }
    try expectGolden(page + "\n== told\n" + desk.report(text), named: name, at: location)
  }

  private func asked(_ seconds: Double) -> Desk {
    var desk = Desk()
    desk.order.length = Frames(seconds: seconds)
    return desk
  }

  @Test func `a length that is too short`() throws {
    let text = """
      Length: 1 minute

      [bell]
      Let your body find a way of sitting that is kind to it.
      Notice the places where you are held. [20s]
      > May I be safe.
      [~30s]
      Let the words go.
      [bell]
      """
    try expect(text, named: "too-short")
  }

  @Test func `a length that is too short, without an exact silence`() throws {
    try expect("One line.\n[~30s]\nAnother line.", on: asked(5), named: "too-short-no-silence")
  }

  @Test func `a length that is too long, where nothing may grow`() throws {
    try expect("One line.\n[30s]\nAnother line.", on: asked(41), named: "too-long-rigid")
  }

  @Test func `a length that is too long, where something may grow a little`() throws {
    try expect("One line.\n[10s to 30s]\nAnother line.", on: asked(60), named: "too-long")
  }

  @Test func `a moment that comes too early`() throws {
    try expect(
      "One line.\n[20s]\nAnother.\n[bell at 0:15]\n[silence until 0:16]\nMore words than fit.\n[bell at 0:17]",
      named: "moment-too-early")
  }

  @Test func `a moment after the end`() throws {
    try expect("One.\n[bell at 10:00]\n", on: asked(300), named: "moment-after-end")
  }

  @Test func `a moment after which the length leaves no room`() throws {
    try expect("One.\n[bell at 10:00]\n", on: asked(630), named: "moment-leaves-no-room")
  }

  @Test func `a moment in an included file`() throws {
    var desk = Desk()
    desk.practices["part"] = "One.\n[bell at 10:00]"
    try expect("[include part]", on: desk, named: "moment-in-include")
  }

  @Test func `names that lead nowhere`() throws {
    var desk = Desk()
    desk.practices["settling"] = "Settle."
    desk.order.listener.people = [Someone(.friend, name: "Rosa", pronoun: .she)]
    let text = """
      Voice: clam
      Bell: bowel

      [include setling]
      [include elsewhere]
      [phrases clasic]
      [phrases nothing]
      [voice warn]
      [bell gong]
      [toward Zoltan]
      [toward Rossa]
      [recorded "missing.flac"]
      """
    try expect(text, on: desk, named: "unknown-names")
  }

  @Test func `files in a circle`() throws {
    var desk = Desk()
    desk.practices = [
      "dawn": "One.\n[include noon]", "noon": "Two.\n[include dusk]", "dusk": "[include dawn]",
    ]
    try expect("[include dawn]", on: desk, named: "include-circle")
  }

  @Test func `files too deep`() throws {
    var desk = Desk()
    for depth in 1...9 { desk.practices["f\(depth)"] = "[include f\(depth + 1)]" }
    desk.practices["f10"] = "Here."
    try expect("[include f1]", on: desk, named: "include-depth")
  }

  @Test func `languages`() throws {
    let text = """
      Language: de

      [voice calm]
      [language fr]
      [language de]
      [for each friend and neutral]
      > Möge ich leben.
      Das ist {name}.
      [end]
      """
    try expect(text, named: "languages")
  }

  @Test func `words for a recipient`() throws {
    let text =
      "Person: third\n\n[toward Maya, she]\n> I rejoice in this day.\n[language de]\nFor {them}."
    try expect(text, named: "recipient-words")
  }

  @Test func `words that can't be spoken`() throws {
    try expect("One.\nBrrr.\nTwo.\nBrrr, again.", named: "unspeakable")
  }

  @Test func `unset values`() throws {
    try expect("Some {tea} for {listener}.", named: "unset-values")
  }

  @Test func `repeats across files that multiply`() throws {
    var desk = Desk()
    desk.practices["part"] = "[repeat 1000 times]\nOne.\n[end]"
    try expect("[repeat 1000 times]\n[include part]\n[end]", on: desk, named: "session-events")
  }

  @Test func `longer than a day`() throws {
    var desk = Desk()
    desk.practices["part"] = "[10h]\n"
    try expect("[repeat 3 times]\n[include part]\nOne.\n[end]", on: desk, named: "session-length")
  }

  @Test func `nothing to hear`() throws {
    try expect("Title: Nothing\n\n# A heading\n[slower]", named: "nothing-to-hear")
  }

  @Test func `warnings`() throws {
    let long = String(repeating: "so long ", count: 26)
    try expect(
      "[phrases, fill]\n[toward difficult]\nThis is \(long).\n[bell]\n[20s]\nGo well.",
      named: "warnings")
  }

  @Test func `a problem in an included file carries that file's path`() throws {
    var desk = Desk()
    desk.practices["part"] = "One.\n[voice warn]"
    desk.phrases["odd"] = "May I be safe.\nI rejoice.\n"
    try expect(
      "Person: third\n\n[toward Maya, she]\n[include part]\n[phrases odd]", on: desk,
      named: "in-other-files")
  }
}
