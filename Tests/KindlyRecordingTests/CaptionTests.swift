import Testing
import KindlyTimeline

@testable import KindlyRecording

@Suite struct CaptionTests {
  private let tags = Tags(title: "Loving-kindness", author: "Ana Müller", language: "en-US")

  @Test func `WebVTT has a time for each word and marks wishes`() {
    #expect(
      CaptionFormat.vtt.text(for: session(), tags: tags) == """
        WEBVTT Loving-kindness

        1
        00:00:00.500 --> 00:00:01.100
        <i.phrase>May <00:00:00.700>I <00:00:00.800>be <00:00:00.900>well.</i>

        """)
  }

  @Test func `SubRip has commas and italics`() {
    #expect(
      CaptionFormat.srt.text(for: session(), tags: tags) == """
        1
        00:00:00,500 --> 00:00:01,100
        <i>May I be well.</i>

        """)
  }

  @Test func `LRC clears the line for a silence`() {
    #expect(
      CaptionFormat.lrc.text(for: session(), tags: tags) == """
        [ti:Loving-kindness]
        [ar:Ana Müller]
        [la:en-US]
        [length:00:03.00]
        [00:00.50]♡ May I be well.
        [00:01.10]

        """)
  }

  @Test func `a transcript has sections, lines and wishes, and nothing for silence`() {
    #expect(
      CaptionFormat.txt.text(for: session(), tags: tags) == """
        Loving-kindness

        ## Arriving

        > May I be well.

        """)
  }

  @Test func `marks of the formats in a line of text are only text`() {
    var timeline = session()
    timeline.events = timeline.events.map { event in
      var event = event
      if case .speech(var speech) = event.kind {
        speech.utterance.text = "a --> b <i> & c\nd"
        speech.words = []
        speech.isPhrase = false
        event.kind = .speech(speech)
      }
      return event
    }
    #expect(
      CaptionFormat.vtt.text(for: timeline, tags: tags).contains("a --&gt; b &lt;i&gt; &amp; c d\n")
    )
    // A tag of SubRip is kept from being one; everything else stays as it is.
    #expect(
      CaptionFormat.srt.text(for: timeline, tags: tags).contains("a --> b <\u{2060}i> & c d\n"))
  }

  @Test func `SubRip keeps what is no tag`() {
    #expect(subRipText("1 < 2, <3 and <br>, </b>") == "1 < 2, <3 and <br>, <\u{2060}/b>")
  }

  @Test func `times of words in WebVTT grow and stay within the cue`() {
    var timeline = session()
    timeline.events = timeline.events.map { event in
      var event = event
      if case .speech(var speech) = event.kind {
        // The second begins in the same millisecond as the cue, the last as it ends.
        speech.words[1].start = Frames(20)
        speech.words[3].start = Frames(28_800)
        event.kind = .speech(speech)
      }
      return event
    }
    #expect(
      CaptionFormat.vtt.text(for: timeline, tags: tags).contains(
        "<i.phrase>May I <00:00:00.800>be well.</i>"))
  }

  /// What SubRip shows for a line of guidance.
  private func subRipText(_ words: String) -> String {
    var timeline = session()
    timeline.events = timeline.events.map { event in
      var event = event
      if case .speech(var speech) = event.kind {
        speech.utterance.text = words
        speech.isPhrase = false
        event.kind = .speech(speech)
      }
      return event
    }
    let lines = CaptionFormat.srt.text(for: timeline, tags: tags).split(separator: "\n")
    return lines.count > 2 ? String(lines[2]) : ""
  }

  @Test(
    .enabled(if: has("ffprobe"), "ffprobe is not installed"),
    arguments: [CaptionFormat.vtt, .srt, .lrc])
  func `ffprobe reads the captions`(format: CaptionFormat) {
    let folder = Folder()
    let file = folder.file("a." + format.rawValue)
    write(format.text(for: session(), tags: tags), to: file)
    let probe = run(["ffprobe", "-v", "error", "-of", "flat", "-show_packets", file])
    #expect(probe.status == 0)
    #expect(probe.text.contains("packets.packet.0.pts_time=\"0.500000\""))
  }
}
