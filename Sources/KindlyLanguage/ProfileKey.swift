/// A key of the listener's profile.
public enum ProfileKey: String, EntryKey {
  case name = "Name"
  case language = "Language"
  case interface = "Interface"
  case benefactor = "Benefactor"
  case friend = "Friend"
  case neutral = "Neutral"
  case difficult = "Difficult"
  case someone = "Someone"
  case phrases = "Phrases"
  case voice = "Voice"
  case bell = "Bell"
  case background = "Background"
  case breath = "Breath"
  case length = "Length"
  case preparation = "Preparation"
  case volume = "Volume"
  case voiceVolume = "Voice volume"
  case bellVolume = "Bell volume"
  case backgroundVolume = "Background volume"
  case device = "Device"
  case notify = "Notify"
  case preset = "Preset"
  case set = "Set"

  /// What there is to know about it.
  public var declaration: KeyDeclaration {
    switch self {
    case .name: KeyDeclaration("Mira", "your name, for {listener}", otherNames: ["listener"])
    case .language:
      KeyDeclaration(
        "en", "the language of your own wishes below it", otherNames: ["lang"], repeats: true)
    case .interface: KeyDeclaration("de", "the language the program speaks: de, en, es")
    case .benefactor:
      KeyDeclaration("James, he", "somebody who has been good to you", otherNames: ["teacher"])
    case .friend: KeyDeclaration("Rosa, she", "a dear friend", otherNames: ["loved one"])
    case .neutral:
      KeyDeclaration(
        "the neighbour, they", "somebody you hardly know", otherNames: ["stranger"])
    case .difficult:
      KeyDeclaration("Alex, they", "somebody you have trouble with", otherNames: ["enemy"])
    case .someone:
      KeyDeclaration(
        "Maya, she", "somebody else, for [toward Maya]", otherNames: ["person", "people"],
        repeats: true)
    case .phrases: KeyDeclaration("classic", "the phrase set you like", otherNames: ["wishes"])
    case .voice: KeyDeclaration("calm", "the narrator you like", otherNames: ["narrator"])
    case .bell: KeyDeclaration("bowl", "the bell you like")
    case .background: KeyDeclaration("rain, softly", "what lies under your sittings")
    case .breath: KeyDeclaration("in 4s, out 6s", "your own breath")
    case .length:
      KeyDeclaration(
        "20 min, always", "how long you sit where the practice does not say it, or always",
        otherNames: ["duration"])
    case .preparation:
      KeyDeclaration(
        "30s", "a while before each sitting begins", otherNames: ["prepare", "delay"])
    case .volume: KeyDeclaration("80", "how loud everything is, 0 to 100")
    case .voiceVolume: KeyDeclaration("90", "how loud the narrator is, 0 to 100")
    case .bellVolume:
      KeyDeclaration("70", "how loud bells are, 0 to 100", otherNames: ["bells volume"])
    case .backgroundVolume: KeyDeclaration("50", "how loud the background is, 0 to 100")
    case .device: KeyDeclaration("default", "the sound device", otherNames: ["output"])
    case .notify:
      KeyDeclaration(
        "yes", "yes if the desktop shall show when a sitting has ended",
        otherNames: ["notification"])
    case .preset:
      KeyDeclaration(
        "evening is metta, 25 min, voice warm, bell rin", "a practice as you like it, by a name",
        otherNames: ["presets"], repeats: true)
    case .set:
      KeyDeclaration(
        "place = the garden", "a value for {place}", otherNames: ["value"], repeats: true)
    }
  }
}
