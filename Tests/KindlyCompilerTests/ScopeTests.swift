import KindlyCompiler
import KindlyLanguage
import Testing
import KindlyTimeline

@Suite struct `Settings and blocks` {
  private func utterances(_ text: String, on desk: Desk = Desk()) throws -> [Utterance] {
    try desk.compose(text).timeline.events.compactMap { event in
      if case .speech(let speech) = event.kind { speech.utterance } else { nil }
    }
  }

  private func words(_ text: String, on desk: Desk = Desk()) throws -> [String] {
    try utterances(text, on: desk).map(\.text)
  }

  @Test func `a setting lasts until it is changed, and slower twice is once`() throws {
    let paces = try utterances("[slower]\n[slower]\nA.\n# New\nB.\n[normal speed]\nC.\n[faster] D.")
    #expect(paces.map(\.pace) == [.slower, .slower, .normal, .faster])
  }

  @Test func `a block's settings end with it, and each pass begins anew`() throws {
    let voices = try utterances("A.\n[repeat 2 times]\nB.\n[voice warm]\nC.\n[end]\nD.")
    #expect(voices.map(\.voice) == ["calm", "calm", "warm", "calm", "warm", "calm"])
  }

  @Test func `an included file starts with the settings in force, and its own end with it`() throws
  {
    var desk = Desk()
    desk.practices["part"] = "Voice: nobody\nPronounce: metta as meh-tah\n\nB.\n[slower]\nC.\n"
    let said = try utterances("[voice warm]\nA.\n[include part]\nD.", on: desk)
    #expect(said.map(\.voice) == ["warm", "warm", "warm", "warm"])
    #expect(said.map(\.pace) == [.normal, .normal, .slower, .normal])
    #expect(said.map { $0.pronunciations.map(\.spoken) } == [[], ["meh-tah"], ["meh-tah"], []])
  }

  @Test func `events of an included file name it`() throws {
    var desk = Desk()
    desk.practices["part"] = "\n\nB."
    let events = try desk.compose("A.\n[include part]").timeline.events
    #expect(events.map(\.file) == [nil, nil, "part.practice", "part.practice"])
    #expect(events.map(\.line) == [1, 1, 3, 3])
  }

  @Test func `a language brings its narrator, and gives the old one back`() throws {
    let said = try utterances("[voice warm]\nA.\n[language de]\nB.\n[language en]\nC.")
    #expect(said.map(\.voice) == ["warm", "ruhig", "warm"])
    #expect(said.map(\.language) == ["en", "de", "en"])
  }

