import Glibc
import KindlyFiles
import KindlyBase
package import KindlyMessages

/// Reads a text that may come from anywhere: regular files only, never more than a limit.
///
/// A FIFO would block and a device would never end, so the kind of file is looked at before the
/// first byte is read, on the same descriptor.
public enum TextFile {
  /// The largest text, in bytes: the language's limit and one byte, so that its reader reports it.
  public static let limit = 1 << 20

  /// Reads the file at `path`, at most one byte more than `most`; `-` is standard input.
  /// - Throws: `TextFileProblem` with the system's reason.
  public static func read(
    _ path: String, most: Int = limit
  ) throws(TextFileProblem) -> [UInt8] {
    do throws(FileProblem) {
      if path == "-" { return try OpenFile.bytes(of: 0, most: most + 1) }
      return try contents(of: try OpenFile.reading(path), most: most)
    } catch {
      throw TextFileProblem(error, path: path == "-" ? "standard input" : path)
    }
  }

  /// Reads `name` inside `folder`, following no link out of it and no `..`.
  ///
  /// Every part of the name is opened in the folder before it without following links, so that a
  /// downloaded session cannot name a file outside its own folder.
  public static func read(
    _ name: String, inside folder: String
  ) throws(TextFileProblem) -> [UInt8] {
    do throws(FileProblem) {
      return try contents(of: try OpenFile.reading(name, inside: folder))
    } catch {
      throw TextFileProblem(error, path: folder + "/" + name, name: name)
    }
  }

  private static func contents(
    of file: borrowing OpenFile, most: Int = limit
  ) throws(FileProblem) -> [UInt8] {
    try OpenFile.bytes(of: file.descriptor, most: most + 1)
  }
}

/// Why a text could not be read.
public enum TextFileProblem: Error, Hashable, Sendable {
  /// Nothing there.
  case missing(String)
  /// A folder.
  case folder(String)
  /// A device, FIFO or socket.
  case notRegular(String)
  /// An absolute name, `..`, or a link that leads out of the folder.
  case outside(String)
  /// The system refused, with its reason.
  case unreadable(String, reason: String)

  /// What to tell the user.
  public var sentence: String { message.text(in: .english) }

  /// The same in every language of the program.
  package var message: Message {
    switch self {
    case .missing(let path): .noFile(path)
    case .folder(let path): .isFolder(path)
    case .notRegular(let path): .isNoOrdinaryFile(path)
    case .outside(let name): .leadsOut(name)
    case .unreadable(let path, let reason): .unreadableFile(path, reason)
    }
  }
}

extension TextFileProblem {
  /// What a file's problem means for whoever wanted its text.
  /// - Parameters:
  ///   - path: the whole path.
  ///   - name: the name as it was given, where that is less.
  init(_ problem: FileProblem, path: String, name: String? = nil) {
    switch problem {
    case .missing: self = .missing(path)
    case .folder: self = .folder(path)
    case .notRegular: self = .notRegular(path)
    case .outside: self = .outside(name ?? path)
    case .tooLarge, .exists, .refused:
      self = .unreadable(path, reason: String(cString: strerror(problem.code)))
    }
  }
}
