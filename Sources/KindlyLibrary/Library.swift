import Glibc
import KindlyLanguage
import KindlySessions
import KindlyVoices

/// Finds texts by name: the user's own first, then installed ones, then those in the binary.
///
/// Control side. Reads folders when asked; keeps nothing.
public struct Library: Sendable {
  /// Where the user's own texts are; nil to use the built-in ones alone.
  public var folders: Folders?

  /// Makes a library.
  public init(folders: Folders?) { self.folders = folders }

  /// Finds a text by name in the library.
  /// - Throws: `LibraryProblem.unknown` with the names there are, or `.unreadable`.
  public func text(_ kind: Kind, named name: String) throws(LibraryProblem) -> LibraryText {
    let file = name + kind.ending
    for place in places where Self.isName(name) {
      let folder = place.folder + "/" + kind.folder
      do {
        let bytes = try TextFile.read(file, inside: folder)
        return LibraryText(
          name: name, kind: kind, origin: place.origin,
          source: Source(path: folder + "/" + file, bytes: bytes), folder: folder)
      } catch .missing {
        continue
      } catch {
        throw .unreadable(error)
      }
    }
    if let text = Self.builtIn(kind).first(where: { $0.name == name }) { return text }
    throw .unknown(kind: kind, name: name, known: names(of: kind))
  }

  /// Finds what a person named on the command line: a path if it has a slash or the kind's ending
  /// or is `-`, a name of the library otherwise.
  /// - Throws: `LibraryProblem`.
  public func text(_ kind: Kind, at argument: String) throws(LibraryProblem) -> LibraryText {
    guard argument == "-" || argument.contains("/") || argument.hasSuffix(kind.ending) else {
      return try text(kind, named: argument)
    }
    let slash = argument.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == argument.startIndex ? "/" : String(argument[..<$0]) } ?? "."
    let file = slash.map { argument[argument.index(after: $0)...] } ?? argument[...]
    let name = file.hasSuffix(kind.ending) ? file.dropLast(kind.ending.count) : file
    do {
      let bytes = try TextFile.read(argument)
      return LibraryText(
        name: String(name), kind: kind, origin: .file,
        source: Source(path: argument == "-" ? "standard input" : argument, bytes: bytes),
        folder: folder)
    } catch {
      throw .unreadable(error)
    }
  }

  /// The text named by `[include NAME]`: beside the including file, then as in `text(_:named:)`.
  public func included(
    _ name: String, by folder: String?
  ) throws(LibraryProblem) -> LibraryText {
    guard let folder else { return try text(.practice, named: name) }
    let file = name + Kind.practice.ending
    do {
      let bytes = try TextFile.read(file, inside: folder)
      let path = folder == "." ? file : folder + "/" + file
      return LibraryText(
        name: name, kind: .practice, origin: .file, source: Source(path: path, bytes: bytes),
        folder: folder)
    } catch .missing {
      do {
        return try text(.practice, named: name)
      } catch .unknown(let kind, _, let known) {
        let beside = Self.names(of: .practice, in: folder)
        throw .unknown(kind: kind, name: name, known: beside + known)
      }
    } catch {
      throw .unreadable(error)
    }
  }

  /// Every name of a kind, once, sorted.
  public func names(of kind: Kind) -> [String] {
    var names = Set(Self.builtIn(kind).map(\.name))
    for place in places {
      names.formUnion(Self.names(of: kind, in: place.folder + "/" + kind.folder))
    }
    return names.sorted()
  }

  private var places: [(origin: LibraryText.Origin, folder: String)] {
    guard let folders else { return [] }
    return [(.user, folders.data)] + folders.installed.map { (.installed, $0) }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.hasPrefix(".")
  }

  /// The names of a kind's files in a folder, sorted.
  private static func names(of kind: Kind, in folder: String) -> [String] {
    files(in: folder).filter { $0.hasSuffix(kind.ending) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(kind.ending.count)) }
  }

  /// The names in a folder, sorted; none if it can't be read.
  public static func files(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  private static func builtIn(_ kind: Kind) -> [LibraryText] {
    let inside = kind.folder.split(separator: "/").dropFirst().map { $0 + "/" }.joined()
    let all =
      switch kind {
      case .practice, .phrases, .course:
        KindlySessions.texts.map { ($0.name, $0.body) }
      case .voice, .bell: KindlyVoices.texts.map { ($0.name, $0.body) }
      }
    return all.compactMap { path, body in
      let path = path.description
      guard path.hasPrefix(inside), path.hasSuffix(kind.ending) else { return nil }
      let name = String(path.dropFirst(inside.count).dropLast(kind.ending.count))
      guard !name.contains("/") else { return nil }
      return LibraryText(
        name: name, kind: kind, origin: .builtIn,
        source: Source(path: name + kind.ending, text: body.description), folder: nil)
    }
  }
}
