public import KindlyLanguage
public import KindlyBase

/// What the listener asks of a practice, beyond what its author wrote.
public struct Order: Sendable, Hashable {
  /// The whole session's length, instead of the header's (`--length`).
  public var length: Frames?
  /// The narrator, instead of the header's (`--voice`).
  public var voice: String?
  /// Whether the usual narrator speaks where the chosen one can't (`--fallback`).
  public var fallsBack = false
  /// The bell, instead of the header's; `none` keeps every bell silent (`--bell`).
  public var bell: String?
  /// What lies under it, instead of the header's; the end of one keeps it silent (`--background`).
  public var background: BackgroundCue?
  /// The phrase set wherever the script names none (`--phrases`).
  public var phrases: String?
  /// Whom phrases are for at the start, instead of the header's (`--toward`).
  public var toward: [Recipient]?
  /// Values of `{word}` (`--set word=value`).
  public var values: [String: String] = [:]
  /// What the listener has written down about themself.
  public var listener = Listener()
  /// What a value that nobody set means.
  public var unset = Unset.refused

  /// The practice as its author wrote it.
  public init() {}

  /// What a value that nobody set means.
  public enum Unset: Sendable, Hashable {
    /// An error: it would be missing from what is heard.
    case refused
    /// A warning: the practice is only looked at, and the value's own name stands in for it.
    case told
  }
}

/// What a listener has written down: the facts of the profile that a practice may use.
public struct Listener: Sendable, Hashable {
  /// For `{listener}`.
  public var name: String?
  /// The people of the profile, by role (`friend`) or by name.
  public var people: [Someone] = []
  /// Further values of `{word}`.
  public var values: [String: String] = [:]
  /// The name of the listener's own phrase set.
  public var phrases: String?
  /// The wishes that the profile itself holds, a set for each language; `phrases` is
  /// `Listener.ownPhrases` if there are any.
  public var ownWishes: [Wishes] = []
  /// The narrator the listener likes, if it speaks the practice's language.
  public var voice: String?
  /// The bell the listener likes.
  public var bell: String?
  /// The background the listener likes.
  public var background: BackgroundCue?
  /// The listener's own breath.
  public var breath: BreathShape?

  /// The name of the wishes in a profile, which no file of a phrase set can have.
  public static let ownPhrases = "me.profile"

  /// A listener of whom nothing is known: no name, no people, no wishes of their own.
  public init() {}

  /// The own wishes of a name: the first set for `Listener.ownPhrases`, and with `-de` behind it those
  /// in German; nil for other names, and where there are none.
  public func ownWishes(named name: String) -> Wishes? {
    if name == Self.ownPhrases { return ownWishes.first }
    let start = Self.ownPhrases + "-"
    guard name.hasPrefix(start) else { return nil }
    let language = name.dropFirst(start.count)
    return ownWishes.first { $0.set.writtenLanguage.map(primaryLanguage) == language }
  }
}
