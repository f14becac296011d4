public import KindlyAuthoring

/// What the language server asks of the program around it. Each is called on the server's thread.
public struct EditorServices {
  /// The names of the library and the profile.
  public var names: () -> KnownNames
  /// The path of a file that a text names; nil if there is none, or none that can be opened.
  public var path: (_ reference: FileReference, _ text: String) -> String?
  /// Plays a file from a line on, counted from 1; what was played before stops.
  public var play: (_ path: String, _ line: Int) -> Void
  /// Stops what is played.
  public var stop: () -> Void

  /// Services that do nothing.
  public init() {
    names = { KnownNames() }
    path = { _, _ in nil }
    play = { _, _ in }
    stop = {}
  }
}
