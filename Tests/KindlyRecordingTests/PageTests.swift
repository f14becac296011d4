import KindlyTimeline
import Testing

@testable import KindlyRecording

@Suite struct PageTests {
  private let tags = Tags(
    title: "Kindness & <ease>", author: "Ana", language: "en", summary: "For \"everyone\".")

  private func page(in folder: Folder, name: String = "a.html") throws -> String {
    let page = SessionPage(timeline: session(), tags: tags, care: "Go slowly.", format: .mp3)
    let tone = Tone()
    let (summary, size) = try page.write(to: folder.file(name)) { (path) throws(RecordingError) in
      try Recording.sample(Encoding(format: .mp3)).write(to: path, from: tone.fill)
    }
    #expect(summary.frames == Frames(144_000))
    let all = bytes(of: folder.file(name))
    #expect(size == Int64(all.count))
    return String(decoding: all, as: UTF8.self)
  }

  @Test func `a page holds its sound, its words and its chapters, and asks nobody for anything`()
    throws
  {
    let folder = Folder()
    let html = try page(in: folder)
    for wanted in [
      "<h1>Kindness &amp; &lt;ease&gt;</h1>", "For &quot;everyone&quot;.", "Go slowly.",
      "<audio id=\"sound\" controls preload=\"auto\" src=\"data:audio/mpeg;base64,",
      "<li data-start=\"1500\"><time>0:01</time> Resting – still</li>",
      "<p class=\"wish\" data-start=\"500\" data-end=\"1100\"><span data-start=\"500\">May </span>",
      "default-src 'none'; media-src data:;",
    ] {
      #expect(html.contains(wanted), "\(wanted) is missing")
    }
    #expect(!html.contains("http:") && !html.contains("https:"))
    #expect(!html.contains("{{"))
  }

  @Test(.enabled(if: has("ffprobe") && has("python3"), "ffprobe or python3 is not installed"))
  func `the sound in a page is the sound file`() throws {
    let folder = Folder()
    _ = try page(in: folder)
    let script = """
      import base64, re, sys
      text = open(sys.argv[1]).read()
      open(sys.argv[2], 'wb').write(base64.b64decode(re.search('base64,([^"]*)"', text)[1], validate=True))
      """
    #expect(
      run(["python3", "-c", script, folder.file("a.html"), folder.file("a.mp3")]).status == 0)
    let probe = run([
      "ffprobe", "-v", "error", "-show_entries", "format=duration", folder.file("a.mp3"),
    ])
    #expect(probe.text.contains("duration=3.0"))
  }

  @Test func `a page knows every guided breath of the timeline, and one without has none`() throws {
    let tones = [(Breath.inward, 1.0, 4.0), (.outward, 7, 5), (.inward, 12, 4)]
    var timeline = session(seconds: 60)
    timeline.events = tones.map { half, start, seconds in
      Event(
        start: Frames(seconds: start), frames: Frames(seconds: seconds), line: 1, section: 0,
        kind: .breath(half))
    }
    let folder = Folder()
    let page = SessionPage(timeline: timeline, tags: tags, format: .mp3)
    _ = try page.write(to: folder.file("a.html")) { write("sound", to: $0) }
    let html = String(decoding: bytes(of: folder.file("a.html")), as: UTF8.self)
    #expect(
      html.contains(
        " data-breaths=\"1000 5000 7000 in,7000 12000 12000 out,12000 16000 36000 in\">"))
    #expect(!(try self.page(in: folder, name: "b.html")).contains("data-breaths=\""))
  }

  @Test func `a list names the pages of a folder with length and summary`() throws {
    let folder = Folder()
    _ = try page(in: folder, name: "b c?.html")
    write("<title>Not ours</title>", to: folder.file("other.html"))
    let index = try PageIndex(folder: folder.path)
    #expect(index.entries.map(\.title) == ["Kindness & <ease>"])
    #expect(index.entries.map(\.summary) == ["For \"everyone\"."])
    let html = index.text(title: "At home")
    #expect(html.contains("<a href=\"./b%20c%3F.html\">Kindness &amp; &lt;ease&gt;</a>"))
    #expect(html.contains("<time>0:03</time>"))
    #expect(html.contains("script-src 'none'"))
  }

  @Test func `a page that is there is left alone, before any sound is made`() throws {
    let folder = Folder()
    write("mine", to: folder.file("a.html"))
    let page = SessionPage(timeline: session(), tags: tags, format: .mp3)
    #expect(throws: RecordingError.exists(folder.file("a.html"))) {
      try page.write(to: folder.file("a.html")) { _ in Issue.record("sound was made") }
    }
    #expect(bytes(of: folder.file("a.html")) == Array("mine".utf8))
    #expect(folder.names == ["a.html"])
  }
}
