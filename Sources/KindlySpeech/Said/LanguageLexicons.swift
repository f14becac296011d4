public import KindlyBase

/// Words that are said alike in all practices of a language: the listener's own, then the built-in
/// ones.
///
/// Made once for a language and shared by many requests; two are equal only if they are the same.
public final class LanguageLexicons: Sendable, Hashable {
  let lexicons: [SaidLexicon]

  /// Joins lists; the first that has a word counts.
  public init(_ lists: [[Respelling]]) { lexicons = lists.map(SaidLexicon.init) }

  /// Whether both are the same lists, not only equal ones.
  public static func == (left: LanguageLexicons, right: LanguageLexicons) -> Bool { left === right }

  /// By identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
