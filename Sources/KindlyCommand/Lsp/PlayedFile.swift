import Glibc
import Synchronization

/// A file that is played for an editor, by this program once more: one at a time.
final class PlayedFile: Sendable {
  private let child = Mutex<pid_t?>(nil)

  /// Plays a practice from a line on, counted from 1; what was played before ends.
  func play(_ path: String, line: Int) {
    stop()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Standard output is the editor's; what is said about the playing goes where its log is.
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    // A path may begin with a dash; one of an editor is absolute.
    let words = ["kindly", "play", "--quiet", "--line", String(max(1, line)), "--", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, environ) == 0 else {
      return
    }
    child.withLock { $0 = process }
  }

  /// Ends what is played, gently; waits a moment for it.
  func stop() {
    child.withLock { child in
      guard let process = child else { return }
      child = nil
      kill(process, SIGTERM)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
  }
}
