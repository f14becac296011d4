/// What composing needs to know of a background: what it is called from here on.
public struct BackgroundFacts: Sendable, Hashable {
  /// Its name in the library, or the path of a sound file.
  public var name: String

  /// What is known of a background before it is read: its name.
  public init(name: String) { self.name = name }
}

/// What changes under a session at a moment of it.
struct BackgroundChange: Hashable {
  var kind: Kind
  var origin: Origin

  enum Kind: Hashable {
    /// Another one comes, or the same at another level in decibels.
    case plays(name: String, level: Double)
    /// It fades over so many frames and is then gone.
    case fades(over: Int64)
    /// It goes.
    case ends
  }
}
