import CKindlyLinux
import Glibc

/// The browser that the user's desktop opens addresses with.
enum Browser {
  /// What is run: the shell ends at once and leaves the browser to the system.
  private static let script = """
    command -v xdg-open >/dev/null || exit 1
    xdg-open "$1" </dev/null >/dev/null 2>&1 &
    """

  /// Asks the desktop to open an address, and goes on; false if it has no way to.
  static func open(_ address: String) -> Bool {
    let words = ["sh", "-c", script, "kindly", address]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, nil, arguments, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return false } }
    return status == 0
  }
}
