extension Wish {
  /// The words of this wish for a recipient, with values still to be filled in.
  /// - Parameters:
  ///   - addressee: whom the wish is for.
  ///   - mention: whether the recipient has been named; set to `.later` when the wish names them.
  ///   - language: a BCP 47 tag; nil for English.
  /// - Throws: `PhraseProblem` if the wording for this recipient cannot be made or is not there.
  public func words(
    for addressee: Addressee, mention: inout Mention, language: String?
  ) throws(PhraseProblem) -> [Piece] {
    switch self {
    case .line(let words):
      return try addressee.wish(words.value, mention: &mention, language: language)
    case .group(let variants):
      let wanted = addressee.roles
      for role in wanted {
        if let variant = variants.first(where: { $0.role.value == role }) {
          return variant.words.value
        }
      }
      throw .noWording(wanted: wanted, written: variants.map(\.role.value))
    }
  }

  /// Where the wish stands.
  public var span: SourceSpan? {
    switch self {
    case .line(let words): words.span
    case .group(let variants):
      variants.first.map { first in
        variants.reduce(first.role.span) { $0.joined(with: $1.words.span) }
      }
    }
  }
}

extension Addressee {
  /// The lines of a group that fit, best first; never empty.
  var roles: [Wish.Role] {
    switch situation {
    case .oneself: [.oneself]
    case .all: [.all, .they]
    case .withOneself: [.we]
    case .two: person == .second ? [.you] : [.they]
    case .other(let someone):
      switch (person, someone.pronoun ?? .they) {
      case (.second, _): [.you]
      case (.third, .she): [.she, .they]
      case (.third, .he): [.he, .they]
      case (.third, .they): [.they]
      }
    }
  }
}
