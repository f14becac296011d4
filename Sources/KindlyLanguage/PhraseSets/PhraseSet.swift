/// A phrase set: wishes to choose from, one a line, or one group of lines a wish.
public struct PhraseSet: Sendable, Equatable {
  /// `Title`, `Summary`, `Author`, `Language`, `Tags`; nothing else is set.
  public var header: Header
  /// The wishes, in order.
  public var wishes: [Wish]

  /// Wishes in the order in which they are said.
  public init(header: Header = Header(), wishes: [Wish] = []) {
    self.header = header
    self.wishes = wishes
  }
}

/// One wish of a phrase set.
public enum Wish: Sendable, Equatable {
  /// `May I be safe.`: in the first person, to be redirected.
  case line(Located<[Piece]>)
  /// `self: … you: … they: …`: the author's own words for each recipient, one or more.
  case group([Variant])

  /// The words of a wish for some recipients.
  public struct Variant: Sendable, Equatable {
    /// For whom.
    public var role: Located<Role>
    /// The words.
    public var words: Located<[Piece]>

    /// The words that one role hears.
    public init(role: Located<Role>, words: Located<[Piece]>) {
      self.role = role
      self.words = words
    }
  }

  /// The names that stand before the lines of a group.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Oneself.
    case oneself = "self"
    /// Another, addressed.
    case you
    /// Another, spoken of as they; also several.
    case they
    /// Another, spoken of as she.
    case she
    /// Another, spoken of as he.
    case he
    /// Somebody and oneself.
    case we
    /// All beings.
    case all
  }
}
