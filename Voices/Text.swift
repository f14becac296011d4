/// One text of `Voices/` as it was when the program was built.
public struct Text: Sendable {
  /// Path inside `Voices/`, such as `Bells/bowl.bell`.
  public let name: StaticString
  /// The whole text.
  public let body: StaticString
}
