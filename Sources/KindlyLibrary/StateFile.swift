import Glibc
import KindlyFiles
import KindlyBase
package import KindlyMessages

/// Small private files of the listener: written whole or not at all, readable by nobody else.
public enum StateFile {
  /// Replaces the file at `path` with `bytes`, making its folders where they are missing.
  ///
  /// Whoever reads meanwhile sees the old file or the new one. A link is replaced by the file, unless
  /// whoever calls has followed it; a device or FIFO is left alone.
  /// - Throws: `StateFileProblem` with the system's reason; the old file is then as it was.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(StateFileProblem) {
    try makeFolder(Folder.parent(of: path))
    do throws(FileProblem) {
      try WholeWrite.write(bytes, to: path, over: .fileOrLink, mode: 0o600)
    } catch {
      throw StateFileProblem(path, error.code)
    }
  }

  /// A plain file name for any text, FNV-1a in base 36. Two texts may have the same one, so the file says
  /// whose it is.
  static func name(of text: String) -> String {
    String(FNV1a.hash(text.utf8), radix: 36)
  }

  /// Removes a file; one that is not there is no mistake.
  static func remove(_ path: String) { unlink(path) }

  /// Makes a folder and those above it, for the user alone.
  public static func makeFolder(_ path: String) throws(StateFileProblem) {
    do {
      try Folder.make(path)
    } catch {
      throw StateFileProblem(path, error.code)
    }
  }
}

/// Why a file of the listener's could not be written.
public struct StateFileProblem: Error, Hashable, Sendable {
  /// The file or folder.
  public var path: String
  /// The system's error number.
  public var code: Int32

  /// Joins a path and an error number.
  public init(_ path: String, _ code: Int32) {
    self.path = path
    self.code = code
  }

  /// What to tell the user.
  public var sentence: String { message.text(in: .english) }

  /// The same in every language of the program.
  package var message: Message {
    let reason = String(cString: strerror(code))
    switch code {
    case ENOSPC, EDQUOT: return .diskFull(path)
    case EFBIG: return .fileTooLarge(path, reason)
    case ELOOP: return .isLink(path)
    case EINVAL: return .leftAlone(path)
    case EACCES, EPERM, EROFS: return .mayNotWrite(path, reason)
    default: return .couldNotWrite(path, reason)
    }
  }
}
