import Foundation
import KindlyTimeline
import Testing

@testable import KindlyRecording

/// Feeds as programs that know nothing of Kindly see them: a schema, the rules of Apple and of
/// Podcasting 2.0, and feedparser. Their files lie in the folder Feed beside this.
@Suite struct FeedReadersTests {
  /// Every kind of feed that can be made.
  enum Kind: CaseIterable {
    case single, many, course, courses, unlisted, strange, long

    var feed: Feed {
      switch self {
      case .single: Self.feed([Self.item("a.mp3", "Metta")])
      case .many:
        Self.feed([
          Self.item("a.mp3", "Metta"), Self.item("b.m4a", "Metta", minutes: 20, format: .m4a),
          Self.item("c.mp3", "Metta", voice: "warm"), Self.item("d.opus", "Sleep", format: .opus),
        ])
      case .course: Self.feed(Self.week("First week"))
      case .courses: Self.feed(Self.week("First week") + Self.week("Second week", file: "b"))
      case .unlisted: Self.feed(Self.week("First week"), isUnlisted: true)
      case .strange:
        Self.feed([
          Self.item("Früh & spät?.mp3", " <Stille> &\n\u{1}mehr ", summary: "\"]]>\" & 'é' 🙏")
        ])
      case .long:
        Self.feed(
          Self.week(String(repeating: "Lang ", count: 60))
            + Self.week("Zwei", file: "b", summary: String(repeating: "große Ruhe ", count: 900)))
      }
    }

    private static func feed(_ items: [Feed.Item], isUnlisted: Bool = false) -> Feed {
      Feed(
        title: "Sitting", description: "Practices", author: "Ana & Zoë", language: "eng-GB",
        base: "https://example.org/sit", image: "cover.jpg", email: "ana@example.org",
        isUnlisted: isUnlisted, items: items)
    }

    private static func week(
      _ album: String, file: String = "a", summary: String = "One day."
    ) -> [Feed.Item] {
      (1...3).map { day in
        var item = item("\(file)\(day).mp3", "\(album) \(day)", summary: summary)
        item.facts.album = album
        item.facts.track = TrackNumber(day, of: 3)
        return item
      }
    }

