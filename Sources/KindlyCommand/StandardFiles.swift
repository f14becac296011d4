import Glibc
import Synchronization

/// The three files every program is given by its shell.
enum StandardFiles {
  private static let outputIsOpen = Atomic(true)

  /// Whether results go anywhere: false if standard output was closed (`>&-`) at the start.
  static var hasOutput: Bool { outputIsOpen.load(ordering: .relaxed) }

  /// Opens the null device in place of those that were closed (`>&-`). Otherwise the next file that
  /// is opened takes their number, and words meant for a person go into it.
  static func ensureOpen() {
    for file in Int32(0)...2 where fcntl(file, F_GETFD) < 0 {
      if file == 1 { outputIsOpen.store(false, ordering: .relaxed) }
      // The lowest number that is free is this one.
      _ = open("/dev/null", O_RDWR)
    }
  }
}
