import KindlyBase
import KindlyLanguage
import KindlyTimeline
import Testing

@testable import KindlyImport

/// A session with everything that another notation may hold.
private let timeline: Timeline = {
  let second = Frames.rate
  func speech(_ text: String, isPhrase: Bool = false) -> Event.Kind {
    .speech(
      Speech(utterance: Utterance(text: text, voice: "calm", language: "en"), isPhrase: isPhrase))
  }
  func silence(_ seconds: Int64) -> Event.Kind {
    .pause(KindlyTimeline.Pause(natural: Frames(seconds * second), flexible: false))
  }
  func event(_ start: Int64, _ length: Int64, _ section: Int, _ kind: Event.Kind) -> Event {
    Event(
      start: Frames(start * second), frames: Frames(length * second), line: 1, section: section,
      kind: kind)
  }
  return Timeline(
    title: "Rain & <b>roof", frames: Frames(90 * second),
    sections: [
      Section(name: "", start: .zero, frames: Frames(20 * second), line: 1),
      Section(
        name: "The roof & door", start: Frames(20 * second), frames: Frames(70 * second), line: 5),
    ],
    events: [
      event(0, 30, 0, .bell(Strike(bell: "bowl", strength: 1))), event(0, 8, 0, silence(8)),
      event(8, 2, 0, speech("It rains, hard & long.")), event(10, 10, 0, silence(10)),
      event(20, 2, 1, speech("May I be dry.", isPhrase: true)), event(22, 6, 1, silence(6)),
      event(28, 2, 1, speech("Listen.")), event(30, 2, 1, silence(2)),
      event(32, 2, 1, speech("Wake.")), event(34, 2, 1, silence(2)),
    ])
}()

@Test(arguments: ExportNotation.allCases)
func `what is exported is imported again`(notation: ExportNotation) throws {
  let text = exported(timeline, as: notation)
  let made = try practice(of: text, named: "rain.txt")
  let lines = made.text.split(separator: "\n").filter { !$0.hasPrefix("//") && !$0.contains(": ") }
    .flatMap { line in
      line.replacing("] ", with: "]\n").replacing(" [", with: "\n[").split(separator: "\n").map(
        String.init)
    }
  let heard = lines.map { $0.replacing("\\", with: "").replacing("> ", with: "") }
  for words in ["It rains, hard & long.", "May I be dry.", "Listen.", "Wake."] {
    // Brackets within the words divide the line above.
    #expect(made.text.replacing("\\", with: "").contains(words), "\(text)\n----\n\(made.text)")
  }
  #expect(heard.contains("[bell]"), "\(text)\n----\n\(made.text)")
  #expect(heard.contains("[10s]"))
  #expect(heard.contains("[6s]"))
  if notation != .speechMarkdown {
    #expect(made.text.contains("# The roof & door"), "\(made.text)")
  }
  expectNoErrors(in: made.text, of: text)
}

@Test func `a page shows whole seconds, and gives its silences back to the millisecond`() throws {
  var exact = timeline
  for index in exact.events.indices {
    guard case .pause = exact.events[index].kind, index == 3 else { continue }
    let length = Frames(Frames.rate * 9_862 / 1000)
    exact.events[index].frames = length
    exact.events[index].kind = .pause(KindlyTimeline.Pause(natural: length, flexible: false))
  }
  let page = exported(exact, as: .html)
  #expect(page.contains(">(pause 10 seconds)</p>"))
  #expect(try practice(of: page).text.contains("[9.862s]"))
}

@Test func `a handout is in the language of the practice`() {
  let german = exported(timeline, as: .text, language: "de")
  #expect(german.contains("(Pause 10 Sekunden)"))
  #expect(german.contains("(Glocke)"))
}

@Test func `nothing of a practice can leave its place in a page`() {
  let page = exported(timeline, as: .html)
  #expect(page.contains("<h2>The roof &amp; door</h2>"))
  #expect(page.contains("<h1>Rain &amp; &lt;b&gt;roof</h1>"))
  #expect(!page.contains("<b>"))
}
