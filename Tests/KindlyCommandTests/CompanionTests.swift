import Foundation
import Glibc
import Testing

/// The player without a picture: signals, pipes, plain words, and the desktop.
@Suite(.besideOthers) struct CompanionTests {
  /// Starts a sitting whose events go to a file, and waits for its first words.
  func sitting(
    _ program: Program, _ arguments: String...
  ) throws -> Program.Running {
    try program.writeQuietPractice()
    let device = try program.pacedDevice()
    let running = try program.start(
      Program.path, ["play", "quiet.practice", "--device", device, "--json"] + arguments)
    try wait("the first words") { try told(running).contains { $0.contains("\"speech\"") } }
    return running
  }

  func told(_ running: Program.Running) throws -> [String] {
    String(
      decoding: FileManager.default.contents(atPath: running.output) ?? Data(), as: UTF8.self
    ).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal fades out, keeps the place and ends by itself`(number: Int32) throws {
    let program = try Program()
    let running = try sitting(program, "--from", "Wishes")
    kill(running.process, number)
    #expect(running.outcome().code == 128 + number)
    let again = try sitting(program, "--resume")
    let first = try #require(try told(again).first { $0.contains("\"frame\"") })
    kill(again.process, SIGTERM)
    _ = again.outcome()
    // The section before it is not told again: the place lies behind its start.
    #expect(!first.contains("Arriving"))
  }

  @Test func `a place that can't be kept is told with the way to go on from there`() throws {
    let program = try Program()
    program.environment["XDG_STATE_HOME"] = "/proc/nowhere"
    let running = try sitting(program)
    kill(running.process, SIGTERM)
    let outcome = running.outcome()
    #expect(outcome.code == 128 + SIGTERM)
    #expect(outcome.errors.contains("/proc/nowhere"), "\(outcome.errors)")
    #expect(outcome.errors.contains("`--from 0:"), "\(outcome.errors)")
  }

  @Test func `a second signal ends at once`() throws {
    let running = try sitting(try Program())
    kill(running.process, SIGTERM)
    kill(running.process, SIGINT)
    #expect(running.outcome().code >= 128)
  }

  /// The device stands still, or never returns from a call, after ten seconds of the session.
  @Test(arguments: ["stall", "hang"])
  func `one signal ends a sit whose device never takes a sample again`(fault: String) throws {
    let program = try Program()
    try program.write("Bell: none\n\n[bell woodblock]\n[1h]\n", to: "long.practice")
    let device = try program.pacedDevice("speed 20\npatient\nat 480000 \(fault) 600000")
    // `timeout` passes the signal on, and ends for good what one signal does not end.
    let running = try program.start(
      "/usr/bin/timeout",
      ["-s", "KILL", "60", Program.path, "play", "long.practice", "--quiet", "--device", device])
    let log = program.folder + "/device/log"
    try wait("the fault") {
      String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
        .contains(fault)
    }
    kill(running.process, SIGTERM)
    #expect(running.outcome().code == 128 + SIGTERM)
    #expect(try program.run("journal").output.contains("long"))
  }

  @Test func `a bus that takes calls and never answers holds up nothing`() throws {
    let program = try Program()
    let path = program.folder + "/mute"
    let mute = socketFile(at: path)
    defer { close(mute) }
    #expect(listen(mute, 8) == 0)
    program.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=\(path)"
    program.environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=\(path)"
    let running = try sitting(program)
    kill(running.process, SIGTERM)
    #expect(running.outcome().code == 128 + SIGTERM)
  }

  @Test(arguments: ["--json", "--plain"])
  func `a device that goes away is waited for, and both are told`(manner: String) throws {
    let program = try Program()
    try program.writeQuietPractice()
    let device = try program.pacedDevice("speed 20\npatient\nat 480000 unplug 300")
    let outcome = try program.run("play", "quiet.practice", "--device", device, manner)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let told = outcome.output + outcome.errors
    let words =
      manner == "--json"
      ? ["\"device-lost\"", "\"device-back\"", "\"finished\""]
      : ["The sound device is gone.", "The sound device is back.", "The end, after"]
    let places = try words.map { try #require(told.range(of: $0), "\(told)").lowerBound }
    #expect(places == places.sorted())
  }

  @Test(
    .enabled(
      if: ["/usr/bin/dbus-daemon", "/usr/bin/playerctl"]
        .allSatisfy(FileManager.default.isExecutableFile(atPath:)),
      "needs the Debian packages dbus and playerctl"))
  func `playerctl drives a real sitting`() throws {
    let program = try Program()
    let address = "unix:path=\(program.folder)/bus"
    let bus = try program.start(
      "/usr/bin/dbus-daemon",
      ["--session", "--nofork", "--nopidfile", "--address=\(address)", "--print-address"])
    defer {
      kill(bus.process, SIGTERM)
      _ = bus.outcome()
    }
    // It tells its address once it listens, a moment after its socket is there.
    try wait("the bus") { try !told(bus).isEmpty }
    program.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    let running = try sitting(program)
    func playerctl(_ arguments: String...) throws -> String {
      let outcome = try program.start("/usr/bin/playerctl", arguments).outcome()
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output.trimmingCharacters(in: .newlines)
    }
    // It appears a moment after it began.
    let list = { try program.start("/usr/bin/playerctl", ["--list-all"]).outcome().output }
    try wait("a player") { try list() == "kindly\n" }
    #expect(try playerctl("status") == "Playing")
    #expect(try playerctl("metadata", "album") == "A quiet minute")
    _ = try playerctl("pause")
    try wait("a pause") { try told(running).contains { $0.contains("\"paused\"") } }
    #expect(try playerctl("status") == "Paused")
    _ = try playerctl("position", "40")
    _ = try playerctl("play")
    try wait("going on") { try told(running).contains { $0.contains("\"resumed\"") } }
    #expect((Double(try playerctl("position")) ?? 0) >= 40)
    _ = try playerctl("stop")
    #expect(running.outcome().code == 0)
    #expect(try told(running).last?.contains("\"finished\"") == true)
  }
}
