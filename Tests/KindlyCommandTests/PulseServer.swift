import Foundation
import Glibc
import Testing

/// A sound server of a test's own: PulseAudio with a null sink whose samples are captured.
final class PulseServer {
  static let isInstalled = ["pulseaudio", "parec"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
  }

  private let program: Program
  private let server: Program.Running
  private let recorder: Program.Running
  private var isRunning = true

  /// Starts a server and waits until it records, so that no frame is lost.
  init(_ program: Program) throws {
    self.program = program
    let folder = program.folder
    for name in ["XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH"] {
      program.environment[name] = folder
    }
    program.environment["PULSE_COOKIE"] = folder + "/cookie"
    program.environment["PULSE_SERVER"] = "unix:\(folder)/sock"
    server = try program.start(
      "/usr/bin/pulseaudio",
      [
        "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
        "--resample-method=copy",
        "-L", "module-null-sink sink_name=test rate=48000 format=s16le channels=2 norewinds=1",
        "-L", "module-native-protocol-unix auth-anonymous=1 socket=\(folder)/sock",
      ])
    try wait("the server's socket") { FileManager.default.fileExists(atPath: folder + "/sock") }
    recorder = try program.start(
      "/usr/bin/parec",
      ["-d", "test.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=2"])
    let recording = recorder.output
    try wait("the first captured frame") {
      (try? FileManager.default.attributesOfItem(atPath: recording))?[.size] as? Int ?? 0 > 0
    }
  }

  deinit { end() }

  /// Everything that was heard; ends the server.
  func captured() throws -> WaveFile {
    // What was heard last is on its way from the server to the recorder's file: half a second of
    // silence behind it shows that it has arrived.
    let before = size
    try wait("the last captured frame") { self.size >= before + 96_000 }
    end()
    return WaveFile(FileManager.default.contents(atPath: recorder.output) ?? Data())
  }

  private var size: Int {
    (try? FileManager.default.attributesOfItem(atPath: recorder.output))?[.size] as? Int ?? 0
  }

  private func end() {
    guard isRunning else { return }
    isRunning = false
    for process in [recorder, server] {
      kill(process.process, SIGTERM)
      _ = process.outcome()
    }
  }
}
