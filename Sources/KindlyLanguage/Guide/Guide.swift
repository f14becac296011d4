/// The language as its authors read it: `kindly help language`, and a page of the documentation.
public struct Guide: Sendable {
  /// The chapters, in order.
  public static let chapters: [Chapter] = [
    start, lines, silences, bells, lengths, phrases, people, settings, background, blocks,
    breathing,
    values,
    otherFiles, courses, phraseSets, header, notes, cues,
  ]

  /// A chapter of the guide.
  public struct Chapter: Sendable {
    /// Its heading.
    public var title: String
    /// Its paragraphs and examples.
    public var parts: [Part]
  }

  /// A piece of a chapter.
  public enum Part: Sendable {
    /// A paragraph.
    case text(String)
    /// A file that can be read as it stands.
    case example(String, FileKind)
  }

  /// The guide for a terminal, examples indented.
  public static let plain: String =
    chapters.map { chapter in
      let parts = chapter.parts.map { part in
        switch part {
        case .text(let text): text
        case .example(let example, _): indented(example)
        }
      }
      return ([chapter.title.uppercased()] + parts).joined(separator: "\n\n")
    }.joined(separator: "\n\n\n") + "\n"

  /// The guide as Markdown.
  public static let markdown: String =
    "# The practice language\n\n"
    + chapters.map { chapter in
      let parts = chapter.parts.map { part in
        switch part {
        case .text(let text): text
        case .example(let example, _): "```\n" + example + "\n```"
        }
      }
      return (["## " + chapter.title] + parts).joined(separator: "\n\n")
    }.joined(separator: "\n\n") + "\n"

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
