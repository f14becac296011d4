public import KindlyLanguage

/// A person of a table: who they are, and what they wish of a session. What is nil is as usual.
public struct Client: Sendable {
  /// The row they stand in, as a spreadsheet counts.
  public var row: Int
  /// Names their folder.
  public var id: String
  /// What `{listener}` says.
  public var name: String?
  /// How others are told to speak of them.
  public var pronoun: Pronoun?
  /// How long the whole lasts: whole frames at 48 kHz.
  public var length: Int64?
  /// A narrator.
  public var voice: String?
  /// A bell, or `none`.
  public var bell: String?
  /// What lies under it.
  public var background: BackgroundCue?
  /// A phrase set by name, or by a path.
  public var phrases: String?
  /// Their own wishes; empty where they have none.
  public var wishes: [Wish] = []
  /// The text that the wishes were read from, one a line.
  public var wishesText = Source(path: Client.wishesPath, bytes: [])
  /// Whom wishes are for.
  public var toward: [Recipient]?
  /// A BCP 47 tag.
  public var language: String?
  /// Values of `{word}`, by word.
  public var values: [String: String] = [:]

  init(row: Int, id: String) {
    self.row = row
    self.id = id
  }

  /// How reports call the text of wishes.
  public static let wishesPath = "wishes"

  /// What a practice may know of them, in the form a listener writes it down for themself.
  public var profile: Profile {
    var profile = Profile()
    profile.name = name.map { Located($0, at: SourceSpan(0, 0)) }
    if let name, let pronoun {
      let someone = Someone(.named(name, pronoun), name: name, pronoun: pronoun)
      profile.people = [Located(someone, at: SourceSpan(0, 0))]
    }
    if !wishes.isEmpty {
      var header = Header()
      header.language = language.map { Located($0, at: SourceSpan(0, 0)) }
      profile.ownSets = [PhraseSet(header: header, wishes: wishes)]
    }
    profile.values = values
    return profile
  }
}
