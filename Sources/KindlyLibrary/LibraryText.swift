public import KindlyLanguage
package import KindlyMessages

/// A text that was found, and where.
public struct LibraryText: Sendable {
  /// Its name: the file's name without the ending.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// Where it was found.
  public var origin: Origin
  /// The text itself.
  public var source: Source
  /// The folder that its includes and recordings are looked for in; nil for built-in texts.
  public var folder: String?

  /// Joins a text with where it is from.
  public init(name: String, kind: Kind, origin: Origin, source: Source, folder: String?) {
    self.name = name
    self.kind = kind
    self.origin = origin
    self.source = source
    self.folder = folder
  }

  /// Where texts come from. Only `user`, `installed` and `builtIn` voices may start a program.
  public enum Origin: String, Sendable, Hashable {
    /// A file that was named by its path.
    case file
    /// The user's own folder.
    case user
    /// An installed package's folder.
    case installed
    /// The binary itself.
    case builtIn = "built in"
  }
}

/// Why a text was not found.
public enum LibraryProblem: Error, Sendable {
  /// No text of that name.
  case unknown(kind: Kind, name: String, known: [String])
  /// No text of that name where it was looked for, but one in a folder beside.
  case moved(kind: Kind, name: String, to: String)
  /// A file of another kind than what is needed.
  case otherKind(path: String, is: Kind, wanted: Kind)
  /// It is there and can't be read, or the path names nothing.
  case unreadable(TextFileProblem)

  /// What to tell the user, with the nearest name if there is one.
  public var sentence: String { message.text(in: .english) }

  /// The same in every language of the program.
  package var message: Message {
    switch self {
    case .unreadable(let problem): return problem.message
    case .moved(let kind, let name, let place):
      return .didYouMean(.unknownText(kind.message, name), place)
    case .otherKind(let path, let kind, let wanted):
      return .otherKind(path, kind.message, wanted.message)
    case .unknown(let kind, let name, let known):
      let opening = Message.unknownText(kind.message, name)
      if let near = nearest(to: name, in: known) { return .didYouMean(opening, near) }
      return .thereAre(opening, known.joined(separator: ", "))
    }
  }
}
