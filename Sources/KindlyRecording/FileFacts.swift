/// What a finished sound file says about itself.
public struct FileFacts: Sendable, Hashable {
  /// The kind of file.
  public var format: FileFormat
  /// Length, rounded down.
  public var milliseconds: Int64
  /// Title, author and so on, where the file has them.
  public var title: String?
  /// Who made it.
  public var author: String?
  /// Language, as the file's format writes it.
  public var language: String?
  /// A date as it was given.
  public var date: String?
  /// A remark.
  public var comment: String?
  /// The voice that speaks.
  public var performer: String?
  /// A sentence or more about it.
  public var summary: String?
  /// The series it belongs to.
  public var album: String?
  /// Its place in the album.
  public var track: TrackNumber?
  /// Chapters in order: milliseconds and name.
  public var chapters: [FileChapter]

  /// Makes facts from their parts.
  public init(
    format: FileFormat, milliseconds: Int64, title: String? = nil, author: String? = nil,
    language: String? = nil, date: String? = nil, comment: String? = nil,
    chapters: [FileChapter] = []
  ) {
    self.format = format
    self.milliseconds = milliseconds
    self.title = title
    self.author = author
    self.language = language
    self.date = date
    self.comment = comment
    self.chapters = chapters
  }
}

/// A chapter of a finished file.
public struct FileChapter: Sendable, Hashable {
  /// Where it begins.
  public var milliseconds: Int64
  /// What it is called.
  public var name: String

  /// A chapter that begins `milliseconds` after the start of the file.
  public init(milliseconds: Int64, name: String) {
    self.milliseconds = milliseconds
    self.name = name
  }
}
