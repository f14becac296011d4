public import KindlyAuthoring
public import KindlyLanguage
public import KindlyLibrary

extension KnownNames {
  /// What a practice may name: all that a library has, and the people of a profile.
  /// - Parameter profile: the listener's; nil if there is none.
  public init(of library: Library, profile: Profile?) {
    self.init()
    practices = library.names(of: .practice)
    phrases = library.names(of: .phrases)
    voices = library.names(of: .voice)
    bells = library.names(of: .bell)
    backgrounds = library.names(of: .background)
    people = profile?.people.compactMap(\.value.name) ?? []
  }
}
