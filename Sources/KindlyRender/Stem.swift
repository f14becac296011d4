/// A part of the mix that can be turned down, or written to a file, apart from the others.
public enum Stem: Int, Sendable, Hashable, CaseIterable {
  /// The narrator and recordings of a teacher.
  case voice
  /// Every bell.
  case bells
  /// The tones that guide the breath.
  case breath
  /// What lies under the session.
  case background
}
