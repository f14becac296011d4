import KindlyLibrary
import KindlyLanguage

extension Examination {
  /// Reads every text of the library.
  static func texts(in context: CommandContext) -> Examination {
    let findings = Kind.allCases.flatMap { kind in
      let names = context.library.names(of: kind)
      return [Finding.well("\(names.count) \(kind.noun)\(names.count == 1 ? "" : "s")")]
        + names.flatMap { remarks(on: $0, kind, in: context.library) }
    }
    return Examination(name: "texts", heading: "Library", findings: findings)
  }

  /// What there is to say about one text: nothing, unless it has problems or hides another one.
  private static func remarks(
    on name: String, _ kind: Kind, in library: Library
  ) -> [Finding] {
    let text: LibraryText
    do {
      text = try library.text(kind, named: name)
    } catch {
      return [
        .ill(
          "The \(kind.noun) \"\(visible(name))\" can't be read: \(visible(error.sentence))",
          "Fix or remove that file.")
      ]
    }
    guard text.origin != .builtIn else { return [] }
    var findings: [Finding] = []
    if (try? Library(folders: nil).text(kind, named: name)) != nil {
      findings.append(
        .noted(
          "\(visible(text.source.path)) takes the place of the \(kind.noun) \(visible(name)) "
            + "that came with kindly."))
    }
    if !isSound(text) {
      findings.append(
        .ill(
          "The \(kind.noun) \"\(visible(name))\" has problems.",
          "Look at them with: kindly check \(quoted(text.source.path))"))
    }
    return findings
  }

  private static func isSound(_ text: LibraryText) -> Bool {
    switch text.kind {
    case .practice: !read(practice: text.source).hasErrors
    case .course: !read(course: text.source).hasErrors
    case .phrases: !read(phrases: text.source).hasErrors
    case .voice: !read(voice: text.source).hasErrors
    case .bell: !read(bell: text.source).hasErrors
    case .pronunciations: !read(pronunciations: text.source).hasErrors
    case .background: !read(background: text.source).hasErrors
    }
  }
}
