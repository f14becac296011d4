/// What the listener has written down for themself: `me.profile`.
///
/// It never leaves the machine. Equality ignores places.
public struct Profile: Sendable, Equatable {
  /// `Name`: what `{listener}` says.
  public var name: Located<String>?
  /// `Interface`: the language the program speaks, a BCP 47 tag.
  public var interface: Located<String>?
  /// `Benefactor`, `Friend`, `Neutral`, `Difficult`, and `Someone` for further names.
  public var people: [Located<Someone>] = []
  /// `Phrases`: the name of a phrase set, where there are no own wishes.
  public var phrases: Located<String>?
  /// The listener's own wishes, the lines that start with `>`: a set for each `Language` they stand
  /// below, in order, and none that is empty. A set above every `Language` says none.
  public var ownSets: [PhraseSet] = []
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
  /// Whether that length comes before the practice's own: `20 minutes, always`.
  public var prefersLength = false
  /// `Volume` and the like: how loud the whole and its parts are, 0 to 100 percent.
  public var volumes: [ProfileVolume: Int] = [:]
  /// `Notify`: whether the desktop shows when a sitting has ended by itself.
  public var notifies = false
  /// `Preparation`: a while before each sitting begins.
  public var preparation: Located<Duration>?
  /// `Device`: where sound goes.
  public var device: Located<String>?
  /// `Preset`: practices with names of the listener's own, and how they like them.
  public var presets: [Located<Preset>] = []
  /// `Set: place = the garden`: values of `{place}`.
  public var values: [String: String] = [:]

  /// What is known of a listener who wrote nothing.
  public init() {}

  /// The preset of a name, whatever its capitals; nil if there is none.
  public func preset(named name: String) -> Preset? {
    presets.first { $0.value.name.lowercased() == name.lowercased() }?.value
  }

  /// All own wishes, in whatever language.
  public var wishes: [Wish] { ownSets.flatMap(\.wishes) }

  /// The own wishes of a language, a BCP 47 tag; nil if there are none.
  public func ownSet(in language: String) -> PhraseSet? {
    ownSets.first { set in
      set.writtenLanguage.map { primaryLanguage($0) == primaryLanguage(language) } ?? false
    }
  }
}

/// What a profile can make louder or softer.
public enum ProfileVolume: String, Sendable, Hashable, CaseIterable {
  /// Everything.
  case whole
  /// The narrator.
  case voice
  /// Bells.
  case bells
  /// What lies under the session.
  case background
}
