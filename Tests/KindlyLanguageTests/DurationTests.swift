import Testing

@testable import KindlyLanguage

// What people type for lengths: subtitle tools, kitchen timers and recipe parsers have had reports of
// each of these (medito#568, BodhiTimer#62, Subtitle Edit#8587 among them).

@Test(arguments: [
  ("1,5 min", "1m30s"), ("1½ min", "1m30s"), ("1 ½ min", "1m30s"), ("½ min", "30s"),
  ("¾ hour", "45 min"), ("1m30", "1m30s"), ("1h30", "1 h 30 min"), ("1min30", "1m30s"),
  ("2-3 minutes", "2 min to 3 min"), ("2–3 min", "2 min to 3 min"), ("2 – 3 min", "2 min to 3 min"),
  ("1 to 2 minutes", "1 min to 2 min"), ("two to three minutes", "2 min to 3 min"),
  ("3-5 breaths", "3 breaths to 5 breaths"), ("about 2-3 min", "2 min to 3 min"),
  ("90''", "1m30s"), ("90″", "1m30s"), ("90\"", "1m30s"), ("2'", "2 min"), ("2′30″", "2m30s"),
  ("2'30", "2m30s"), ("pause 0,5 s", "0.5s"),
  ("bell, 3 times, 2,5s apart", "bell, 3 times, 2.5s apart"),
  ("breath in 4,5s, out 6s", "breath in 4.5s, out 6s"),
  ("20 min, bell every 2,5 min", "20 min, bell every 2m30s"),
  ("wait", nil), ("1,500 ms", nil), ("3-2 min", nil), ("2-3", nil),
])
func `a length is read as people write it`(text: String, canonical: String?) throws {
  guard let canonical else {
    #expect(throws: CueMistake.self) { try cue(text) }
    return
  }
  #expect(try cue(text).canonical == canonical)
  #expect(try cue(canonical).canonical == canonical)
}

@Test(arguments: [
  ("10 Sekunden", "I don't know the unit \"Sekunden\". Write 10 s."),
  ("2 Stunden", "I don't know the unit \"Stunden\". Write 2 h."),
  ("5 minutos", "I don't know the unit \"minutos\". Write 5 min."),
  (
    "10 bananas",
    "I don't know the unit \"bananas\". Write 10 s for seconds, 10 min for minutes or 10 h for hours."
  ),
  ("pause 10", "\"10\" has no unit. Write 10s for seconds or 10 min for minutes."),
  ("1,500 ms", "\"1,500\" can be read in two ways. Write 1500 or 1.500."),
])
func `a length that can't be read is told by what is wrong with it`(text: String, told: String) {
  do throws(CueMistake) {
    let source = Source(path: "cue", text: text)
    _ = try CueReader.read(source, in: SourceSpan(0, source.bytes.count))
    Issue.record("it was read")
  } catch {
    #expect(error.problem.words.message + " " + error.problem.words.hint == told)
  }
}

@Test func `the words of an option are read as those of a file, and answer for themselves`() throws
{
  #expect(try Duration(words: "1,5 min") == .frames(90 * 48_000))
  #expect(
    try Silence.Length(words: "3-7m") == .between(.frames(180 * 48_000), .frames(420 * 48_000)))
  #expect(try Recipient.pair(words: "Maya, sie") == [.named("Maya", .she)])
  #expect(
    try BackgroundCue(words: "\"sea.flac\", softly")
      == .plays(BackgroundChoice(name: "sea.flac", level: .softly)))
  #expect(try BackgroundCue(words: "none") == .ends)
  for (words, sentence) in [
    ("foo", "\"foo\" can't be read. Write it like this: 20 min."),
    ("", "\"\" can't be read. Write it like this: 20 min."),
    ("10", "\"10\" has no unit. Write 10s for seconds or 10 min for minutes."),
    ("0s", "This length must be longer than 0. Write it in minutes or hours, such as 20 min."),
    ("20 min\nVoice: x", "\"20 min Voice: x\" can't be read. Write it like this: 20 min."),
  ] {
    do throws(UnreadableWords) {
      _ = try Duration(words: words)
      Issue.record("\(words) was read")
    } catch {
      #expect(error.sentence == sentence)
    }
  }
}