  @Test func `rounds count, and the innermost one is said`() throws {
    let text = "[repeat 2 times]\n[repeat 2 times]\nRound {round}.\n[end]\nOuter {round}.\n[end]"
    #expect(
      try words(text) == [
        "Round 1.", "Round 2.", "Outer 1.", "Round 1.", "Round 2.", "Outer 2.",
      ])
  }

  @Test func `for each turns phrases and guidance to one after another`() throws {
    let text = """
      Person: third

      [for each friend, Maya, she]
      Think of {name}.
      > May I be safe.
      > May I be well.
      [end]
      > May I rest.
      """
    #expect(
      try words(text) == [
        "Think of your friend.", "May my friend be safe.", "May they be well.", "Think of Maya.",
        "May Maya be safe.", "May she be well.", "May I rest.",
      ])
  }

  @Test func `a pronoun given once holds in the whole file`() throws {
    let text = "Person: third\n\n[toward Maya, she]\n> May I rest.\n[toward Maya]\n> I am glad."
    #expect(try words(text) == ["May Maya rest.", "Maya is glad."])
  }

  @Test func `people of the profile are known by role and by name`() throws {
    var desk = Desk()
    desk.order.listener.people = [Someone(.friend, name: "Rosa", pronoun: .she)]
    desk.order.listener.name = "Ilse"
    let text =
      "[toward friend]\nThis is {name}. {they are} kind, {listener}.\n[toward rosa]\n{name}."
    #expect(try words(text, on: desk) == ["This is Rosa. She is kind, Ilse.", "Rosa."])
  }

  @Test func `values come from the order, then the profile, then their default`() throws {
    var desk = Desk()
    desk.order.values = ["tea": "mint"]
    desk.order.listener.values = ["tea": "black", "cup": "blue"]
    #expect(
      try words("{tea} in a {cup|white} cup {x|today}.", on: desk) == ["Mint in a blue cup today."])
  }

  @Test func `an unset value is only told when a practice is looked at`() throws {
    var desk = Desk()
    #expect(throws: Told.self) { try desk.compose("Some {tea}.") }
    desk.order.unset = .told
    let composed = try desk.compose("Some {tea}.")
    #expect(composed.warnings.map(\.code) == ["unset-value"])
    #expect(try words("Some {tea}.", on: desk) == ["Some tea."])
  }

  @Test func `none keeps the bell's times and stays silent`() throws {
    var desk = Desk()
    let text = "Bell: bowl\n\n[bell]\nA.\n[bell, softly]"
    let heard = try desk.compose(text).timeline
    desk.order.bell = "none"
    let silent = try desk.compose(text).timeline
    #expect(heard.events.map(\.start) == silent.events.map(\.start))
    #expect(heard.frames == silent.frames)
    #expect(silent.events.first?.digest == "bell bowl at 0.0")
  }

  @Test func `a recording is said in place of words`() throws {
    let said = try utterances("Recordings: mine\n\n[recorded \"hello.flac\"]\nA.")
    #expect(said.first?.recording == "mine/hello.flac")
  }

  @Test func `lines and wishes are heard from the practice's own recordings`() throws {
    let said = try utterances("Recordings: mine\n\nA.\n[phrases]")
    let wish = "mine/test.practice/May I be safe."
    #expect(
      said.map(\.recording) == ["mine/test.practice/A.", wish, "mine/test.practice/May I be well."])
  }

  @Test func `the voice is the order's, the listener's, the header's, the usual one`() throws {
    var desk = Desk()
    #expect(try utterances("A.", on: desk).map(\.voice) == ["calm"])
    #expect(try utterances("Voice: warm\n\nA.", on: desk).map(\.voice) == ["warm"])
    desk.order.listener.voice = "ruhig"
    #expect(try utterances("Voice: warm\n\nA.", on: desk).map(\.voice) == ["warm"])
    #expect(try utterances("Language: de\n\nA.", on: desk).map(\.voice) == ["ruhig"])
    desk.order.voice = "calm"
    #expect(try utterances("Voice: warm\n\nA.", on: desk).map(\.voice) == ["calm"])
  }
}

@Suite struct `Limits` {
  /// A script as another program may make it, past what the reader lets through.
  private func report(_ nodes: [Node]) -> [String] {
    let practice = PracticeText(source: Source(path: "x", text: ""), script: Script(body: nodes))
    do {
      return try compose(practice, in: Sitting.resolver(), meter: Sitting.Meter()).warnings.map(
        \.code)
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  private func located<Value>(_ value: Value) -> Located<Value> {
    Located(value, at: SourceSpan(0, 0))
  }

  @Test func `a script from elsewhere can't ask for more than there may be`() {
    let day = Limit.frames
    let bells = Silence(.exact(.frames(day)), interval: IntervalBell(every: .frames(1)))
    #expect(report([.cue(located(.silence(bells)))]) == ["session-events"])
    var cue = BellCue()
    cue.times = .max
    #expect(report([.cue(located(.bell(cue)))]) == ["session-events"])
    #expect(report([.cue(located(.breathe(.max)))]) == ["session-events"])
    let line = Node.speech(located([.text("One.")]))
    let inner = Node.block(Block(kind: located(.times(.max)), body: [line]))
    #expect(
      report([.block(Block(kind: located(.times(.max)), body: [inner]))]) == ["session-events"])
    let empty = Node.block(Block(kind: located(.times(.max)), body: []))
    #expect(report([empty]) == ["session-events"])
    #expect(report([.block(Block(kind: located(.times(-1)), body: [line]))]) == ["nothing-to-hear"])
  }

  @Test func `a silence needs a distance between its bells, a breath needs time`() {
    let bells = Silence(.exact(.frames(9)), interval: IntervalBell(every: .frames(0)))
    #expect(report([.cue(located(.silence(bells)))]) == ["no-time"])
    let breath = BreathShape(inward: .frames(0), outward: .frames(0))
    #expect(
      report([.cue(located(.setting(.breath(breath)))), .cue(located(.breathe(1)))]) == ["no-time"])
  }

  @Test func `moments out of order are told even without a reader`() {
    let pins = [10, 5].map { Node.cue(located(.silence(Silence(.until(frame: $0 * 48_000))))) }
    #expect(report(pins) == ["moment-order"])
    #expect(report([.block(Block(kind: located(.times(2)), body: pins))]) == ["moment-place"])
  }
}
