/// A key in the header of a practice, course or phrase set.
public enum HeaderKey: String, EntryKey {
  case title = "Title"
  case summary = "Summary"
  case author = "Author"
  case language = "Language"
  case voice = "Voice"
  case bell = "Bell"
  case background = "Background"
  case length = "Length"
  case breath = "Breath"
  case phrases = "Phrases"
  case recordings = "Recordings"
  case toward = "Toward"
  case person = "Person"
  case care = "Care"
  case tags = "Tags"
  case pronounce = "Pronounce"

  /// What there is to know about it.
  public var declaration: KeyDeclaration {
    switch self {
    case .title:
      KeyDeclaration("An evening for the heart", "what it is called", otherNames: ["name"])
    case .summary:
      KeyDeclaration(
        "Ten quiet minutes before sleep", "one line for lists", otherNames: ["description"])
    case .author: KeyDeclaration("Maya", "who wrote it")
    case .language:
      KeyDeclaration("en", "the language it is spoken in", otherNames: ["lang"])
    case .voice: KeyDeclaration("calm", "the narrator", otherNames: ["narrator"])
    case .bell: KeyDeclaration("bowl", "the bell; none keeps the times and stays silent")
    case .background:
      KeyDeclaration(
        "rain, softly", "the sound that lies under it: a name, or a sound file in quotation marks",
        otherNames: ["music", "ambience"])
    case .length:
      KeyDeclaration("20 min", "how long it lasts", otherNames: ["duration", "time"])
    case .breath: KeyDeclaration("in 4s, out 6s", "the breath that is guided")
    case .phrases: KeyDeclaration("classic", "the phrase set")
    case .recordings: KeyDeclaration("my-voice/", "a folder with your own recordings")
    case .toward: KeyDeclaration("self", "whom wishes are directed at in the beginning")
    case .person: KeyDeclaration("second", "how others are spoken to: second or third")
    case .care:
      KeyDeclaration(
        "If it is too much, open your eyes and stop.", "shown before it begins",
        otherNames: ["warning"])
    case .tags: KeyDeclaration("evening, short", "words to find it by")
    case .pronounce:
      KeyDeclaration(
        "metta as meh-tah; sangha as sung-gah", "how words are said", repeats: true)
    }
  }

  /// Whether a phrase set may have it as well.
  var isOfPhraseSets: Bool {
    switch self {
    case .title, .summary, .author, .language, .tags: true
    case .voice, .bell, .background, .length, .breath, .phrases, .recordings, .toward, .person,
      .care, .pronounce:
      false
    }
  }
}
