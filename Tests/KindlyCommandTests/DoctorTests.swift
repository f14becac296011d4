import Foundation
import Testing

/// `kindly doctor` in broken surroundings: each finding names what is wrong and what to do.
@Suite(.besideOthers) struct DoctorTests {
  private let program: Program

  init() throws {
    program = try Program()
    // Surroundings in which all is well: the usual device is one that plays.
    _ = try program.pacedDevice()
    let alsa = program.folder + "/alsa.conf"
    try program.write(
      try String(contentsOfFile: alsa, encoding: .utf8)
        + "\npcm.!default { type paced folder \"\(program.folder)/device\" }\n", to: "alsa.conf")
  }

  private struct Finding: Decodable {
    var well: Bool
    var state: String
    var seen: String
    var advice: String?
  }

  /// What one part of the examination finds, and how the program ended.
  private func examine(_ part: String) throws -> (findings: [Finding], code: Int32) {
    let outcome = try program.run("doctor", "--json")
    let parts = try JSONDecoder().decode(
      [String: [Finding]].self, from: Data(outcome.output.utf8))
    return (try #require(parts[part]), outcome.code)
  }

  /// The one finding of a part that can be mended.
  private func ill(_ part: String) throws -> Finding {
    let (findings, code) = try examine(part)
    #expect(code == 69)
    let ill = findings.filter { !$0.well }
    #expect(ill.count == 1, "\(findings)")
    return try #require(ill.first)
  }

  // MARK: - All is well

  @Test func `where all is well nothing is marked and the result is 0`() throws {
    let outcome = try program.run("doctor")
    #expect(outcome.code == 0, "\(outcome.output)")
    #expect(!outcome.output.contains("!!"))
    for heading in ["Sound", "Voices", "Folders", "Your files", "Library", "Terminal"] {
      #expect(outcome.output.contains("\(heading)\n  ok"), "\(outcome.output)")
    }
  }

  @Test func `a voice of a program that is not installed is noted and no lack`() throws {
    let (findings, code) = try examine("speech")
    #expect(code == 0)
    let piper = try #require(findings.first { $0.seen.hasPrefix("piper ") })
    #expect(piper.state == "noted")
    #expect(piper.advice?.contains("nstall") == true)
  }

  // MARK: - Sound

  @Test func `no sound device can be mended, and is told first`() throws {
    try program.write("pcm.!default { type hw card 99 }\n", to: "alsa.conf")
    let (findings, code) = try examine("sound")
    #expect(code == 69)
    #expect(findings[0].seen.contains("No sound device was found"))
    #expect(findings[0].advice?.contains("kindly render") == true)
  }

  @Test func `a sound server that left its socket behind is told how to start`() throws {
    // A folder of its own with a short name: a socket's path has room for 107 bytes.
    let runtime = "/tmp/kd-\(UUID().uuidString.prefix(8))"
    defer { try? FileManager.default.removeItem(atPath: runtime) }
    try FileManager.default.createDirectory(
      atPath: runtime + "/pulse", withIntermediateDirectories: true)
    close(socketFile(at: runtime + "/pulse/native"))
    program.environment["XDG_RUNTIME_DIR"] = runtime
    let finding = try ill("sound")
    #expect(finding.seen.contains("PulseAudio does not answer"))
    #expect(finding.advice == "Start it with: pulseaudio --start")
  }

  @Test(.enabled(if: PulseServer.isInstalled, "pulseaudio is not installed"))
  func `a sound server that answers is named`() throws {
    let server = try PulseServer(program)
    let (findings, _) = try examine("sound")
    #expect(findings.contains { $0.seen.hasPrefix("PulseAudio answers at") })
    _ = server
  }

  @Test(.enabled(if: geteuid() == 0, "needs root, to give a right away"))
  func `where nothing gives the audio thread priority, RealtimeKit is offered`() throws {
    program.environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nonexistent/bus"
    let words = ["--bounding-set", "-sys_nice", Program.path, "doctor", "--json"]
    let outcome = try program.start("/usr/bin/setpriv", words).outcome()
    let parts = try JSONDecoder().decode(
      [String: [Finding]].self, from: Data(outcome.output.utf8))
    let finding = try #require(parts["sound"]?.first { $0.seen.contains("audio thread") })
    #expect(finding.state == "noted")
    #expect(finding.advice?.contains("apt-get install rtkit") == true)
  }

  // MARK: - Other surroundings

  /// Whether surroundings can be made that nobody else sees: as root, and where mounting is allowed.
  private static let canMount: Bool = {
    guard geteuid() == 0, let program = try? Program() else { return false }
    let words = ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return (try? program.start("/usr/bin/unshare", words).outcome().code) == 0
  }()

  /// What a part finds behind some mounts, made by a shell in a name space of its own.
  private func ill(_ part: String, behind mounts: String) throws -> [Finding] {
    let shell = "\(mounts) '\(Program.path)' doctor --json"
    let outcome = try program.start("/usr/bin/unshare", ["-m", "sh", "-ec", shell]).outcome()
    let parts = try JSONDecoder().decode(
      [String: [Finding]].self, from: Data(outcome.output.utf8))
    #expect(outcome.code == 69)
    return (parts[part] ?? []).filter { !$0.well }
  }

  @Test(.enabled(if: canMount, "needs to mount"))
  func `a disk with no room is told with what can be forgotten`() throws {
    let findings = try ill(
      "folders", behind: "mkdir -p .cache; mount -t tmpfs -o size=2m tmpfs .cache;")
    let finding = try #require(findings.first)
    #expect(finding.seen.hasPrefix("The disk of the cache has 2 MB left"))
    #expect(finding.advice?.contains("kindly cache clear") == true)
  }

  @Test(.enabled(if: canMount, "needs to mount"))
  func `a folder on a disk that can only be read is told`() throws {
    let findings = try ill(
      "folders",
      behind: "mkdir -p .cache/kindly; mount -t tmpfs -o ro tmpfs .cache/kindly;")
    #expect(try #require(findings.first).seen.contains("can't be written (Read-only file system)"))
  }

  @Test(.enabled(if: canMount, "needs to mount"))
  func `a sound card of another group is told with the group to join`() throws {
    let findings = try ill(
      "sound",
      behind: """
        mount -t tmpfs tmpfs /mnt; mkdir /mnt/snd; touch /mnt/snd/pcmC0D0p /mnt/null
        chmod 660 /mnt/snd/pcmC0D0p; mount --bind /dev/null /mnt/null; mount --bind /mnt /dev
        setpriv --reuid 65534 --regid 65534 --clear-groups
        """)
    // That user may not use the test's own device either, which is told first.
    let finding = try #require(findings.last)
    #expect(finding.seen == "You may not use the sound card itself (/dev/snd/pcmC0D0p).")
    #expect(finding.advice?.contains("usermod -aG audio") == true)
  }

  // MARK: - Voices

  @Test func `a library of espeak-ng that can't be opened is told once`() throws {
    try program.spoil(library: "libespeak-ng.so.1")
    let finding = try ill("speech")
    #expect(finding.seen.contains("is not installed, or can't be opened"))
    #expect(finding.advice?.contains("apt-get install") == true)
  }

  /// A folder of espeak-ng data that differs from the machine's own in one file.
  private func espeakData(_ change: (String) throws -> Void) throws {
    let system = try #require(
      ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/share"]
        .map { $0 + "/espeak-ng-data" }.first { FileManager.default.fileExists(atPath: $0) })
    let own = program.folder + "/espeak/espeak-ng-data"
    try FileManager.default.createDirectory(
      atPath: program.folder + "/espeak", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: system, toPath: own)
    try change(own)
    program.environment["ESPEAK_DATA_PATH"] = program.folder + "/espeak"
  }

