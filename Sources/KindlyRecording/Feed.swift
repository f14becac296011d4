import KindlyBase

/// A podcast of recorded sessions: RSS 2.0 with Apple's tags and those of Podcasting 2.0.
public struct Feed: Sendable, Hashable {
  /// Name of the podcast.
  public var title: String
  /// A sentence or two about it.
  public var description: String
  /// Who publishes it.
  public var author: String
  /// BCP 47 tag of its language.
  public var language: String
  /// The web address of the folder, ending in a slash.
  public var base: String
  /// Name of the feed's own file in the folder.
  public var name: String
  /// Name of a cover picture in the folder; nil for none.
  public var image: String?
  /// Mail address of the owner, only if it shall be public.
  public var email: String?
  /// Whether directories of podcasts are asked not to list it.
  public var isUnlisted: Bool
  /// Sessions in the order they are listed.
  public var items: [Item]

  /// A feed without items; they are added in the order in which they are to be heard.
  public init(
    title: String, description: String, author: String, language: String, base: String,
    name: String = "feed.xml", image: String? = nil, email: String? = nil,
    isUnlisted: Bool = false, items: [Item]
  ) {
    self.title = title
    self.description = description
    self.author = author
    self.language = language
    self.base = base.hasSuffix("/") ? base : base + "/"
    self.name = name
    self.image = image
    self.email = email
    self.isUnlisted = isUnlisted
    self.items = Self.ordered(items)
  }

  /// One session.
  public struct Item: Sendable, Hashable {
    /// Name of the sound file in the folder.
    public var file: String
    /// Size in bytes.
    public var bytes: Int64
    /// What the file says about itself.
    public var facts: FileFacts
    /// The day it was published, in seconds since 1970 UTC.
    public var published: Int64
    /// Name of the chapters in the folder; nil for none.
    public var chapters: String?
    /// Names of captions and transcripts in the folder.
    public var transcripts: [String]

    /// A sound file of `bytes` bytes, published at `published` seconds since 1970.
    public init(
      file: String, bytes: Int64, facts: FileFacts, published: Int64, chapters: String? = nil,
      transcripts: [String] = []
    ) {
      self.file = file
      self.bytes = bytes
      self.facts = facts
      self.published = published
      self.chapters = chapters
      self.transcripts = transcripts
    }
  }
}

extension Feed {
  /// The document, in UTF-8.
  public var xml: String {
    var out = XMLText()
    out.open(
      "rss",
      [
        ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("xmlns:podcast", "https://podcastindex.org/namespace/1.0"),
      ])
    out.open("channel")
    out.element("title", Self.line(title))
    out.element("link", base)
    out.empty(
      "atom:link",
      [("href", address(name)), ("rel", "self"), ("type", "application/rss+xml")])
    out.element(
      "description", Self.fitting(description, bytes: Self.longestDescription))
    out.element("language", Self.twoLetters(language))
    out.element("podcast:guid", guid)
    out.element("itunes:author", author)
    out.element("itunes:type", isSerial ? "serial" : "episodic")
    if isUnlisted {
      out.element("itunes:block", "Yes")
      out.element("podcast:block", "yes")
    }
    out.element("itunes:explicit", "false")
    out.open("itunes:category", [("text", "Health & Fitness")])
    out.empty("itunes:category", [("text", "Mental Health")])
    out.close("itunes:category")
    if let image { out.empty("itunes:image", [("href", address(image))]) }
    if let email {
      out.open("itunes:owner")
      out.element("itunes:name", author)
      out.element("itunes:email", email)
      out.close("itunes:owner")
    }
    let seasons = isSerial ? self.seasons : []
    for item in items { write(item, seasons, to: &out) }
    out.close("channel")
    out.close("rss")
    return out.text
  }

  /// Whether its sessions follow one another.
  private var isSerial: Bool { Self.isSerial(items) }

  private func write(_ item: Item, _ seasons: [String], to out: inout XMLText) {
    let facts = item.facts
    out.open("item")
    out.element("title", Self.line(title(of: item)))
    out.empty(
      "enclosure",
      [
        ("url", address(item.file)), ("length", String(item.bytes)), ("type", facts.format.media),
      ])
    out.element("guid", Self.guid(of: item), [("isPermaLink", "false")])
    out.element("pubDate", CivilTime(secondsSince1970: item.published).mailDate)
    out.element("itunes:duration", String((facts.milliseconds + 500) / 1000))
    out.element("itunes:explicit", "false")
    if let author = facts.author { out.element("itunes:author", author) }
    if let summary = facts.summary {
      out.element("description", Self.fitting(summary, bytes: Self.longestDescription))
    }
    out.element("itunes:episodeType", "full")
    if let album = facts.album, let season = seasons.firstIndex(of: album), let track = facts.track
    {
      if seasons.count > 1 {
        out.element("itunes:season", "\(season + 1)")
        out.element(
          "podcast:season", "\(season + 1)",
          [("name", String(album.prefix(Self.longestSeasonName)))])
      }
      out.element("itunes:episode", "\(track.number)")
      out.element("podcast:episode", "\(track.number)")
    }
    if let chapters = item.chapters {
      out.empty(
        "podcast:chapters", [("url", address(chapters)), ("type", "application/json+chapters")])
    }
    for name in item.transcripts {
      var attributes = [("url", address(name)), ("type", Self.media(ofTranscript: name))]
      attributes.append(("language", Self.twoLetters(facts.language ?? language)))
      if !name.hasSuffix(".txt") { attributes.append(("rel", "captions")) }
      out.empty("podcast:transcript", attributes)
    }
    out.close("item")
  }

  private static func media(ofTranscript name: String) -> String {
    if name.hasSuffix(".vtt") { return "text/vtt" }
    return name.hasSuffix(".srt") ? "application/x-subrip" : "text/plain"
  }

  /// The web address of a file in the folder: RFC 3986 with everything unusual written as `%XX`.
  func address(_ name: String) -> String {
    base
      + name.utf8.map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
          String(UnicodeScalar(byte))
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }.joined()
  }
}

extension FileFormat {
  /// Whether its files have a tag for how loud they are.
  public var tellsLoudness: Bool { self != .wav }

  /// The media type that servers and players know it by.
  public var media: String {
    switch self {
    case .wav: "audio/wav"
    case .flac: "audio/flac"
    case .opus, .vorbis: "audio/ogg"
    case .mp3: "audio/mpeg"
    case .m4a: "audio/mp4"
    }
  }
}
