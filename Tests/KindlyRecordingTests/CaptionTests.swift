import Testing
import KindlyTimeline

@testable import KindlyRecording

@Suite struct CaptionTests {
  private let tags = Tags(title: "Loving-kindness", author: "Ana Müller", language: "en-US")

  @Test func `WebVTT has a time for each word and marks wishes`() {
    #expect(
      CaptionFormat.vtt.text(for: session(), tags: tags) == """
        WEBVTT Loving-kindness
        Language: en-US

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
    #expect(CaptionFormat.srt.text(for: timeline, tags: tags).contains("a -- b i & c d\n"))
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