  @Test(arguments: ["phondata", "phonindex", "phontab", "intonations"])
  func `truncated espeak-ng data is told once, with the package to install`(file: String) throws {
    try espeakData { try Data().write(to: URL(filePath: $0 + "/" + file)) }
    let finding = try ill("speech")
    #expect(finding.advice?.hasSuffix("--reinstall libespeak-ng1 espeak-ng-data") == true)
  }

  @Test func `a voice of the listener's own that espeak-ng does not have is told with a near name`()
    throws
  {
    try program.write(
      "Name: Mine\nLanguage: en\nEngine: espeak-ng\nVoice: en-us-nyx\n",
      to: ".local/share/kindly/Voices/Narrators/mine.voice")
    let finding = try ill("speech")
    #expect(finding.seen.hasPrefix("mine: espeak-ng has no voice \"en-us-nyx\""))
    #expect(finding.advice?.contains("en-us") == true)
  }

  // MARK: - Folders

  @Test func `a folder of another owner is told`() throws {
    let cache = program.folder + "/.cache/kindly"
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    try #require(geteuid() != 0 || chown(cache, 65534, 65534) == 0)
    guard geteuid() == 0 else { return }
    let finding = try ill("folders")
    #expect(finding.seen.contains("belongs to nobody"))
    #expect(finding.advice?.contains("without sudo") == true)
  }

