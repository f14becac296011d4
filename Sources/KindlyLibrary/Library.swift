import Glibc
import KindlyFiles
import KindlyLanguage
import KindlySessions
import KindlyVoices

/// Finds texts by name: the user's own first, then installed ones, then those in the binary.
///
/// Control side. Reads folders when asked; keeps nothing.
public struct Library: Sendable {
  /// Where the user's own texts are; nil to use the built-in ones alone.
  public var folders: Folders?

  /// What is built in and what lies in `folders`; nil for what is built in alone.
  public init(folders: Folders?) { self.folders = folders }

  /// Finds a text by name in the library.
  /// - Throws: `LibraryProblem.unknown` with the names there are, or `.unreadable`.
  public func text(_ kind: Kind, named name: String) throws(LibraryProblem) -> LibraryText {
    for place in places where Self.isName(name, of: kind) {
      let folder = place.folder + "/" + kind.folder
      let file = NameOnDisk.spelled(name + kind.ending, in: folder)
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
  /// or is `-`; otherwise a name of the library, or else a file in the current folder, with or without
  /// the ending.
  /// - Throws: `LibraryProblem`.
  public func text(_ kind: Kind, at argument: String) throws(LibraryProblem) -> LibraryText {
    if argument == "-" || argument.contains("/") || kind.isEnding(of: argument) {
      return try file(kind, at: argument)
    }
    do {
      return try text(kind, named: argument)
    } catch {
      guard case .unknown = error, !argument.isEmpty else { throw error }
      let here = [argument, argument + kind.ending].first { name in
        access(NameOnDisk.spelled(path: name), F_OK) == 0
      }
      guard let here else { throw error }
      return try file(kind, at: here)
    }
  }

  private func file(_ kind: Kind, at path: String) throws(LibraryProblem) -> LibraryText {
    if let other = Kind.allCases.first(where: { $0 != kind && $0.isEnding(of: path) }) {
      throw .otherKind(path: path, is: other, wanted: kind)
    }
    let argument = NameOnDisk.spelled(path: path)
    let slash = argument.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == argument.startIndex ? "/" : String(argument[..<$0]) } ?? "."
    let file = slash.map { argument[argument.index(after: $0)...] } ?? argument[...]
    let name = kind.isEnding(of: file) ? file.dropLast(kind.ending.count) : file
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

  /// The text that a file names, such as the practice of `[include NAME]` or the phrase set of
  /// `[phrases NAME]`: beside that file, then as in `text(_:named:)`. The name may have its ending.
  public func named(
    _ written: String, _ kind: Kind, by folder: String?
  ) throws(LibraryProblem) -> LibraryText {
    let name =
      kind.isEnding(of: written) ? String(written.dropLast(kind.ending.count)) : written
    // No file system takes a longer name, and no path is longer.
    let parts = (name + kind.ending).split(separator: "/")
    guard let folder, name.utf8.count <= 3000, parts.allSatisfy({ $0.utf8.count <= 255 }) else {
      return try text(kind, named: name)
    }
    let file = NameOnDisk.spelled(name + kind.ending, in: folder)
    do {
      let bytes = try TextFile.read(file, inside: folder)
      let path = folder == "." ? file : folder + "/" + file
      return LibraryText(
        name: name, kind: kind, origin: .file, source: Source(path: path, bytes: bytes),
        folder: folder)
    } catch .missing {
      do {
        return try text(kind, named: name)
      } catch .unknown(let kind, _, let known) {
        if let place = Self.moved(name + kind.ending, below: folder) {
          throw .moved(kind: kind, name: name, to: String(place.dropLast(kind.ending.count)))
        }
        let beside = Self.names(of: kind, in: folder)
        throw .unknown(kind: kind, name: name, known: beside + known)
      }
    } catch {
      throw .unreadable(error)
    }
  }

  /// Where in the folders of a folder a file of that name lies; nil if in none.
  private static func moved(_ file: String, below folder: String) -> String? {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return files(in: folder).lazy.prefix(1000).compactMap { inner -> String? in
      guard !inner.hasPrefix("."), access("\(folder)/\(inner)/\(name)", R_OK) == 0 else {
        return nil
      }
      return inner + "/" + name
    }.first
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

  /// Whether a file of that name can be in a folder; no file system takes more than 255 bytes.
  private static func isName(_ name: String, of kind: Kind) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.hasPrefix(".") && !name.utf8.contains(0)
      && name.utf8.count + kind.ending.utf8.count <= 255
  }

  /// The names of a kind's files in a folder, sorted.
  private static func names(of kind: Kind, in folder: String) -> [String] {
    files(in: folder).filter { $0.hasSuffix(kind.ending) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(kind.ending.count)) }
  }

  /// The names in a folder, sorted; none if it can't be read.
  public static func files(in folder: String) -> [String] {
    (try? Folder.names(in: folder)) ?? []
  }

  private static func builtIn(_ kind: Kind) -> [LibraryText] {
    let inside = kind.folder.split(separator: "/").dropFirst().map { $0 + "/" }.joined()
    let all =
      switch kind {
      case .practice, .phrases, .course:
        KindlySessions.texts.map { ($0.name, $0.body) }
      case .voice, .bell, .background, .pronunciations:
        KindlyVoices.texts.map { ($0.name, $0.body) }
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
