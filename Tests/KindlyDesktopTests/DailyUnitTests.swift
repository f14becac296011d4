import Foundation
import Testing

@testable import KindlyDesktop

/// The units of systemd, in a folder of the test's own; no systemd runs.
@Suite struct DailyUnitTests {
  private let settings =
    FileManager.default.temporaryDirectory.path + "/kindly-units-\(UUID().uuidString)"
  private let time: DailyTime

  init() throws { time = try #require(DailyTime(hour: 6, minute: 30)) }

  private func unit(_ words: [String] = ["play", "metta"], folder: String? = nil) -> DailyUnit {
    DailyUnit(
      at: time, command: ["/bin/true"] + words, told: words.joined(separator: " "), folder: folder,
      variables: ["XDG_DATA_HOME=/home/mira/my 100% data"])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: settings + "/systemd/user/" + name, encoding: .utf8)
  }

  @Test func `words are read back by systemd as they were`() {
    #expect(UnitText.word("plain") == "\"plain\"")
    #expect(UnitText.word(#"a "b" \c $HOME 50% ;"#) == #""a \"b\" \\c $HOME 50%% ;""#)
    #expect(UnitText.word("one\ntwo\t\u{1B}\u{7F}") == #""one\ntwo\t\x1b\x7f""#)
    #expect(UnitText.word("") == "\"\"")
    #expect(UnitText.word("Güte 慈") == "\"Güte 慈\"")
    #expect(UnitText.value("/a 50%") == "/a 50%%")
    #expect(UnitText.text(ofValue: "/a 50%%") == "/a 50%")
    for bad in ["/a\\", "/a ", " /a", "/a\nb", "/a\u{1}"] { #expect(UnitText.value(bad) == nil) }
    #expect(DailyUnit.isFolder("/home") && !DailyUnit.isFolder("home"))
  }

  @Test func `a unit is written, listed and removed without a trace`() throws {
    defer { try? FileManager.default.removeItem(atPath: settings) }
    let units = DailyUnits(inSettings: settings)
    #expect(units.entries().isEmpty)
    try units.write(unit(["play", "metta", "--set", "place=50%"]))
    let evening = try #require(DailyTime(hour: 5, minute: 7))
    try units.write(DailyUnit(at: evening, command: ["/bin/true"], told: "sit 20m"))
    #expect(
      units.entries() == [
        DailyUnits.Entry(time: evening, told: "sit 20m"),
        DailyUnits.Entry(time: time, told: "play metta --set place=50%"),
      ])
    #expect(try text("kindly-daily-0630.timer").contains("\nOnCalendar=*-*-* 06:30:00\n"))
    let link = settings + "/systemd/user/timers.target.wants/kindly-daily-0630.timer"
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link)
        == "../kindly-daily-0630.timer")
    try units.remove(time)
    try units.remove(evening)
    let left = FileManager.default.enumerator(atPath: settings)?.compactMap { $0 as? String }
    #expect(left?.sorted() == ["systemd", "systemd/user", "systemd/user/timers.target.wants"])
  }

  @Test func `ours is replaced; what somebody else wrote or changed is left alone`() throws {
    defer { try? FileManager.default.removeItem(atPath: settings) }
    let units = DailyUnits(inSettings: settings)
    try units.write(unit())
    try units.write(unit(["sit", "5m"]))
    #expect(units.entries().map(\.told) == ["sit 5m"])
    let path = settings + "/systemd/user/kindly-daily-0630.service"
    let mine = try text("kindly-daily-0630.service")
    for (other, problem) in [
      (mine + "Nice=5\n", DailyProblem.changed(path: path, time: time)),
      ("[Service]\nExecStart=/bin/true\n", .foreign(path: path)), ("", .foreign(path: path)),
    ] {
      try Data(other.utf8).write(to: URL(filePath: path))
      #expect(throws: problem) { try units.write(unit()) }
      #expect(throws: problem) { try units.remove(time) }
      #expect(try text("kindly-daily-0630.service") == other)
    }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/null")
    #expect(throws: DailyProblem.foreign(path: path)) { try units.write(unit()) }
    #expect(units.entries().map(\.told) == ["sit 5m"])
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze"),
      "needs the Debian package systemd"))
  func `systemd finds nothing wrong with units of strange words`() throws {
    defer { try? FileManager.default.removeItem(atPath: settings) }
    let units = DailyUnits(inSettings: settings)
    let words = [
      "play", "a \"b\" \\c", "$HOME ${X} 50% %h", ";", "one\ntwo\u{1B}", "慈 'ü'", "", "@x", "{",
    ]
    try units.write(unit(words.map { $0 }, folder: "/tmp"))
    let folder = settings + "/systemd/user/"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
    process.arguments =
      ["--user", "verify"] + ["service", "timer"].map { folder + "kindly-daily-0630." + $0 }
    process.environment = ["XDG_RUNTIME_DIR": settings, "HOME": settings, "PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let told = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(!told.contains("kindly-daily"), "\(told)")
    #expect(process.terminationStatus == 0, "\(told)")
  }
}
