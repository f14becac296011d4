import Foundation
import Glibc
import KindlyTestDevices
import Testing

/// A folder into which somebody else's files came, and the program let loose on them.
///
/// Every run is bounded in memory, processor time and the size of files by the system itself, writes
/// nothing outside of the folder, ends by itself with a documented code, and says nothing that a
/// terminal would obey. What it said is collected as a transcript.
final class HostileFolder {
  let program: Program
  /// What was run and what came of it, with nothing in it that another run would say differently.
  private(set) var transcript = ""
  private var lastSaid = ""

  /// The documented ends: good, and the codes of `sysexits.h` that the program has.
  private static let codes: Set<Int32> = [0, 64, 65, 66, 69, 73, 74]
  /// A sanitizer takes terabytes of addresses for itself.
  private static let limits =
    ["--cpu=40", "--fsize=268435456", "--core=0"] + (isSanitized ? [] : ["--as=4294967296"])
  private static let isSanitized = !["ASAN_OPTIONS", "TSAN_OPTIONS"].allSatisfy {
    ProcessInfo.processInfo.environment[$0] == nil
  }

  init() throws {
    program = try Program()
    // Beside the folder of the files lies what they must not reach.
    for ending in ["practice", "phrases", "voice", "bell", "wav"] {
      try program.write("THE-SECRET", to: "secret.\(ending)")
    }
    try FileManager.default.createDirectory(
      atPath: path("work"), withIntermediateDirectories: true)
    try makeSpecialFiles()
  }

  /// The path of something below the folder.
  func path(_ name: String) -> String { program.folder + "/" + name }

  /// Copies a file of the corpus.
  func bring(_ file: HostileFile, as name: String? = nil) throws {
    let target = URL(filePath: path(name ?? "work/" + file.name))
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contentsOf: file.url).write(to: target)
  }

  /// Runs the program in `work`, holds it to all that is promised, and writes down how it went.
  /// - Parameter isTold: whether a good end is written down with all it said.
  @discardableResult
  func run(_ words: String..., isTold: Bool = false) throws -> Program.Outcome {
    let tally = path("tally")
    try? FileManager.default.removeItem(atPath: tally)
    let preload = try TestDevice.faults.library
    let running = try program.start(
      "/usr/bin/timeout",
      ["-s", "KILL", "300", "prlimit"] + Self.limits + [
        "env", "-C", path("work"), "LD_PRELOAD=\(preload)",
        "KINDLY_FAULTS_UNDER=/", "KINDLY_FAULTS_TALLY=\(tally)", Program.path,
      ] + words)
    let outcome = running.outcome()
    let line = "kindly " + words.joined(separator: " ")
    #expect(Self.codes.contains(outcome.code), "\(line) ended with \(outcome.code)")
    let said = outcome.output + outcome.errors
    #expect(!said.unicodeScalars.contains(where: Self.isObeyed), "\(line)")
    #expect(!said.contains("THE-SECRET"), "\(line)")
    let written = try changed(tally)
    #expect(written.isEmpty, "\(line) wrote \(written)")
    let isWhole = isTold || outcome.code != 0
    write(line, isWhole ? constant(said) : "", outcome.code)
    return outcome
  }

  /// Adds a run to the transcript; what was said just before is not repeated.
  private func write(_ line: String, _ said: String, _ code: Int32) {
    let isNew = said.isEmpty || said != lastSaid
    transcript += "$ \(line)\n\(isNew ? said : "(as above)\n")ended with \(code)\n"
    if !said.isEmpty { lastSaid = said }
  }

  /// Links, FIFOs and the like, which no archive of the files could hold.
  private func makeSpecialFiles() throws {
    let links = [
      "device": "/dev/zero", "link": "../secret.practice", "loop": "special-loop.practice",
      "dangling": "nowhere",
    ]
    for ending in ["practice", "wav"] {
      for (name, meaning) in links {
        let meaning = meaning.replacingOccurrences(of: "practice", with: ending)
        symlink(meaning, path("work/special-\(name).\(ending)"))
      }
      mkfifo(path("work/special-fifo.\(ending)"), 0o600)
      mkdir(path("work/special-folder.\(ending)"), 0o700)
      makeSocket("special-socket.\(ending)")
    }
    symlink("..", path("work/away"))
  }

  private func makeSocket(_ name: String) {
    // A name for a socket has room for little, so it is made under a short one first.
    let short = "/tmp/k\(UInt32.random(in: .min ... .max))"
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(short.utf8)) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) }
    }
    #expect(bound == 0 && rename(short, path("work/" + name)) == 0)
  }

  /// Names outside of the folder that were made, changed or removed. The null device and the
  /// temporary folders of the program's own are not among them.
  private func changed(_ tally: String) throws -> [String] {
    let changes = [
      "create", "change", "write", "makefolder", "remove", "rename", "link", "truncate", "allow",
      "touch",
    ]
    let profiles = ProcessInfo.processInfo.environment["KINDLY_PROFILES"]
    let text = String(
      decoding: FileManager.default.contents(atPath: tally) ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, changes.contains(String(parts[0])) else { return nil }
      let path = parts[1]
      // What the sound server's library makes when ALSA opens its usual device is not ours either.
      let own = [
        program.folder, "/dev/null", "/dev/shm/", "/tmp/kindly-", "/tmp/.kindly-", "/proc/self/",
        "/tmp/pulse-",
        "/memfd:pulseaudio",
      ]
      // Nor is the count of reached lines, with the folders above it.
      let isCount = profiles.map { path.hasPrefix($0) || $0.hasPrefix(path) } ?? false
      return isCount || own.contains { path.hasPrefix($0) } ? nil : String(line)
    }
  }

  /// What a terminal obeys: control characters but tabs and line ends, and marks that turn text round.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The same in every run: without this folder's name, lengths of speech and the end of long texts.
  private func constant(_ said: String) -> String {
    let text = said.replacingOccurrences(of: program.folder, with: "FOLDER")
      .replacing(/\ [0-9]+:[0-9]+(:[0-9]+)?[ ,.][^\n]*/, with: " …")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let kept = lines.prefix(60).map { line in
      line.count <= 200 ? String(line) : "\(line.prefix(160))… (\(line.count) characters)"
    }
    let rest = lines.count > 60 ? ["… (\(lines.count) lines)"] : []
    return (kept + rest).map { $0 + "\n" }.joined()
  }
}
