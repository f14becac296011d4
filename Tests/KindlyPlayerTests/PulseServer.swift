import Foundation

/// A PulseAudio server of the test's own with a silent sink, and what arrived there.
final class PulseServer {
  private let folder: String
  private var server: pid_t = 0
  private var recorder: pid_t = 0

  /// Why there can be none here; nil if there can.
  static let missing: String? = {
    for program in ["pulseaudio", "parec"] where Child.path(of: program) == nil {
      return "\(program) is not installed"
    }
    return nil
  }()

  struct NotStarted: Error {}

  /// Starts a server and a recorder, and waits until the recorder hears (silence).
  ///
  /// `norewinds` is essential: without it the monitor begins two seconds late.
  init() throws {
    folder =
      FileManager.default.temporaryDirectory.appending(path: "pulse-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for key in ["XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH"] {
      setenv(key, folder, 1)
    }
    setenv("PULSE_COOKIE", folder + "/cookie", 1)
    setenv("PULSE_SERVER", "unix:\(folder)/sock", 1)
    server = try Child.start([
      "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
      "--resample-method=copy", "--log-level=0", "-L",
      "module-null-sink sink_name=test rate=48000 format=s16le channels=2 norewinds=1", "-L",
      "module-native-protocol-unix auth-anonymous=1 socket=\(folder)/sock",
    ])
    try wait { FileManager.default.fileExists(atPath: self.folder + "/sock") }
    recorder = try Child.start(
      ["parec", "-d", "test.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=2"],
      output: recording)
    try wait { !self.captured.isEmpty }
  }

  deinit {
    Child.end(recorder)
    Child.end(server)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The file that grows with what arrives.
  var recording: String { folder + "/captured.raw" }

  /// Ends the server as a crash would.
  func die() {
    Child.end(server)
    server = 0
  }

  /// What arrived, once so many samples follow the first that is not silent.
  func captured(atLeast count: Int) throws -> [Int16] {
    try wait { self.captured.drop { $0 == 0 }.count >= count }
    return captured
  }

  /// What arrived so far, as 16-bit numbers.
  var captured: [Int16] {
    let data = FileManager.default.contents(atPath: recording) ?? Data()
    return data.withUnsafeBytes { raw in
      (0..<raw.count / 2).map { raw.loadUnaligned(fromByteOffset: 2 * $0, as: Int16.self) }
    }
  }

  private func wait(_ condition: () -> Bool) throws {
    for _ in 0..<2_000 {
      if condition() { return }
      usleep(5_000)
    }
    throw NotStarted()
  }
}
