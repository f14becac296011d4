public import KindlyCompiler
import KindlyLibrary
public import KindlyLanguage

extension Composer {
  /// What a practice may use of the listener's profile. Their own wishes can then be spoken by this
  /// composer, under the name `me.profile`, which no file of a phrase set can have.
  /// - Parameters:
  ///   - profile: what the listener has written down.
  ///   - source: the text the profile was read from, for reports.
  public func listener(_ profile: Profile, source: Source) -> Listener {
    var listener = Listener()
    listener.name = profile.name?.value
    listener.people = profile.people.map(\.value)
    listener.values = profile.values
    listener.phrases = profile.phrases?.value
    listener.voice = profile.voice?.value
    listener.bell = profile.bell?.value
    listener.background = profile.background?.value
    listener.breath = profile.breath?.value
    ownWishes = profile.ownSet.map { Wishes(source: source, set: $0) }
    if ownWishes != nil {
      listener.phrases = Self.ownPhrases
      keep(
        LibraryText(
          name: Self.ownPhrases, kind: .phrases, origin: .user, source: source, folder: nil))
    }
    return listener
  }

  static var ownPhrases: String { "me.profile" }
}
