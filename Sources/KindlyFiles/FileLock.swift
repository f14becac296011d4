import Glibc

/// A lock that programs which change the same file agree upon.
public enum FileLock {
  /// Waits for the other writers, who need milliseconds; for half a minute at most.
  /// - Throws: `FileProblem.refused` with `EWOULDBLOCK` if somebody holds it longer.
  public static func take(_ file: borrowing OpenFile) throws(FileProblem) {
    for _ in 0..<3000 {
      if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      // Some network disks have no locks. A line is written at once, and that must do there.
      if [ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL].contains(errno) { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw FileProblem(code: errno) }
      usleep(10_000)
    }
    throw .refused(code: EWOULDBLOCK)
  }

  /// Lets the others go on.
  public static func release(_ file: borrowing OpenFile) { flock(file.descriptor, LOCK_UN) }
}
