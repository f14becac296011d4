import Foundation

/// A message bus of this test's own, ended by its process id.
final class PrivateBus {
  let address: String
  private let process: pid_t
  private let folder: String

  /// Starts a bus; nil where dbus is not installed.
  init?() {
    folder = FileManager.default.temporaryDirectory.path + "/kindly-bus-\(UUID().uuidString)"
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/dbus-daemon"),
      (try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)) != nil
    else { return nil }
    address = "unix:path=\(folder)/bus"
    let told = Pipe()
    guard
      let process = spawn(
        [
          "/usr/bin/dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=\(address)",
          "--print-address",
        ], output: told.fileHandleForWriting.fileDescriptor)
    else { return nil }
    self.process = process
    // It tells its address once it listens. Its socket is there a moment before that, and refuses.
    try? told.fileHandleForWriting.close()
    guard !told.fileHandleForReading.availableData.isEmpty else { return nil }
    setenv("DBUS_SESSION_BUS_ADDRESS", address, 1)
  }

  deinit {
    kill(process, SIGTERM)
    waitpid(process, nil, 0)
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// Starts a program; nil where it is not there.
func spawn(_ words: [String], output: Int32? = nil) -> pid_t? {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
  // Threads of the test runner block signals, which a child would inherit.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  let arguments = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var process: pid_t = 0
  return posix_spawn(&process, words[0], &actions, &attributes, arguments, environ) == 0
    ? process : nil
}
