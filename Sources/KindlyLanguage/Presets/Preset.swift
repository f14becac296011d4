/// A practice as a listener likes it, under a name of their own:
/// `evening is metta, 25 min, voice warm, bell rin, background rain`.
public struct Preset: Sendable, Hashable {
  /// What the listener calls it.
  public var name: String
  /// The practice, by name or path; `sit` is bells and silence.
  public var practice: String
  /// What is asked of it, each as the option of that name takes it.
  public var settings: [PresetSetting: String]

  /// Joins a name with a practice and what is asked of it.
  public init(name: String, practice: String, settings: [PresetSetting: String] = [:]) {
    self.name = name
    self.practice = practice
    self.settings = settings
  }

  /// The value of the profile's `Preset` line.
  public var text: String { "\(name) is \(asked)" }

  /// What it stands for: `metta, 25 min, voice warm`.
  public var asked: String {
    let words = Self.words(of: settings)
    return words.isEmpty ? practice : practice + ", " + words
  }

  /// Settings as a preset writes them: `25 min, voice warm`.
  public static func words(of settings: [PresetSetting: String]) -> String {
    PresetSetting.allCases.compactMap { setting in settings[setting].map { setting.words($0) } }
      .joined(separator: ", ")
  }
}

/// What a preset can ask of its practice. How it is written is its raw value; a length stands alone.
public enum PresetSetting: String, Sendable, Hashable, CaseIterable {
  case length
  case voice
  case bell
  case background
  case phrases
  case toward
  case volume
  case preparation = "in"
  case fadeIn = "fade-in"
  case every
  case bellsAt = "bells at"
  case strikes
  case warmUp = "warm-up"
  case coolDown = "cool-down"
  case tell

  /// Whether only a sit of bells and silence has it.
  public var isOfSits: Bool {
    switch self {
    case .every, .bellsAt, .strikes, .warmUp, .coolDown, .tell: true
    case .length, .voice, .bell, .background, .phrases, .toward, .volume, .preparation, .fadeIn:
      false
    }
  }

  /// The part of a `Preset` line that asks for a value.
  func words(_ value: String) -> String {
    switch self {
    case .length: value
    case .bellsAt, .tell: rawValue + " " + value.split(separator: ",").joined(separator: " and ")
    default: rawValue + " " + value
    }
  }

  /// The value as options take it; nil if it is none.
  func value(_ text: String) -> String? {
    switch self {
    case .length: text == "open" || (try? Duration(words: text)) != nil ? text : nil
    case .preparation, .fadeIn, .warmUp, .coolDown:
      (try? Duration(words: text)) == nil ? nil : text
    case .every: (try? Silence.Length(words: text)) == nil ? nil : text
    case .bellsAt, .tell: Self.times(text)
    case .volume: Int(text).map((0...100).contains) == true ? text : nil
    case .strikes: Int(text).map((1...12).contains) == true ? text : nil
    case .toward: (try? Recipient.pair(words: text)) == nil ? nil : text
    case .background: (try? BackgroundCue(words: text)) == nil ? nil : text
    case .voice, .bell, .phrases: text
    }
  }

  /// `10 min and 30 min` as `10 min,30 min`.
  private static func times(_ text: String) -> String? {
    var times: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if word == "and" { times.append([]) } else { times[times.count - 1].append(word) }
    }
    let texts = times.map { $0.joined(separator: " ") }
    return texts.allSatisfy { (try? Duration(words: $0)) != nil }
      ? texts.joined(separator: ",") : nil
  }
}
