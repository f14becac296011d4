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

  /// Makes tags.
  public init(
    title: String, author: String? = nil, language: String? = nil, date: String? = nil,
    comment: String? = nil
  ) {
    self.title = title
    self.author = author
    self.language = language
    self.date = date
    self.comment = comment
  }
}
