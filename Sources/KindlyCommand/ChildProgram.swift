import CKindlyLinux
import Glibc

/// Another program, started without a shell: it gets its words and the environment, reads nothing, and
/// writes where messages go. No other file that is open here is open there.
struct ChildProgram {
  /// Its file.
  let path: String
  /// How it was named, and what it is told.
  let words: [String]

  /// Finds the program as a shell would: a name in the folders of `PATH`, or a path.
  /// - Returns: nil where there is no such program, or it may not be run.
  init?(_ words: [String]) {
    guard let name = words.first, !name.isEmpty else { return nil }
    let path = name.contains("/") ? name : Self.found(name)
    guard let path, Self.isProgram(path) else { return nil }
    self.path = path
    self.words = words
  }

  /// How it ended.
  enum Ending: Equatable {
    case code(Int32)
    case signal(Int32)
    /// The system didn't start it, with its reason.
    case notStarted(Int32)
    /// It was still busy when nobody waited any longer; it was asked to end.
    case late

    var isGood: Bool { self == .code(0) }
  }

  /// Runs it to its end, whatever that takes, or for so many seconds at most.
  /// - Parameter isSilent: whether what it writes is thrown away.
  func run(atMost seconds: Double? = nil, isSilent: Bool = false) -> Ending {
    let process: pid_t
    switch start(isSilent: isSilent) {
    case .failure(let problem): return .notStarted(problem.code)
    case .success(let number): process = number
    }
    var status: Int32 = 0
    guard let seconds else {
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return Self.ending(status)
    }
    for _ in 0..<Int(seconds * 100) {
      if waitpid(process, &status, WNOHANG) == process { return Self.ending(status) }
      usleep(10_000)
    }
    kill(process, SIGTERM)
    return .late
  }

  private struct StartRefused: Error { let code: Int32 }

  private func start(isSilent: Bool) -> Result<pid_t, StartRefused> {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    if isSilent { posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0) }
    // Standard output carries results for other programs, and nothing else.
    posix_spawn_file_actions_adddup2(&files, 2, 1)
    kindly_close_from(&files, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that are ignored or held back here mean what they usually do there.
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &files, &attributes, arguments, environ)
    return code == 0 ? .success(process) : .failure(StartRefused(code: code))
  }

  private static func ending(_ status: Int32) -> Ending {
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }

  private static func found(_ name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
