import Glibc
import KindlyFiles

/// Recordings of somebody's own voice: sound files beside the practice that names them.
///
/// Like included texts they stay inside the practice's folder: no absolute name, no `..`, no link.
extension Library {
  /// The endings of recordings, the first choice first.
  private static let endings = [".wav", ".flac"]

  /// The path of the recording that `[recorded "NAME"]` means: in the folder that the header names,
  /// else beside the file.
  /// - Throws: `TextFileProblem` where there is none, or it leads out of the folder.
  public func recording(
    _ name: String, in subfolder: String?, by folder: String?
  ) throws(TextFileProblem) -> String {
    guard let folder else { throw .missing(name) }
    if let subfolder = subfolder.map(Self.plain) {
      do {
        return try Self.checked(subfolder + "/" + name, inside: folder)
      } catch .missing {
      } catch {
        throw error
      }
    }
    return try Self.checked(name, inside: folder)
  }

  /// The path of a recording of these words, by its name; nil if nobody recorded them.
  public func recording(of words: String, in subfolder: String, by folder: String?) -> String? {
    guard let folder else { return nil }
    let name = Self.plain(subfolder) + "/" + Self.recordingName(of: words)
    return Self.endings.lazy.compactMap { try? Self.checked(name + $0, inside: folder) }.first
  }

  /// The path of a sound file that a practice in `folder` names.
  /// - Throws: `TextFileProblem` where there is none, or it leads out of the folder.
  public func soundFile(_ name: String, by folder: String?) throws(TextFileProblem) -> String {
    guard let folder else { throw .missing(name) }
    return try Self.checked(name, inside: folder)
  }

  /// The names of sound files beside a practice in `folder`.
  public func soundFiles(by folder: String?) -> [String] {
    let endings = [".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aiff", ".aif", ".w64"]
    return folder.map(Self.files(in:))?.filter { name in
      endings.contains { name.lowercased().hasSuffix($0) }
    } ?? []
  }

  /// The names of recordings there are for a file in `folder`.
  public func recordings(in subfolder: String?, by folder: String?) -> [String] {
    guard let folder else { return [] }
    let path = subfolder.map { folder + "/" + Self.plain($0) } ?? folder
    return Self.files(in: path).filter { name in
      Self.endings.contains { name.hasSuffix($0) }
    }.sorted()
  }

  /// What a recording of these words is called, without its ending: "May I be safe." is
  /// `may-i-be-safe`. At most 100 bytes, which every file system holds.
  public static func recordingName(of words: String) -> String {
    var name = ""
    for character in words.lowercased() where character != "'" && character != "\u{2019}" {
      let isKept = character.isLetter || character.isNumber
      if name.utf8.count + character.utf8.count > 100 { break }
      if isKept { name.append(character) } else if name.last != "-" { name.append("-") }
    }
    return String(name.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
  }

  private static func checked(
    _ written: String, inside folder: String
  ) throws(TextFileProblem) -> String {
    let name = NameOnDisk.spelled(written, in: folder)
    do throws(FileProblem) {
      _ = try OpenFile.reading(name, inside: folder)
    } catch {
      throw TextFileProblem(error, path: folder + "/" + name, name: name)
    }
    return Self.unlinked(folder) + "/" + name
  }

  /// The folder by a path that holds no link: whoever opens the recording later follows none.
  private static func unlinked(_ folder: String) -> String {
    guard let real = realpath(folder, nil) else { return folder }
    defer { free(real) }
    let path = String(cString: real)
    guard let here = realpath(".", nil) else { return path }
    defer { free(here) }
    // In the folder where the program runs, and below it, a path is told as it was given.
    let start = String(cString: here)
    guard !folder.hasPrefix("/"), path == start || path.hasPrefix(start + "/") else { return path }
    let rest = path.dropFirst(start.count + 1)
    return rest.isEmpty ? "." : String(rest)
  }

  /// A folder's name without the slashes at its end.
  private static func plain(_ folder: String) -> String {
    var folder = folder
    while folder.hasSuffix("/"), folder.count > 1 { folder.removeLast() }
    return folder
  }
}
