import KindlyCompiler
import KindlyLanguage
import Testing
import KindlyTimeline

/// Problems that few practices have, recorded whole as a person reads them.
@Suite struct `Rare problems` {
  private func expect(
    _ text: String, on desk: Desk = Desk(), named name: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    try expectGolden(
      text + "\n\n== told\n" + desk.report(text), named: "rare-" + name, at: location)
  }

  @Test func `a value that makes an utterance too long`() throws {
    var desk = Desk()
    desk.order.values = ["tea": String(repeating: "mint and honey ", count: 150)]
    try expect("Have some {tea}.\n# About {tea}\nStay.", on: desk, named: "value-length")
  }

  @Test func `values that can't be said`() throws {
    let text = """
      [toward all]
      {name} is here.
      See {their are}.
      # Where {their are}
      Stay.
      """
    try expect(text, named: "values")
  }

  @Test func `a verb that does not agree in a phrase`() throws {
    try expect(
      "Person: third\n\n[toward Maya, she]\n> I am safe and feel loved.", named: "verb-after-and")
  }

  @Test func `a header's voice that speaks another language`() throws {
    try expect("Language: de\nVoice: calm\n\nStille.", named: "header-voice")
  }

  @Test func `a header's voice where several speak the language`() throws {
    try expect("Voice: ruhig\n\nSilence.", named: "header-voice-of-several")
  }

  @Test func `a language that no voice speaks`() throws {
    try expect("Language: fr\n\nSilence.", named: "no-voice")
  }

  @Test func `a set without a wish`() throws {
    var desk = Desk()
    desk.phrases["hollow"] = "Title: Nothing yet\n"
    try expect("[phrases hollow]", on: desk, named: "hollow-set")
  }

  @Test func `sets whose wishes are too many when they are repeated`() throws {
    var desk = Desk()
    desk.phrases["many"] = String(repeating: "May I be safe.\n", count: 300)
    try expect("[repeat 1000 times]\n[phrases many]\n[end]", on: desk, named: "many-wishes")
  }

  @Test func `includes that are too deep only from one of two places`() throws {
    var desk = Desk()
    for depth in 1...9 { desk.practices["f\(depth)"] = "[include f\(depth + 1)]" }
    desk.practices["f10"] = "Here."
    try expect("[include f5]\n[include f1]", on: desk, named: "include-depth")
  }

  @Test func `things that are there but can't be used`() throws {
    let text = """
      [include part]
      [phrases part]
      [voice part]
      [bell part]
      [recorded "part.flac"]
      """
    let source = Source(path: "test.practice", text: text)
    let why = "It has 2 mistakes; see: kindly check part"
    var resolver = Sitting.resolver()
    resolver.include = { _, _ in .unusable(why) }
    resolver.phraseSet = { _, _ in .unusable(why) }
    resolver.voice = { name in
      name == "calm" ? .found(VoiceFacts(name: name, languages: ["en"])) : .unusable(why)
    }
    resolver.bell = { name in name == "bowl" ? .found(Sitting.bowl) : .unusable(why) }
    resolver.recording = { _, _, _ in .unusable(why) }
    let report = told(by: resolver, about: source)
    try expectGolden(text + "\n\n== told\n" + report, named: "rare-unusable")
  }

  @Test func `where there is nothing at all, everything that is missed is told`() throws {
    let text = """
      Recordings: mine

      [include part]
      [phrases]
      [voice warm]
      [bell]
      [recorded "hello.flac"]
      Stay.
      """
    let source = Source(path: "test.practice", text: text)
    let report = told(by: ReferenceResolver(), about: source)
    try expectGolden(text + "\n\n== told\n" + report, named: "rare-nothing-there")
  }

  @Test func `a recording that can't be heard is not called a text`() throws {
    struct Mute: SpeechMeter {
      func measure(_ utterances: [Utterance]) -> [Measure] {
        utterances.map { utterance in
          .failed(
            why: "The recording \(utterance.recording ?? "") holds no sound.",
            advice: "Record it again, or take the cue out.")
        }
      }
    }
    let text = "[recorded \"hello.flac\"]"
    let report = told(
      by: Desk().resolver, meter: Mute(), about: Source(path: "test.practice", text: text))
    try expectGolden(text + "\n\n== told\n" + report, named: "rare-silent-recording")
  }

