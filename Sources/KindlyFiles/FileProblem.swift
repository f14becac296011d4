import Glibc

/// Why a file can't be used. The path is known to whoever asked, and so are the words for a person.
public enum FileProblem: Error, Hashable, Sendable {
  /// Nothing has this name.
  case missing
  /// A folder has this name.
  case folder
  /// A device, FIFO or socket has this name: reading could wait for ever or never end.
  case notRegular
  /// The name is absolute, holds `..`, or a link leads where none may.
  case outside
  /// The file has more bytes than it may have.
  case tooLarge(most: Int)
  /// The name is taken, and what has it was to stay.
  case exists
  /// The system refused, with its error number.
  case refused(code: Int32)

  /// What an error number of the system means.
  init(code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing
    case EISDIR: self = .folder
    case EEXIST: self = .exists
    // A socket, or a FIFO that nobody reads.
    case ENXIO: self = .notRegular
    default: self = .refused(code: code)
    }
  }

  /// The error number that says this best, for callers that tell the system's reason.
  public var code: Int32 {
    switch self {
    case .missing: ENOENT
    case .folder: EISDIR
    case .notRegular: EINVAL
    case .outside: ELOOP
    case .tooLarge: EFBIG
    case .exists: EEXIST
    case .refused(let code): code
    }
  }
}