  @Test func `a file where a folder should be is told with a way to put it elsewhere`() throws {
    try program.write("", to: ".cache/kindly")
    let finding = try ill("folders")
    #expect(finding.seen.hasSuffix(".cache/kindly is not a folder."))
    #expect(finding.advice?.hasPrefix("Put it elsewhere: mv '") == true)
  }

  @Test(arguments: ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"])
  func `a relative XDG variable is not followed, which is told`(name: String) throws {
    program.environment[name] = "here"
    let finding = try ill("folders")
    #expect(finding.seen.hasPrefix("\(name) is \"here\", which is not an absolute path"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/here/kindly"))
  }

  @Test func `without a home it is told that nothing is kept`() throws {
    program.environment["HOME"] = "somewhere"
    let finding = try ill("folders")
    #expect(finding.seen.hasPrefix("HOME is not set"))
  }

  // MARK: - The listener's files

  @Test func `a profile with problems is told with the command that shows them`() throws {
    try program.write("Nmae: Ann\n", to: ".config/kindly/me.profile")
    let finding = try ill("own")
    let command = try #require(finding.advice?.split(separator: ": ").last)
    let check = try program.start("/bin/sh", ["-c", "\(Program.path) \(command.dropFirst(7))"])
      .outcome()
    #expect(check.output.contains("Nmae"), "\(check.errors)")
  }

  @Test func `lines of the journal that can't be read are counted`() throws {
    #expect(try program.run("journal", "--add", "Sitting", "--length", "20m").code == 0)
    let journal = program.folder + "/.local/state/kindly/journal.jsonl"
    let lines = try String(contentsOfFile: journal, encoding: .utf8)
    try program.write(lines + "half a li\n{\n", to: ".local/state/kindly/journal.jsonl")
    let finding = try ill("own")
    #expect(finding.seen == "2 lines of your journal can't be read; 1 sit can.")
  }

  @Test func `a course's place that says nothing is told with the way to begin anew`() throws {
    try program.write("Course: first-week\nDay: many\n", to: ".local/state/kindly/course")
    #expect(try ill("own").advice?.contains("kindly course start") == true)
  }

  // MARK: - The library

  private static let broken = [
    ("Sessions/evening.practice", "practice"), ("Sessions/Phrases/mine.phrases", "phrase set"),
    ("Sessions/Courses/week.course", "course"), ("Voices/Narrators/mine.voice", "voice"),
    ("Voices/Bells/mine.bell", "bell"),
  ]

  @Test(arguments: broken)
  func `a broken text is named, and the command beside it shows its problems`(
    path: String, noun: String
  ) throws {
    try program.write("Nonsense: yes\n[repeet]\n\u{7}", to: ".local/share/kindly/" + path)
    let finding = try ill("texts")
    #expect(finding.seen.hasPrefix("The \(noun) \""))
    let command = try #require(finding.advice?.split(separator: ": ").last)
    let check = try program.start("/bin/sh", ["-c", "\(Program.path) \(command.dropFirst(7))"])
      .outcome()
    #expect(check.code == 65, "\(check.errors)")
  }

  @Test func `a text that can't be read is told`() throws {
    let folder = program.folder + "/.local/share/kindly/Sessions"
    try FileManager.default.createDirectory(
      atPath: folder + "/evening.practice", withIntermediateDirectories: true)
    #expect(try ill("texts").seen.contains("is a folder, not a file"))
  }

  @Test func `a text that hides one of kindly's own is noted and no lack`() throws {
    try program.write(
      "Title: Mine\n\nBe at ease.\n", to: ".local/share/kindly/Sessions/metta.practice")
    let (findings, code) = try examine("texts")
    #expect(code == 0)
    let noted = findings.filter { $0.state == "noted" }
    #expect(noted.count == 1)
    #expect(noted[0].seen.hasSuffix("takes the place of the practice metta that came with kindly."))
  }

  // MARK: - The terminal

  @Test(arguments: ["C", "de_DE.ISO-8859-1", ""])
  func `letters that are not UTF-8 are told`(locale: String) throws {
    program.environment["LANG"] = locale
    #expect(try ill("terminal").advice?.contains("export LANG=C.UTF-8") == true)
  }
}