    private static func item(
      _ file: String, _ title: String, minutes: Int64 = 10, voice: String = "calm",
      format: FileFormat = .mp3, summary: String = "About it."
    ) -> Feed.Item {
      var facts = FileFacts(
        format: format, milliseconds: minutes * 60_000, title: title, author: "Ana",
        language: format == .mp3 ? "eng" : "en-GB", comment: title)
      facts.performer = voice
      facts.summary = summary
      return Feed.Item(
        file: file, bytes: 1000, facts: facts, published: 1_777_636_800,
        chapters: file + ".chapters.json", transcripts: [file + ".vtt", file + ".txt"])
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Feed/"
  /// A Python that has feedparser: Debian's own, whatever else comes first in the path.
  private static let python = ["/usr/bin/python3", "python3"].first {
    run([$0, "-c", "import feedparser"]).status == 0
  }

  private func validated(_ text: String) -> Bool {
    let folder = Folder()
    write(text, to: folder.file("feed.xml"))
    return run([
      "xmllint", "--nonet", "--noout", "--schema", Self.folder + "rss.xsd", folder.file("feed.xml"),
    ]).status == 0
  }

  private func brokenRules(_ text: String) -> String {
    let folder = Folder()
    write(text, to: folder.file("feed.xml"))
    let looked = run(["python3", Self.folder + "rules.py", folder.file("feed.xml")])
    return looked.status == 0 ? looked.text : "rules.py ended with \(looked.status)"
  }

  @Test(.enabled(if: has("xmllint"), "xmllint is not installed"), arguments: Kind.allCases)
  func `a feed is valid by the schema`(kind: Kind) {
    #expect(validated(kind.feed.xml), "\(kind.feed.xml)")
  }

  @Test(
    .enabled(if: has("xmllint"), "xmllint is not installed"),
    arguments: [
      ("audio/mpeg", "audio/mp3"), ("isPermaLink=\"false\"", "isPermaLink=\"no\""),
      (">serial<", ">series<"), ("<itunes:episode>2<", "<itunes:episode>0<"),
      ("length=\"1000\"", "length=\"\""), ("Fri, 01 May", "1 May"), ("a2.mp3\"", "a1.mp3\""),
      ("<itunes:explicit>false", "<itunes:explicit>clean"), ("rel=\"captions\"", "rel=\"x\""),
      ("Mental Health", "Health"), ("<link>https://", "<link>"),
      ("<podcast:guid>", "<podcast:guid>0"),
      ("cover.jpg", "cover.gif"), ("<title>Sitting</title>", "<name>Sitting</name>"),
    ])
  func `the schema sees what is wrong`(right: String, wrong: String) {
    let text = Kind.course.feed.xml
    let changed = text.replacing(right, with: wrong, maxReplacements: 1)
    #expect(changed != text)
    #expect(!validated(changed))
  }

  @Test(.enabled(if: has("python3"), "python3 is not installed"), arguments: Kind.allCases)
  func `a feed keeps the rules of Apple and Podcasting 2_0`(kind: Kind) {
    #expect(brokenRules(kind.feed.xml) == "")
  }

  @Test(
    .enabled(if: has("python3"), "python3 is not installed"),
    arguments: [
      ("<language>en-GB</language>", "language"), ("<title>First week 2</title>", "title"),
      ("<itunes:author>Ana &amp; Zoë</itunes:author>", "itunes:author"),
      ("<itunes:image href=\"https://example.org/sit/cover.jpg\"/>", "itunes:image"),
      ("<itunes:episode>2</itunes:episode>", "no number"), ("feed.xml", "podcast:guid"),
      ("<itunes:duration>600</itunes:duration>", "no length"), ("isPermaLink=\"false\"", "guid"),
      ("Practices", "empty"),
    ])
  func `the rules see what is missing`(missing: String, told: String) {
    let text = Kind.course.feed.xml
    let changed = text.replacing(missing, with: "", maxReplacements: 1)
    #expect(changed != text)
    #expect(brokenRules(changed).contains(told))
  }

  @Test(
    .enabled(if: python != nil, "python3-feedparser is not installed"), arguments: Kind.allCases)
  func `feedparser reads all of a feed`(kind: Kind) throws {
    let feed = kind.feed
    let folder = Folder()
    write(feed.xml, to: folder.file("feed.xml"))
    let python = try #require(Self.python)
    let read = run([python, Self.folder + "read.py", folder.file("feed.xml")])
    let seen = try JSONDecoder().decode(Seen.self, from: Data(read.output))
    #expect(seen.complaint == nil)
    #expect(seen.version == "rss20" && seen.language == "en-GB")
    #expect(seen.title == "Sitting" && seen.subtitle == "Practices")
    #expect(seen.image == "https://example.org/sit/cover.jpg")
    #expect(seen.items.count == feed.items.count)
    for (item, seen) in zip(feed.items, seen.items) {
      #expect(seen.id == Feed.guid(of: item))
      #expect(seen.sound == [[feed.address(item.file), item.facts.format.media, "1000"]])
      #expect(seen.seconds == "\(item.facts.milliseconds / 1000)")
      #expect(seen.published == [2026, 5, 1, 12, 0, 0])
      #expect(seen.episode == item.facts.track.map { "\($0.number)" })
      #expect(seen.chapters == feed.address(item.file + ".chapters.json"))
      if kind != .long { #expect(seen.summary == item.facts.summary) }
    }
    if kind == .strange { #expect(seen.items[0].title == "<Stille> & mehr") }
    if kind == .courses { #expect(seen.items.map(\.season) == ["1", "1", "1", "2", "2", "2"]) }
  }

  @Test func `a text that is too long ends after a word, with an ellipsis`() {
    #expect(Feed.fitting("one two", bytes: 7) == "one two")
    #expect(Feed.fitting("one two three", bytes: 12) == "one two…")
    #expect(Feed.fitting("ééééé", bytes: 8) == "éé…")
    #expect(Feed.fitting("", bytes: 3) == "")
  }
}

/// What read.py prints.
private struct Seen: Decodable {
  var complaint, version, title, subtitle, language, image: String?
  var items: [Item]

  struct Item: Decodable {
    var title, summary, seconds, episode, season, id, chapters: String?
    var published: [Int]
    var sound: [[String]]
  }
}
