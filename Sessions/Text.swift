/// One text of `Sessions/` as it was when the program was built.
public struct Text: Sendable {
  /// Path inside `Sessions/`, such as `Phrases/classic.phrases`.
  public let name: StaticString
  /// The whole text.
  public let body: StaticString
}
