/// What the listener has written down for themself: `me.profile`.
///
/// It never leaves the machine. Equality ignores places.
public struct Profile: Sendable, Equatable {
  /// `Name`: what `{listener}` says.
  public var name: Located<String>?
  /// `Language` of the listener's own wishes, a BCP 47 tag; nil for that of the practice.
  public var language: Located<String>?
  /// `Interface`: the language the program speaks, a BCP 47 tag.
  public var interface: Located<String>?
  /// `Benefactor`, `Friend`, `Neutral`, `Difficult`, and `Someone` for further names.
  public var people: [Located<Someone>] = []
  /// `Phrases`: the name of a phrase set, where there are no own wishes.
  public var phrases: Located<String>?
  /// The listener's own wishes, in order: the lines that start with `>`.
  public var wishes: [Wish] = []
  /// `Voice`: a narrator's name.
  public var voice: Located<String>?
  /// `Bell`: a bell's name.
  public var bell: Located<String>?
  /// `Background`: what lies under practices that name none.
  public var background: Located<BackgroundCue>?
  /// `Breath`.
  public var breath: Located<BreathShape>?
  /// `Length` of a sitting where nothing else says one.
  public var length: Located<Duration>?
  /// `Set: place = the garden`: values of `{place}`.
  public var values: [String: String] = [:]

  /// What is known of a listener who wrote nothing.
  public init() {}

  /// The own wishes as a phrase set; nil if there are none.
  public var ownSet: PhraseSet? {
    guard !wishes.isEmpty else { return nil }
    var header = Header()
    header.language = language
    return PhraseSet(header: header, wishes: wishes)
  }
}
