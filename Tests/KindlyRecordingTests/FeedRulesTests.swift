import KindlyTimeline
import Testing

@testable import KindlyRecording

/// The rules of Apple and of Podcasting 2.0 that a feed of ours can break.
@Suite struct FeedRulesTests {
  private func item(
    _ file: String, _ practice: String, minutes: Int64 = 10, voice: String = "calm",
    format: FileFormat = .mp3, album: String? = nil, track: Int? = nil
  ) -> Feed.Item {
    var facts = FileFacts(
      format: format, milliseconds: minutes * 60_000,
      title: practice.prefix(1).uppercased() + practice.dropFirst(),
      language: "eng", comment: practice)
    facts.performer = voice
    facts.summary = "About \(practice)."
    facts.album = album
    facts.track = track.map { TrackNumber($0) }
    return Feed.Item(file: file, bytes: 1000, facts: facts, published: 1_777_636_800)
  }

  private func feed(
    _ items: [Feed.Item], base: String = "https://example.org/sit/", image: String? = "cover.png",
    isUnlisted: Bool = false
  ) -> Feed {
    Feed(
      title: "Sitting", description: "Practices", author: "Ana", language: "eng-GB", base: base,
      image: image, isUnlisted: isUnlisted, items: items)
  }

  @Test func `titles tell length and voice where they differ, and nothing where they do not`() {
    let items = [
      item("a.mp3", "metta"), item("b.mp3", "metta", minutes: 20),
      item("c.mp3", "metta", minutes: 20, voice: "warm"), item("d.mp3", "sleep"),
    ]
    let feed = feed(items)
    #expect(
      items.map { feed.title(of: $0) } == [
        "Metta (10 min, calm)", "Metta (20 min, calm)", "Metta (20 min, warm)", "Sleep",
      ])
  }

  @Test func `a course is a series in its order, with seasons where there are several`() {
    let week = (1...3).map { item("\(4 - $0).mp3", "day \($0)", album: "First week", track: $0) }
    let xml = feed(week.shuffled()).xml
    #expect(xml.contains("<itunes:type>serial</itunes:type>"))
    let titles = xml.split(separator: "\n").filter { $0.contains("<title>Day") }
    #expect(titles.map { $0.filter(\.isNumber) } == ["1", "2", "3"])
    #expect(xml.contains("<itunes:episode>3</itunes:episode>"))
    #expect(!xml.contains("season"))
    let second = item("x.mp3", "more", album: "Second week", track: 1)
    let both = feed(week + [second]).xml
    #expect(both.contains("<itunes:season>2</itunes:season>"))
    #expect(both.contains("<podcast:season name=\"Second week\">2</podcast:season>"))
    #expect(feed(week + [item("y.mp3", "alone")]).xml.contains("<itunes:type>episodic"))
  }

  @Test
  func `an identifier stays when a file moves, and differs for another length, voice or practice`()
  {
    let one = Feed.guid(of: item("a.mp3", "metta"))
    #expect(Feed.guid(of: item("elsewhere.mp3", "metta", format: .opus)) == one)
    let others = [
      item("a.mp3", "metta", minutes: 11), item("a.mp3", "metta", voice: "warm"),
      item("a.mp3", "sleep"),
    ].map(Feed.guid)
    #expect(Set(others + [one]).count == 4)
    #expect(one.count == 36)
  }

  @Test func `the feed's identifier is the one that Podcasting 2.0 gives its address`() {
    // The example of its documentation.
    let example = Feed(
      title: "", description: "", author: "", language: "en",
      base: "https://mp3s.nashownotes.com/", name: "pc20rss.xml", items: [])
    #expect(example.guid == "917393e3-1b1e-5cef-ace4-edaa54e1f810")
  }

  @Test func `languages have two letters where they can`() {
    #expect(feed([]).xml.contains("<language>en-GB</language>"))
    #expect(Feed.twoLetters("deu") == "de")
    #expect(Feed.twoLetters("de-CH") == "de-CH")
    #expect(Feed.twoLetters("gsw") == "gsw")
  }

  @Test func `an unlisted feed says so to Apple and to Podcasting 2_0`() {
    let xml = feed([], isUnlisted: true).xml
    #expect(xml.contains("<itunes:block>Yes</itunes:block>"))
    #expect(xml.contains("<podcast:block>yes</podcast:block>"))
    #expect(!feed([]).xml.contains("block>"))
  }

  @Test func `what apps will not like is told, each with what to do`() throws {
    let small = try #require(DrawnCover(title: "a").png(size: 64))
    let items = [item("a.opus", "metta", format: .opus), item("b.mp3", "metta")]
    #expect(
      feed(items, base: "https://example.org/?a=").warnings(cover: small) == [
        .coverSize(name: "cover.png", width: 64, height: 64), .unplayable(["a.opus"]), .query,
        .twins("a.opus", "b.mp3"),
      ])
    #expect(feed([], image: nil).warnings(cover: nil) == [.noCover])
    #expect(feed([]).warnings(cover: [1, 2, 3]) == [.coverUnreadable(name: "cover.png")])
    let good = try #require(DrawnCover(title: "a").png(size: 1400))
    #expect(feed([item("b.m4a", "metta", format: .m4a)]).warnings(cover: good).isEmpty)
  }

  @Test func `a description comes from the summary`() {
    let xml = feed([item("a.mp3", "metta")]).xml
    #expect(xml.contains("<description>About metta.</description>"))
    #expect(xml.contains("type=\"audio/mpeg\""))
  }
}
