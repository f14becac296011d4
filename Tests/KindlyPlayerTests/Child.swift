import Foundation

/// Programs that a test starts.
enum Child {
  struct NotStarted: Error {}

  /// Whether this is a run under a sanitizer, many times slower and with an allocator of its own.
  static let isSanitized = dlsym(nil, "__tsan_init") != nil || dlsym(nil, "__asan_init") != nil

  /// Starts a program found by its path or through `PATH`; its output goes to a file.
  static func start(
    _ words: [String], output: String = "/dev/null", environment: [String: String] = [:]
  ) throws -> pid_t {
    guard let program = path(of: words[0]) else { throw NotStarted() }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, &arguments, &settings) == 0 else {
      throw NotStarted()
    }
    return process
  }

  /// Runs a program to its end; what it wrote.
  static func output(_ words: [String], environment: [String: String] = [:]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let process = try start(words, output: file, environment: environment)
    var status: CInt = 0
    waitpid(process, &status, 0)
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  /// Ends a program by force: a test's thread blocks other signals, and its children inherit that.
  static func end(_ process: pid_t) {
    guard process > 0 else { return }
    kill(process, SIGKILL)
    var status: CInt = 0
    waitpid(process, &status, 0)
  }

  /// Where a program is.
  static func path(of program: String) -> String? {
    if program.hasPrefix("/") { return program }
    return (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }
}
