/// The notations that a practice is written in for other programs and for people.
public enum ExportNotation: String, Sendable, CaseIterable {
  /// SSML, for speech services.
  case ssml
  /// Speech Markdown, for speech services.
  case speechMarkdown = "speechmarkdown"
  /// Markdown.
  case markdown
  /// A page that prints well: a handout.
  case html
  /// Plain text.
  case text = "txt"
}
