import KindlyCompiler
import KindlyLanguage
import Testing
import KindlyTimeline

@Suite struct `Phrases in rounds` {
  @Test func `wishes follow each other after their echo, rounds after ten seconds`() throws {
    #expect(
      try Desk().events("[phrases, 2 rounds]") == [
        "0.0 May I be safe. (self)", "1.4 pause 5.4", "6.8 May I be well. (self)",
        "8.2 pause 10.0", "18.2 May I be safe. (self)", "19.6 pause 5.4",
        "25.0 May I be well. (self)", "26.4 pause 2.0 exactly",
      ])
  }

  @Test func `written distances are exact, and replace echo and pause`() throws {
    #expect(
      try Desk().events("[phrases, 2 rounds, 3s apart, 1s after each]\nA.") == [
        "0.0 May I be safe. (self)", "1.4 pause 1.0 exactly", "2.4 May I be well. (self)",
        "3.8 pause 3.0 exactly", "6.8 May I be safe. (self)", "8.2 pause 1.0 exactly",
        "9.2 May I be well. (self)", "10.6 pause 2.0", "12.6 A.", "12.8 pause 2.0 exactly",
      ])
  }

  @Test func `a silence cue after them is the whole silence, at the end they last`() throws {
    #expect(
      try Desk().events("[phrases, 8s after each]\n[20s]\nA.")[3] == "10.8 pause 20.0 exactly")
    #expect(try Desk().events("[phrases, 8s after each]").last == "10.8 pause 8.0 exactly")
  }

  @Test func `each round names its people anew`() throws {
    let text = "Person: third\n\n[toward Maya, she]\n[phrases, 2 rounds]"
    let said = try Desk().events(text).filter { !$0.contains("pause") }
    #expect(
      said.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        "May Maya be safe. (Maya)", "May she be well. (Maya)", "May Maya be safe. (Maya)",
        "May she be well. (Maya)",
      ])
  }

  @Test func `the set is the cue's, the order's, the listener's, the header's, the usual one`()
    throws
  {
    var desk = Desk()
    for name in ["cue", "asked", "own", "header"] { desk.phrases[name] = "May I \(name).\n" }
    func first(_ text: String) throws -> String {
      String(try desk.events(text)[0].dropFirst("0.0 May I ".count).prefix { $0 != "." })
    }
    #expect(try first("[phrases]") == "be safe")
    #expect(try first("Phrases: header\n\n[phrases]") == "header")
    desk.order.listener.phrases = "own"
    #expect(try first("Phrases: header\n\n[phrases]") == "own")
    desk.order.phrases = "asked"
    #expect(try first("Phrases: header\n\n[phrases]") == "asked")
    #expect(try first("Phrases: header\n\n[phrases cue]") == "cue")
  }

  @Test func `another language has its own words and narrator`() throws {
    let timeline = try Desk().compose("[toward friend]\n[language de]\n[phrases classic]").timeline
    guard case .speech(let speech)? = timeline.events.first?.kind else {
      Issue.record("No wish was said.")
      return
    }
    #expect(speech.utterance.text == "Mögest du leben.")
    #expect(speech.utterance.voice == "ruhig")
  }

  @Test func `as many rounds are heard as come closest to the length from below`() throws {
    var desk = Desk()
    func rounds(_ text: String, _ seconds: Double) throws -> Int {
      desk.order.length = Frames(seconds: seconds)
      return try desk.events(text).count { $0.contains("be safe") }
    }
    // One round is 8.2 s, each further one 18.2 s.
    #expect(try rounds("[phrases, fill]\n[~1s]", 27.4) == 2)
    #expect(try rounds("[phrases, fill]\n[~1s]", 27.3) == 1)
    #expect(try rounds("[phrases, fill]\n[~1s]", 3600) == 198)
    // A rest is as long as it naturally is, 30 s, before rounds are counted.
    #expect(try rounds("[phrases, fill]\n[rest]", 60) == 2)
    // Several in one segment take as many each; each segment is filled alone.
    #expect(try rounds("[phrases, fill]\nA.\n[phrases, fill]\n[~1s]", 200) == 2 * 5)
    #expect(
      try rounds("[phrases, fill]\n[bell at 1:40]\n[phrases, fill]\n[rest]", 1000) == 5 + 48)
  }

  @Test func `without a length there is one round, and a word about it`() throws {
    let composed = try Desk().compose("[phrases, fill]")
    #expect(composed.timeline.digest.count { $0.contains("be safe") } == 1)
    #expect(composed.warnings.map(\.code) == ["fill-without-length"])
  }
}

@Suite struct `Breath` {
  @Test func `breaths are tones without a gap, holds are silent`() throws {
    #expect(
      try Desk().events("[breath in 3s, hold 1s, out 5s, hold 2s]\n[breathe 2 times]\nA.") == [
        "0.0 breath in", "3.0 pause 1.0 exactly", "4.0 breath out", "9.0 pause 2.0 exactly",
        "11.0 breath in", "14.0 pause 1.0 exactly", "15.0 breath out", "20.0 pause 2.0 exactly",
        "22.0 A.", "22.2 pause 2.0 exactly",
      ])
  }

  @Test func `a wish begins with the out-breath and takes whole breaths`() throws {
    var desk = Desk()
    desk.phrases["pair"] =
      "May I be safe.\nMay I be as gentle with myself as I can be, today and ever.\n"
    #expect(
      try desk.events("[phrases pair, 2 rounds, on the out-breath]\nA.") == [
        "0.0 breath in", "4.0 May I be safe. (self)", "5.4 pause 4.6 exactly", "10.0 breath in",
        "14.0 May I be as gentle with myself as I can be, today and ever. (self)",
        "19.9 pause 0.1 exactly", "20.0 breath in", "24.0 May I be safe. (self)",
        "25.4 pause 4.6 exactly", "30.0 breath in",
        "34.0 May I be as gentle with myself as I can be, today and ever. (self)",
        "39.9 pause 2.0", "41.9 A.", "42.1 pause 2.0 exactly",
      ])
  }

  @Test func `a silence after each wish takes more breaths, never parts of them`() throws {
    let events = try Desk().events(
      "[phrases, on the out-breath, 5s after each, 3s apart, 2 rounds]")
    let tones = events.filter { $0.hasSuffix("breath in") }
    #expect(tones == ["0.0 breath in", "20.0 breath in", "50.0 breath in", "70.0 breath in"])
  }

  @Test func `the listener's own breath is used, until the script asks for another`() throws {
    var desk = Desk()
    desk.order.listener.breath = BreathShape(inward: .frames(48_000), outward: .frames(96_000))
    #expect(try desk.events("[2 breaths]\nA.")[0] == "0.0 pause 6.0 exactly")
  }
}
