public import KindlyCompiler
public import KindlyLanguage

extension Listener {
  /// What a practice may use of a listener's profile. Their own wishes go by the name
  /// `Listener.ownPhrases`.
  /// - Parameters:
  ///   - profile: what the listener has written down.
  ///   - source: the text the profile was read from, for reports.
  public init(_ profile: Profile, source: Source) {
    self.init()
    name = profile.name?.value
    people = profile.people.map(\.value)
    values = profile.values
    phrases = profile.phrases?.value
    voice = profile.voice?.value
    bell = profile.bell?.value
    background = profile.background?.value
    breath = profile.breath?.value
    ownWishes = profile.ownSets.map { Wishes(source: source, set: $0) }
    if !ownWishes.isEmpty { phrases = Self.ownPhrases }
  }
}
