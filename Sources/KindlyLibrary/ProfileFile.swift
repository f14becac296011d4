import Glibc
public import KindlyLanguage

/// The listener's `me.profile`, where the configuration folder has it.
public struct ProfileFile: Sendable {
  /// The file's path, whether or not it is there.
  public let path: String

  /// The profile in these folders; nothing is opened yet.
  public init(in folders: Folders) { path = folders.config + "/me.profile" }

  /// The text; nil if there is none yet.
  /// - Throws: `TextFileProblem` if it is there and cannot be read.
  public func source() throws(TextFileProblem) -> Source? {
    do {
      return Source(path: path, bytes: try TextFile.read(path))
    } catch .missing {
      return nil
    } catch {
      throw error
    }
  }

  /// The settings and what is wrong with them; an empty profile if there is no file.
  /// - Throws: `TextFileProblem` if it is there and cannot be read.
  public func reading() throws(TextFileProblem) -> Reading<Profile> {
    read(profile: try source() ?? Source(path: path, bytes: []))
  }

  /// Replaces the text, whole or not at all, for the listener's eyes only. A link is followed, so
  /// that settings kept elsewhere stay there.
  public func replace(with text: String) throws(StateFileProblem) {
    try StateFile.replace(target, with: Array(text.utf8))
  }

  private var target: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
