import Testing
import KindlyTimeline

@testable import KindlyRecording

@Suite struct FeedTests {
  @Test(arguments: FileFormat.here)
  func `what was written into a file is read back from it`(format: FileFormat) throws {
    let folder = Folder()
    let file = folder.file("a." + format.endings[0])
    let tone = Tone()
    var recording = Recording.sample(Encoding(format: format))
    recording.tags.date = "2026-05-01"
    _ = try recording.write(to: file, from: tone.fill)
    let facts = try #require(FileFacts(path: file))
    #expect(facts.format == format)
    #expect(abs(facts.milliseconds - 3000) < 100)
    #expect(facts.title == "Loving-kindness")
    #expect(facts.author == "Ana Müller")
    #expect(facts.language == (format == .mp3 ? "eng" : "en-US"))
    #expect(facts.date == "2026-05-01")
    #expect(facts.comment == "metta")
    #expect(
      facts.chapters == [
        FileChapter(milliseconds: 0, name: "Arriving"),
        FileChapter(milliseconds: 1500, name: "Resting – still"),
      ])
  }

  @Test func `a feed names each file with its chapters and captions`() {
    let facts = FileFacts(
      format: .mp3, milliseconds: 600_400, title: "Kindness & ease", author: "Ana",
      language: "eng", comment: "metta", chapters: [])
    let feed = Feed(
      title: "Sitting", description: "Short <practices>", author: "Ana", language: "en",
      base: "https://example.org/sit", image: "cover.jpg", email: "ana@example.org",
      items: [
        .init(
          file: "metta 10.mp3", bytes: 4_800_000, facts: facts,
          published: CivilTime.noon(of: "2026-05-01") ?? 0, chapters: "metta 10.chapters.json",
          transcripts: ["metta 10.vtt"])
      ])
    let xml = feed.xml
    for wanted in [
      "<title>Kindness &amp; ease</title>", "<description>Short &lt;practices&gt;</description>",
      "<enclosure url=\"https://example.org/sit/metta%2010.mp3\" length=\"4800000\" type=\"audio/mpeg\"/>",
      "<pubDate>Fri, 01 May 2026 12:00:00 +0000</pubDate>",
      "<itunes:duration>600</itunes:duration>",
      "<podcast:chapters url=\"https://example.org/sit/metta%2010.chapters.json\" type=\"application/json+chapters\"/>",
      "<podcast:transcript url=\"https://example.org/sit/metta%2010.vtt\" type=\"text/vtt\" language=\"en\" rel=\"captions\"/>",
    ] {
      #expect(xml.contains(wanted), "\(wanted) is missing in\n\(xml)")
    }
  }

  @Test(.enabled(if: has("python3"), "python3 is not installed"))
  func `a feed of a folder is well-formed and complete`() throws {
    let folder = Folder()
    for name in ["a.mp3", "b.opus"] {
      let tone = Tone()
      var recording = Recording.sample(Encoding(format: try FileFormat(path: name)))
      recording.tags.date = "2026-05-01"
      _ = try recording.write(to: folder.file(name), from: tone.fill)
    }
    write("not sound", to: folder.file("c.wav"))
    write("WEBVTT\n", to: folder.file("a.vtt"))
    let read = try FeedFolder(folder.path)
    #expect(read.unread == ["c.wav"])
    #expect(read.chapterFiles.map(\.name).sorted() == ["a.chapters.json", "b.chapters.json"])
    let feed = Feed(
      title: "T", description: "D", author: "A", language: "en", base: "https://example.org/",
      items: read.items)
    write(feed.xml, to: folder.file("feed.xml"))
    let check = """
      import sys, xml.etree.ElementTree as E, email.utils as M, json
      c = E.parse(sys.argv[1]).getroot().find('channel')
      assert all(c.find(n) is not None for n in ('title', 'link', 'description', 'language'))
      items = c.findall('item')
      assert len(items) == 2
      for i in items:
        e = i.find('enclosure')
        assert int(e.get('length')) > 0 and e.get('type').startswith('audio/')
        assert M.parsedate_to_datetime(i.find('pubDate').text).year
        assert i.find('guid') is not None and i.find('title').text
        assert i.find('{https://podcastindex.org/namespace/1.0}chapters') is not None
      print('valid')
      """
    #expect(run(["python3", "-c", check, folder.file("feed.xml")]).text == "valid\n")
  }

  @Test(
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
      (1_767_225_599, "Wed, 31 Dec 2025 23:59:59 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
    ] as [(Int64, String)])
  func `dates are those of the calendar`(seconds: Int64, date: String) {
    #expect(CivilTime(secondsSince1970: seconds).mailDate == date)
  }
}
