import KindlyLanguage
import KindlyTimeline
import Synchronization
import Testing

@testable import KindlyCompiler

/// Who names a phrase set decides where it is looked for, and a title is filled in like guidance.
struct NamedSetTests {
  private func asked(_ text: String, order: Order = Order()) -> [String] {
    var resolver = Sitting.resolver()
    let asked = Mutex<[String]>([])
    resolver.phraseSet = { name, path in
      asked.withLock { $0.append(name + " by " + (path ?? "the listener")) }
      let set = PhraseSet(wishes: [.line(Located([.text("May I be well.")], at: SourceSpan(0, 0)))])
      return .found(Wishes(source: Source(path: "\(name).phrases", text: ""), set: set))
    }
    let source = Source(path: "test.practice", text: text)
    let practice = PracticeText(source: source, script: read(practice: source).tree)
    _ = try? compose(practice, order: order, in: resolver, meter: Sitting.Meter())
    return asked.withLock(\.self)
  }

  @Test func `a set that a file names may lie beside it`() {
    #expect(asked("[phrases own]").first == "own by test.practice")
    #expect(asked("Phrases: own\n\n[phrases]").first == "own by test.practice")
  }

  @Test func `a set that the listener names does not`() {
    var order = Order()
    order.phrases = "./maya.phrases"
    #expect(
      asked("Phrases: own\n\n[phrases]", order: order).first == "./maya.phrases by the listener")
  }

  @Test func `a title is filled in like guidance`() throws {
    var order = Order()
    order.values["client"] = "Maya"
    let source = Source(
      path: "test.practice", text: "Title: For {client}\n\n# With {client}\nMay I be well.\n")
    let practice = PracticeText(source: source, script: read(practice: source).tree)
    let resolver = Sitting.resolver()
    let timeline = try compose(practice, order: order, in: resolver, meter: Sitting.Meter())
      .timeline
    #expect(timeline.title == "For Maya")
    #expect(timeline.sections.map(\.name).contains("With Maya"))
    order.values = [:]
    let error = #expect(throws: Uncomposable.self) {
      try compose(practice, order: order, in: resolver, meter: Sitting.Meter())
    }
    #expect(error?.diagnostics.map(\.code) == ["unset-value", "unset-value"])
  }
}