  private func told(
    by resolver: ReferenceResolver, meter: any SpeechMeter = Sitting.Meter(), about source: Source
  ) -> String {
    let practice = PracticeText(source: source, script: read(practice: source).tree)
    do {
      return Report(on: source).drawing(
        of: try compose(practice, in: resolver, meter: meter).warnings)
    } catch {
      return Report(on: source).drawing(of: error.diagnostics)
    }
  }
}

/// What few practices ask for, and is done all the same.
@Suite struct `Rare wishes` {
  private func words(_ text: String, on desk: Desk = Desk()) throws -> [String] {
    try desk.compose(text).timeline.events.compactMap { event in
      if case .speech(let speech) = event.kind { speech.utterance.text } else { nil }
    }
  }

  @Test func `phrases turn to whom the order says, else to whom the header says`() throws {
    let text = "Person: third\nToward: Maya, she\n\n> May I rest."
    #expect(try words(text) == ["May Maya rest."])
    var desk = Desk()
    desk.order.toward = [.named("Tom", .he)]
    #expect(try words(text, on: desk) == ["May Tom rest."])
  }

  @Test func `one file may be included from several, and is read once for all`() throws {
    var desk = Desk()
    desk.practices = ["one": "One.\n[include end]", "two": "Two.\n[include end]", "end": "End."]
    #expect(
      try words("[include one]\n[include two]\n[include end]", on: desk)
        == ["One.", "End.", "Two.", "End.", "End."])
  }

  @Test func `an included file's own pronoun for a name holds in it`() throws {
    var desk = Desk()
    desk.practices["part"] = "[toward Robin, he]\n> I am glad."
    let text = "Person: third\n\n[toward Robin, she]\n[include part]\n[toward Robin]\n> I am glad."
    let said = try words(text + "\n> I am here.", on: desk)
    #expect(said == ["Robin is glad.", "Robin is glad.", "She is here."])
    desk.practices["part"] = "[toward Robin, he]\n> I am glad.\n> I am here."
    #expect(try words(text, on: desk).prefix(2) == ["Robin is glad.", "He is here."])
  }

  @Test func `a practice with a doubt is filled and the doubt is told once`() throws {
    let composed = try Desk().compose(
      "Length: 2 minutes\n\n[toward difficult]\n[phrases, fill]\n")
    #expect(composed.timeline.frames.seconds == 120)
    #expect(composed.warnings.map(\.code) == ["no-care-note"])
  }

  @Test func `a last bell before a moment rings out within the length`() throws {
    let text = "[bell at 0:05]\nOne.\n[about 20s]\n[bell]\n[silence until 1:00]\nTwo."
    let natural = try Desk().compose(text)
    let bell = try #require(natural.summary.closingBell)
    var desk = Desk()
    desk.order.length = bell + Frames(seconds: 57)
    let cut = try desk.compose(text)
    #expect(cut.timeline.frames == desk.order.length)
    let earlier = try #require(cut.summary.closingBell)
    #expect(earlier == bell - Frames(seconds: 3))
    #expect(cut.timeline.digest.contains("60.0 Two."))
  }

  @Test func `a practice of one length only says so`() throws {
    let composed = try Desk().compose("One.\n[10s]\n[bell]")
    #expect(composed.summary.shortest == composed.summary.longest)
    #expect(composed.summary.words.hasSuffix("can't be shorter or longer"))
  }

  @Test func `a wish without a line, from elsewhere, is told at its cue`() {
    var resolver = Sitting.resolver()
    resolver.phraseSet = { name, _ in
      var set = PhraseSet()
      set.wishes = [.group([])]
      return .found(Wishes(source: Source(path: "\(name).phrases", text: ""), set: set))
    }
    let source = Source(path: "test.practice", text: "[phrases]")
    let practice = PracticeText(source: source, script: read(practice: source).tree)
    let error = #expect(throws: Uncomposable.self) {
      try compose(practice, in: resolver, meter: Sitting.Meter())
    }
    #expect(error?.diagnostics.map(\.code) == ["phrase-wording"])
  }
}
