import Glibc

extension RecordingError {
  /// What a refusal of the operating system means for a person: the one place that reads `errno`.
  init(_ refusal: FileSystem.Refusal, path: String, folder: String) {
    self =
      switch refusal.code {
      case ENOENT: .noFolder(folder)
      case ENOTDIR: .notAFolder(folder)
      case EACCES, EPERM: .notAllowed(path: path, folder: folder)
      case EROFS: .readOnlyDisk(folder: folder)
      case EISDIR: .isFolder(path)
      case ENAMETOOLONG: .nameTooLong(path)
      case ENOSPC, EDQUOT: .diskFull(path: path)
      case EFBIG: .fileTooLarge(path: path)
      case EPIPE: .readerGone(path: path)
      default: .refused(operation: refusal.operation, path: path, code: refusal.code)
      }
  }
}
