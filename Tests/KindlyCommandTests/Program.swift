import Foundation
import Glibc

/// The built program, run as its user would run it: in a folder of its own, with folders of its own.
final class Program {
  /// Where it runs, and where its XDG folders are.
  let folder: String
  /// Variables beside those every run has.
  var environment: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/kindly-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What a run left behind.
  struct Outcome {
    /// The exit code, or 128 and the signal.
    var code: Int32
    var output: String
    var errors: String
  }

  /// A run that has begun.
  struct Running {
    let process: pid_t
    let output: String
    let errors: String

    /// Waits for the end.
    func outcome() -> Outcome {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
      let signal = status & 0x7F
      return Outcome(
        code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: read(output),
        errors: read(errors))
    }

    private func read(_ path: String) -> String {
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: folder + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Writes a program into the folder. A shell writes it: a file that this process has open for writing
  /// goes on to whatever another test starts at that moment, and can't be started meanwhile.
  func write(program text: String, to name: String) throws {
    let line = #"mkdir -p "$(dirname "$0")" && cat >"$0" && chmod 700 "$0""#
    let outcome = try start("sh", ["-c", line, name], input: text).outcome()
    guard outcome.code == 0 else { throw POSIXError(.EIO) }
  }

  /// Runs the program to its end. `input` is its standard input, nothing unless given.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try start(Self.path, arguments, input: input).outcome()
  }

  /// Starts any program in the folder, with standard output and error to files.
  func start(
    _ executable: String, _ arguments: [String], input: String = ""
  ) throws -> Running {
    let mark = UUID().uuidString
    let files = ["input", "output", "errors"].map { folder + "/.\($0)-\(mark)" }
    try Data(input.utf8).write(to: URL(filePath: files[0]))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)
    // Threads of the test runner block signals, which the program would inherit.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = (["env", "-C", folder, executable] + arguments).map { strdup($0) } + [nil]
    let variables = self.variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    return Running(process: process, output: files[1], errors: files[2])
  }

  /// The environment of a run: nothing of this machine's user, no sound device by accident.
  var variables: [String: String] {
    let own = ProcessInfo.processInfo.environment
    // Where the lines are counted that tests reach, all runs count into one file while they run
    // (%c, %m): so a signal loses nothing of it.
    let profile = own["KINDLY_PROFILES"].map { ["LLVM_PROFILE_FILE": $0 + "/%m%c.profraw"] }
    // What a sanitizer was told is for the program as well.
    let sanitizer = own.filter { ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key) }
    return [
      "HOME": folder, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
      "SWIFT_BACKTRACE": "enable=no", "LD_LIBRARY_PATH": own["LD_LIBRARY_PATH"] ?? "",
    ].merging(profile ?? [:]) { $1 }.merging(sanitizer) { $1 }.merging(environment) { $1 }
  }

  /// The built program, beside the test runner.
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    // The runner is .build/…/debug/NAME.xctest, or a helper of the toolchain that names it.
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? own
    return URL(filePath: bundle).deletingLastPathComponent().path + "/kindly"
  }()
}
