import Testing

@testable import KindlyLanguage

/// The form of a cue, written without its brackets.
func cue(_ text: String) throws -> CueForm {
  let source = Source(path: "cue", text: text)
  return try CueReader.read(source, in: SourceSpan(0, source.bytes.count))
}

@Test(arguments: [
  ("Pause 10 seconds.", "10s"), ("PAUSE:5s", "5s"), ("pause for 30 secs", "30s"),
  ("short pause", "short pause"), ("Longer pause", "long pause"), ("bell x3", "bell, 3 times"),
  ("Ring the bell three times", "bell, 3 times"), ("ring bell once", "bell"),
  ("silence: 2 min", "2 min"), ("2 minutes of silence", "2 min"), ("Bell", "bell"),
  ("soft bell", "bell, softly"), ("rest 20s", "20s"), ("pause for twenty seconds", "20s"),
  ("Pause 20 sec.", "20s"), ("pause about 20 seconds", "~20s"), ("~ 20 s", "~20s"),
  ("pause 10s–40s", "10s to 40s"), ("10s - 40s", "10s to 40s"), ("short silence", "short pause"),
  ("long silence", "long pause"), ("rest ×2", "rest x2"), ("rest twice", "rest x2"),
  ("ring the bell", "bell"), ("bell thrice", "bell, 3 times"), ("bell 3x", "bell, 3 times"),
  ("repeat x3", "repeat 3 times"), ("repeat thrice", "repeat 3 times"),
  ("towards a friend", "toward friend"), ("toward a loved one", "toward friend"),
  ("toward dear friend", "toward friend"), ("toward the difficult person", "toward difficult"),
  ("toward everyone", "toward all"), ("toward all beings", "toward all"),
  ("toward me", "toward self"), ("toward Maya, she", "toward Maya, she"),
  ("toward friend and self", "toward friend and self"),
  ("toward Aunt Rosa, she, and Tom, he", "toward Aunt Rosa, she, and Tom, he"),
  ("breathe x5", "breathe 5 times"), ("breathe five times", "breathe 5 times"),
  ("for each benefactor, friend and neutral person", "for each benefactor, friend and neutral"),
  ("20 min, bell every 5 min", "20 min, bell every 5 min"),
  ("rest, bell every 10 min, softly", "rest, bell every 10 min, softly"),
  ("silence until 14:30", "silence until 14:30"), ("bell at 10:00", "bell at 10:00"),
  ("silence until 1:02:30", "silence until 1:02:30"), ("half a minute", "30s"),
  ("a minute", "1 min"), ("1.5 min", "1m30s"), ("1 min 30 s", "1m30s"), ("1 h", "1 h"),
  ("3 breaths", "3 breaths"), ("1 breath", "1 breath"),
  ("bell tingsha, 3 times, 6s apart", "bell tingsha, 3 times, 6s apart"),
  ("bell rin-small let it fade", "bell rin-small, let it fade"),
  ("phrases forgiveness, 3 rounds, 10s apart", "phrases forgiveness, 3 rounds, 10s apart"),
  ("phrases, fill", "phrases, fill"), ("phrases 8s after each", "phrases, 8s after each"),
  ("phrases, on the out-breath", "phrases, on the out-breath"),
  ("breath in 4s, hold 2s, out 6s", "breath in 4s, hold 2s, out 6s"),
  ("normal speed", "normal speed"), ("language pt-BR", "language pt-BR"),
  ("include settling", "include settling"), ("recorded “hello.flac”", "recorded \"hello.flac\""),
  ("include: ./a.b/the-visit", "include ./a.b/the-visit"),
  ("include the visit", "include the visit"),
  ("recorded the sea!.flac", "recorded \"the sea!.flac\""),
  ("twenty-five seconds", "25s"), ("pause forty five seconds", "45s"), ("1500 ms", "1.5s"),
  ("90s", "1m30s"), ("0s", "0s"), ("voice calm", "voice calm"),
])
func `a cue is read by its words and written in one way`(text: String, canonical: String) throws {
  let form = try cue(text)
  #expect(form.canonical == canonical)
  #expect(try cue(canonical) == form)
}

@Test(arguments: [
  ("repeet 3 times", "[repeat 3 times]"), ("pasue 10s", "[10s]"), ("bel", "[bell]"),
  ("toward freind", "[toward friend]"), ("bell softy", "[bell, softly]"),
  ("phrases, 3 ronds", "[phrases, 3 rounds]"), ("10 secnds", "[10s]"), ("chime", "[bell]"),
])
func `a slip is answered with the cue that was meant`(text: String, suggestion: String) {
  let mistake = #expect(throws: CueMistake.self) { try cue(text) }
  guard case .unknown(_, _, let seen) = mistake?.problem else {
    Issue.record("\(String(describing: mistake))")
    return
  }
  #expect(seen == suggestion)
}
