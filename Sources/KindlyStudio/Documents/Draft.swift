import KindlyBase
import KindlyFiles
import KindlyLibrary

/// What was typed and not yet saved, kept where a crash, a kill or an empty battery can't reach it.
///
/// A private file of the state folder for each path. Its first line says which text of the file the
/// draft began with, so that a file changed meanwhile is noticed. One thread at a time.
struct Draft: Sendable {
  /// What the file held when the draft began: its digest, or `-` where there was no file.
  var base: String
  /// What was typed.
  var text: String

  /// The folder of drafts in the folders of a user.
  static func folder(in folders: Folders) -> String { folders.state + "/drafts" }

  /// The mark of a text: equal texts have equal marks; `-` is none.
  static func mark(of bytes: [UInt8]?) -> String { bytes.map(SHA256.hex) ?? "-" }

  /// The name of the draft of a file, whatever is in the path.
  static func name(of path: String) -> String { SHA256.hex(Array(path.utf8)).prefix(32) + ".draft" }

  private static let opening = "kindly-draft 1 "

  /// Reads a draft; nil if there is none.
  static func read(_ path: String) -> Draft? {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let bytes = try? file.bytes(most: TextFile.limit * 2),
      let whole = String(validating: bytes, as: UTF8.self),
      let line = whole.unicodeScalars.firstIndex(of: "\n"), whole.hasPrefix(opening)
    else { return nil }
    return Draft(
      base: String(whole[..<line].dropFirst(opening.count)),
      text: String(whole.unicodeScalars[whole.unicodeScalars.index(after: line)...]))
  }

  /// Keeps it, whole or not at all. It survives the end of this program at once, and that of the machine
  /// when the system has written it.
  func write(to path: String) throws(FileProblem) {
    try Folder.make(Folder.parent(of: path))
    try WholeWrite.write(
      Array((Self.opening + base + "\n" + text).utf8), to: path, over: .fileOrLink, mode: 0o600,
      isFlushed: false)
  }
}
