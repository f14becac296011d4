import KindlyAuthoring
import KindlyBase
import KindlyLanguage
import KindlyTimeline
import Testing

@Suite struct `What an editor shows of a text` {
  static let words = """
    Title: An evening
    Voice: calm

    # Arriving
    [bell]
    Sit down in {place}, 😀 friend. [20s]

    # Wishes
    [toward Maya, she]
    > May I be safe.
    [for each Maya and friend]
    Bring {name} to {place|the room}.
    [end]
    [include settling]

    """

  static func practice(_ words: String = words) -> AuthoredText {
    AuthoredText(Source(path: "evening.practice", text: words), as: .practice)
  }

  /// The offset of a part of the text, and so far behind its beginning.
  static func offset(_ part: String, in text: AuthoredText, behind: Int = 0) -> Int {
    let (bytes, wanted) = (text.source.bytes, Array(part.utf8))
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return start + behind
    }
    Issue.record("\(part) is not in the text")
    return 0
  }

  @Test func `places are lines and UTF-16 columns, there and back`() {
    let text = Self.practice()
    for offset in 0...text.source.bytes.count
    where offset == text.source.bytes.count || text.source.bytes[offset] & 0xC0 != 0x80 {
      let place = text.positions.position(of: offset)
      #expect(text.positions.offset(of: place) == offset)
    }
    let friend = text.positions.position(of: Self.offset("friend. [", in: text))
    #expect(friend == TextPosition(line: 5, column: 24))
    #expect(text.positions.offset(of: TextPosition(line: 99, column: 0)) == text.source.bytes.count)
    #expect(text.positions.offset(of: TextPosition(line: 0, column: 99)) == 17)
    #expect(text.positions.offset(of: TextPosition(line: -1, column: -1)) == 0)
  }

  @Test func `every example of every cue is offered inside brackets, and reads`() {
    let text = Self.practice("Sit.\n[")
    let offered = text.completions(at: 6)
    for kind in CueKind.allCases {
      for example in kind.declaration.examples {
        #expect(offered.contains { $0.label == example }, "\(example)")
      }
    }
    for completion in offered {
      let written = AuthoredText(text.source.applying([completion.edit]), as: .practice)
      let codes = written.diagnostics.filter { $0.severity == .error }.map(\.code)
      #expect(codes.allSatisfy { !$0.hasPrefix("unknown") }, "\(completion.label) \(codes)")
    }
  }

  @Test func `names follow the words that take one`() {
    var names = KnownNames()
    names.voices = ["calm", "warm"]
    names.people = ["Rosa"]
    let voice = Self.practice("Sit.\n[voice w")
    let warm = voice.completions(at: 13, names: names)
    #expect(warm.map(\.label) == ["calm", "warm"])
    #expect(voice.source.applying([warm[1].edit]).text == "Sit.\n[voice warm]")
    let closed = Self.practice("Sit.\n[voice ]")
    #expect(
      closed.source.applying([closed.completions(at: 12, names: names)[0].edit]).text
        == "Sit.\n[voice calm]")
    let toward = Self.practice(Self.words + "[toward ")
    let people = toward.completions(at: toward.source.bytes.count, names: names).map(\.label)
    #expect(people.contains("Maya") && people.contains("Rosa") && people.contains("difficult"))
  }

  @Test(arguments: FileKind.allCases)
  func `every key of every kind of file is offered at its beginning`(kind: FileKind) {
    let text = AuthoredText(Source(path: "x." + kind.rawValue, text: ""), as: kind)
    #expect(text.completions(at: 0).map(\.label) == kind.keys.map(\.name))
  }

  @Test func `keys are offered in the header alone, and nothing in words and notes`() {
    let text = Self.practice()
    #expect(!text.completions(at: Self.offset("Voice", in: text, behind: 2)).isEmpty)
    #expect(text.completions(at: Self.offset("Sit", in: text, behind: 2)).isEmpty)
    let note = Self.practice("Sit. // as [")
    #expect(note.completions(at: 12).isEmpty)
    let value = Self.practice("Title: One\n\nDear {li")
    let offered = value.completions(at: value.source.bytes.count)
    #expect(offered.contains { $0.label == "listener" })
    #expect(
      value.source.applying([offered.first { $0.label == "listener" }!.edit]).text
        == "Title: One\n\nDear {listener}")
  }

  @Test func `a value and a person are renamed wherever they are named`() throws {
    let text = Self.practice()
    let place = try text.renaming(at: Self.offset("place|", in: text, behind: 1), to: "spot")
    let renamed = text.source.applying(place).text
    #expect(renamed.contains("in {spot}, 😀") && renamed.contains("{spot|the room}"))
    let person = try text.renaming(at: Self.offset("Maya and", in: text), to: "Anna Lena")
    let others = text.source.applying(person).text
    #expect(others.contains("[toward Anna Lena, she]") && others.contains("each Anna Lena and"))
    #expect(text.renamable(at: Self.offset("name} to", in: text)) == nil)
  }

  @Test(arguments: ["two words", "", "a]b", "self"])
  func `a name that would not be one is refused`(name: String) {
    let text = Self.practice()
    let offset = Self.offset("place|", in: text)
    if name != "self" {
      #expect(throws: RenameProblem.self) { try text.renaming(at: offset, to: name) }
    }
    #expect(throws: RenameProblem.self) {
      try text.renaming(at: Self.offset("Maya,", in: text), to: name == "two words" ? "" : name)
    }
  }

  @Test func `a slip has a fix, and the fix is one`() throws {
    let text = Self.practice("Sit. [repeet 3 times]\nStay.\n[end]\n")
    let fix = try #require(text.fixes(in: SourceSpan(8, 8)).first)
    #expect(fix.title == "Write \(fix.edit.text)")
    let fixed = AuthoredText(text.source.applying([fix.edit]), as: .practice)
    #expect(!fixed.diagnostics.contains { $0.code == fix.diagnostic.code })
    #expect(text.fixes(in: SourceSpan(24, 24)).isEmpty)
  }

  @Test func `formatting touches only lines that change`() throws {
    let text = Self.practice("Title:  An evening\n\nSit down.\n[20 sec]\nStay.\n")
    let edits = try #require(text.formattingEdits)
    #expect(text.source.applying(edits).text == formatted(text.source, as: .practice))
    let canonical = try #require(formatted(text.source, as: .practice))
    #expect(Self.practice(canonical).formattingEdits == [])
    #expect(Self.practice("[oops").formattingEdits == nil)
    for edit in edits {
      #expect(edit.span.lower >= 0 && edit.span.upper <= text.source.bytes.count)
    }
  }

  @Test func `sections, names of files, and what a cue does`() throws {
    let text = Self.practice()
    #expect(text.outline().map(\.name) == ["Arriving", "Wishes"])
    let include = try #require(text.reference(at: Self.offset("settling", in: text)))
    #expect(include.name == "settling" && include.kind == .practice)
    #expect(text.reference(at: Self.offset("calm", in: text))?.kind == .voice)
    let bell = try #require(text.hover(at: Self.offset("[bell]", in: text, behind: 1)))
    #expect(bell.markdown.contains(CueKind.bell.declaration.meaning))
    let key = try #require(text.hover(at: 2))
    #expect(key.markdown.contains(HeaderKey.title.declaration.meaning))
    #expect(text.hover(at: Self.offset("{name}", in: text, behind: 2)) != nil)
  }

  @Test func `times stand beside the lines that are heard`() throws {
    func at(_ start: Double, _ length: Double, _ line: Int, _ kind: Event.Kind) -> Event {
      Event(
        start: Frames(seconds: start), frames: Frames(seconds: length), line: line, section: 0,
        kind: kind)
    }
    let words = Speech(
      utterance: Utterance(text: "Sit down in *place*.", voice: "calm", language: "en"))
    let timeline = Timeline(
      title: "", frames: Frames(seconds: 90),
      sections: [
        Section(name: "Arriving", start: .zero, frames: Frames(seconds: 70), line: 4),
        Section(
          name: "Wishes", start: Frames(seconds: 70), frames: Frames(seconds: 20), line: 8),
      ],
      events: [
        at(0, 20, 5, .bell(Strike(bell: "bowl", strength: 1))), at(8, 2.5, 6, .speech(words)),
        at(10.5, 20, 6, .pause(Pause(natural: .zero, flexible: false))),
        at(72, 2, 10, .speech(words)),
      ])
    let (text, heard) = (Self.practice(), HeardText(timeline))
    #expect(
      text.times(in: 0..<100, heard: heard).map { "\($0.line) \($0.words)" }
        == ["3 0:00, lasts 1:10", "4 0:00", "5 0:08", "7 1:10, lasts 0:20", "9 1:12"])
    #expect(heard.start(fromLine: 6) == Frames(seconds: 8))
    #expect(heard.start(fromLine: 7) == Frames(seconds: 72))
    #expect(heard.start(fromLine: 8) == Frames(seconds: 70))
    #expect(heard.start(fromLine: 11) == nil)
    let spoken = try #require(text.hover(at: Self.offset("Sit", in: text), heard: heard))
    #expect(spoken.markdown == "At 0:08, for 2.5 s.\n\nSaid: “Sit down in \\*place\\*.”")
    #expect(text.outline(heard: heard)[1].detail == "1:10, lasts 0:20")
  }
}

extension Source {
  /// The bytes as text.
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
