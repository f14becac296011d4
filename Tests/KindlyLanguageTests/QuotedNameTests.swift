import Testing

@testable import KindlyLanguage

@Test(arguments: [
  ("include \"sit4a\"", "sit4a"), ("include sit4a", "sit4a"),
  ("include \"part of the\"", "part of the"),
  ("include part of the", "part of the"), ("include \"1a\"", "1a"),
  ("include “part 2 a”", "part 2 a"),
  ("include 'the visit'", "the visit"), ("include \"Now, for a bell\"", "Now, for a bell"),
  ("include „Güte“", "Güte"), ("include «la paix»", "la paix"), ("include \"Ana's\"", "Ana's"),
  ("include settling.", "settling"),
])
func `what is quoted is taken to the letter`(text: String, name: String) throws {
  let form = try cue(text)
  #expect(form == .cue(.include(name)))
  #expect(try cue(form.canonical) == form)
}

@Test(arguments: [
  ("recorded \"memo.m4a\"", "recorded \"memo.m4a\""),
  ("recorded 'it's a.flac'", "recorded \"it's a.flac\""),
  ("bell \"my bell\", softly", "bell \"my bell\", softly"), ("bell \"softly\"", "bell \"softly\""),
  ("bell \"rin\"", "bell rin"), ("bell the-old-one", "bell the-old-one"),
  ("phrases \"Set A\", 3 rounds", "phrases \"Set A\", 3 rounds"),
  ("phrases \"1a\"", "phrases \"1a\""),
  ("voice \"a\"", "voice a"), ("voice \"the calm one\"", "voice \"the calm one\""),
  ("toward \"Friend\", she", "toward \"Friend\", she"),
  ("toward \"Maya and Tom\", they", "toward \"Maya and Tom\", they"),
  ("for each \"All\", they, and friend", "for each \"All\", they, and friend"),
  ("background \"sea.flac\", softly", "background \"sea.flac\", softly"),
  ("background \"heavy rain\"", "background \"heavy rain\""),
  ("pause \"20s\"", "20s"), ("“bell”", "bell"),
])
func `a quoted name is written so that it is read the same`(text: String, canonical: String) throws
{
  let form = try cue(text)
  #expect(form.canonical == canonical)
  #expect(try cue(canonical) == form)
}

@Test(arguments: [
  "a\"b", "“rain”.flac", "e\".cs /ret.wa{", "rain ”softly“ \"now\"", "the « sea", "a»b\"c",
  "« \" »", "‹ » \" «", "it's › » \" « ‹",
])
func `a name that holds quotation marks is written so that it is read the same`(name: String) throws
{
  let cues: [Cue] = [
    .include(name), .recorded(name), .setting(.background(.plays(BackgroundChoice(name: name)))),
    .setting(.voice(name)),
  ]
  for cue in cues { #expect(try KindlyLanguageTests.cue(cue.canonical) == .cue(cue)) }
}

@Test func `formatting keeps a name that holds quotation marks`() throws {
  let source = Source(path: "a.course", text: "# Day 1\n[include ecorded.e\".cs /ret.wa{\"]\n")
  let once = try #require(formatted(source, as: .course))
  #expect(once == "# Day 1\n[include «ecorded.e\".cs /ret.wa{»]\n")
  let again = Source(path: "a.course", text: once)
  #expect(formatted(again, as: .course) == once)
  #expect(read(course: again).tree == read(course: source).tree)
}

@Test func `names in a header may be quoted`() {
  let source = Source(
    path: "a.practice", text: "Voice: \"calm\"\nBell: “my bell”\nPhrases: \"Set A\"\n\nStay.\n")
  let header = read(practice: source).tree.header
  #expect(header.voice?.value == "calm")
  #expect(header.bell?.value == "my bell")
  #expect(header.phrases?.value == "Set A")
}

@Test(arguments: [
  ("wait 5 s", "[5s]"), ("wait for 2 minutes", "[2 min]"), ("chime 3 times", "[bell, 3 times]"),
  ("loop 3 times", "[repeat 3 times]"), ("inhale", "[breathe 5 times]"),
  ("for Ana", "[toward Ana, she]"),
  ("for Ana and self", "[toward Ana, she, and self]"), ("for my friend", nil),
  ("music rain", "[background rain]"),
])
func `a word of other scripts keeps what belongs to it`(text: String, suggestion: String?) {
  let source = Source(path: "cue", text: text)
  do throws(CueMistake) {
    _ = try CueReader.read(source, in: SourceSpan(0, source.bytes.count))
    Issue.record("it was read")
  } catch {
    var seen: String?
    if case .unknown(_, _, let offered) = error.problem {
      seen = offered
    } else {
      Issue.record(error)
    }
    #expect(seen == suggestion)
  }
}

@Test(arguments: [
  ("background rain", "background rain"), ("Background: stream, soft", "background stream, softly"),
  ("background louder", "background louder"), ("no background", "no background"),
  ("background none", "no background"),
  ("background fades out over 2 min", "background fades over 2 min"),
  ("background sea.flac louder", "background \"sea.flac\", louder"),
])
func `a background is a setting`(text: String, canonical: String) throws {
  #expect(try cue(text).canonical == canonical)
  #expect(try cue(canonical).canonical == canonical)
}

@Test(arguments: [
  "background", "background fades", "background rain loudly", "background ../x.flac", "no",
  "background rain, softly, louder", "background /etc/passwd",
])
func `a background that can't be understood is told`(text: String) {
  #expect(throws: CueMistake.self) { try cue(text) }
}

@Test func `every cue is declared with words that are read back`() throws {
  var words: [String: CueKind] = [:]
  for kind in CueKind.allCases {
    for example in kind.declaration.examples {
      let form = try cue(example)
      #expect(form.canonical == example)
      #expect(form.kind == kind)
    }
    for word in kind.declaration.begins {
      #expect(words.updateValue(kind, forKey: word) == nil, "\(word) begins two cues")
    }
  }
}

@Test func `pronouns of other languages are read after a name`() throws {
  #expect(try cue("toward Maya, sie") == .cue(.setting(.toward([.named("Maya", .she)]))))
  #expect(
    try cue("toward Geschwister, mehrere")
      == .cue(.setting(.toward([.named("Geschwister", .they)]))))
  #expect(try cue("toward José, él") == .cue(.setting(.toward([.named("José", .he)]))))
  #expect(try cue("toward Elle, elle, and Il, il").canonical == "toward Elle, she, and Il, he")
  #expect(throws: CueMistake.self) { try cue("toward sie") }
}
