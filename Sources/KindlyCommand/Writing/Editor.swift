import CKindlyLinux
import Glibc
import KindlyLanguage

/// The editor that the listener chose with `VISUAL` or `EDITOR`, else Debian's choice.
enum Editor {
  /// Opens a file in it and returns when it was closed.
  /// - Parameter saved: Called after each save, on this thread, while the editor is open.
  /// - Throws: `Failure` if it could not be run or gave up.
  static func open(_ path: String, saved: () -> Void = {}) throws(Failure) {
    let variable = ["VISUAL", "EDITOR"].first { !(value($0) ?? "").isEmpty }
    let editor = variable.flatMap(value) ?? "editor"
    guard run(editor, on: path, saved: saved) else {
      throw Failure(
        .unavailable,
        "I couldn't run \(visible(editor)). Set EDITOR to your editor, or open \(path) yourself.")
    }
  }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Runs the listener's editor to its end; false if it could not be run or gave up.
  ///
  /// EDITOR may hold options, so a shell splits it, as other programs do; the path is not part of
  /// what the shell reads.
  private static func run(_ editor: String, on path: String, saved: () -> Void) -> Bool {
    let words = ["sh", "-c", "exec \(editor) \"$1\"", "kindly", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    // While the editor has the terminal, Ctrl-C and Ctrl-\ are its business.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    var last = Stamp(of: path)
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status == 0 }
      if ended < 0, errno != EINTR { return false }
      let stamp = Stamp(of: path)
      if let stamp, stamp != last {
        last = stamp
        saved()
      }
      usleep(200_000)
    }
  }

  /// What changes when a file is saved, in place or by another that takes its name.
  private struct Stamp: Equatable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int

    init?(of path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return nil }
      inode = UInt64(facts.st_ino)
      size = Int64(facts.st_size)
      seconds = facts.st_mtim.tv_sec
      nanoseconds = facts.st_mtim.tv_nsec
    }
  }
}
