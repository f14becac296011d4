/// What a player shows about a file. Nothing is added that was not given: no date, no program name.
public struct Tags: Sendable, Hashable {
  /// The practice's title.
  public var title: String
  /// Who wrote or teaches it.
  public var author: String?
  /// BCP 47 tag of the spoken language.
  public var language: String?
  /// A date as the user wrote it, such as `2026-05-01`.
  public var date: String?
  /// A remark, usually the practice's name.
  public var comment: String?
  /// The voice that speaks.
  public var performer: String?
  /// A sentence or more about it.
  public var summary: String?
  /// The series it belongs to, such as a course.
  public var album: String?
  /// A kind of sound, such as Meditation.
  public var genre: String?
  /// Its place in the album.
  public var track: TrackNumber?
  /// A picture inside the file; WAV has no place for one.
  public var cover: CoverPicture?

  /// Tags from their parts.
  public init(
    title: String, author: String? = nil, language: String? = nil, date: String? = nil,
    comment: String? = nil, performer: String? = nil, summary: String? = nil
  ) {
    self.title = title
    self.author = author
    self.language = language
    self.date = date
    self.comment = comment
    self.performer = performer
    self.summary = summary
  }
}

/// A place in an album: `3` or `3/12`.
public struct TrackNumber: Sendable, Hashable {
  /// Counted from 1.
  public var number: Int
  /// How many there are; nil if nobody said.
  public var count: Int?

  /// A place from its numbers.
  public init(_ number: Int, of count: Int? = nil) {
    self.number = number
    self.count = count
  }

  /// Reads `3` or `3/12`; nil for anything else, and for a place behind the last.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first, let number = first, (1...9999).contains(number) else {
      return nil
    }
    self.number = number
    if parts.count == 1 { return }
    guard parts.count == 2, let count = parts[1], (number...9999).contains(count) else {
      return nil
    }
    self.count = count
  }

  /// `3` or `3/12`.
  public var text: String { "\(number)" + (count.map { "/\($0)" } ?? "") }
}
