public import KindlyBase
import KindlyMessages

/// A part of what is heard whose loudness the listener has under their hand.
public enum SoundPart: String, Sendable, Hashable, CaseIterable {
  /// The narrator, recordings, and the tones of the breath.
  case voice
  /// Every bell.
  case bells
  /// What lies under the session.
  case background

  /// The most it can be turned up to, in percent; 100 is as it was made. Words and bells are as loud as
  /// peaks allow already.
  public var most: Int { self == .background ? 200 : 100 }

  /// The keys that make it softer and louder, and the one that turns it off and on.
  public var keys: (softer: Character, louder: Character, off: Character) {
    switch self {
    case .voice: ("1", "2", "v")
    case .bells: ("3", "4", "b")
    case .background: ("5", "6", "g")
    }
  }
}

/// How loud each part is: percent of how it was made, and what is off for now.
public struct SoundLevels: Sendable, Hashable {
  private var percents: [SoundPart: Int] = [:]
  /// Parts that are off; each keeps the loudness it comes back to.
  public private(set) var off: Set<SoundPart> = []

  /// Everything as it was made.
  public init() {}

  /// Percent of a part, from 0 to its most; 100 is as it was made.
  public subscript(part: SoundPart) -> Int {
    get { percents[part] ?? 100 }
    set { percents[part] = min(part.most, max(0, newValue)) }
  }

  /// What is heard of a part in percent; 0 while it is off.
  public func heard(_ part: SoundPart) -> Int { off.contains(part) ? 0 : self[part] }

  /// Turns a part up or down, which also brings it back.
  public mutating func change(_ part: SoundPart, by step: Int) {
    off.remove(part)
    self[part] += step
  }

  /// Turns a part off, or on again.
  public mutating func toggle(_ part: SoundPart) {
    if off.remove(part) == nil { off.insert(part) }
    if !off.contains(part), self[part] == 0 { self[part] = 100 }
  }

  /// `voice 80 · bells 100 · background off`.
  public func line(
    _ parts: [SoundPart] = SoundPart.allCases, language: InterfaceLanguage = .english
  ) -> String {
    parts.map { part in
      let loudness = heard(part) == 0 ? Message.off.text(in: language) : String(heard(part))
      return "\(part.name.text(in: language)) \(loudness)"
    }.joined(separator: " · ")
  }
}

extension SoundPart {
  /// What it is called.
  fileprivate var name: Message {
    switch self {
    case .voice: .voice
    case .bells: .bells
    case .background: .background
    }
  }
}
