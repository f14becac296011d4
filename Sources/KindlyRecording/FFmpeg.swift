import Glibc

/// The program ffmpeg, for formats that are not written or read here. It is started without a shell,
/// reads and writes plain files only, and never because a session file says so.
struct FFmpeg {
  /// Its path.
  private let path: String

  /// Looks for it in the folders of `PATH`; nil where it is not installed.
  init?() {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let paths = folders.split(separator: ":").filter { $0.hasPrefix("/") }.map {
      String($0) + "/ffmpeg"
    }
    guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
  }

  /// What it said when it could not do something.
  struct Refusal: Error {
    /// Its last line.
    var message: String
  }

  /// Runs it on files of these names and waits for its end.
  func run(_ input: String, _ arguments: [String], to output: String) throws(Refusal) {
    // A name may begin with a dash or look like an address: a path does neither.
    let words =
      [path, "-v", "error", "-nostdin", "-y", "-protocol_whitelist", "file", "-i", "file:" + input]
      + arguments + ["file:" + output]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Refusal(message: String(cString: strerror(errno))) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, &arguments, environ)
    close(ends[1])
    let said = Self.read(ends[0])
    close(ends[0])
    guard code == 0 else { throw Refusal(message: String(cString: strerror(code))) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else {
      let line = said.split(separator: "\n").last.map(String.init) ?? "status \(status)"
      // The name is known to whoever gave it.
      let name = "file:\(input): "
      throw Refusal(message: line.hasPrefix(name) ? String(line.dropFirst(name.count)) : line)
    }
  }

  /// The last few thousand bytes that arrive before the end.
  private static func read(_ descriptor: Int32) -> String {
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(descriptor, &room, room.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return String(decoding: all, as: UTF8.self) }
      all = (all + room.prefix(count)).suffix(4096)
    }
  }
}

/// A folder for work that nobody else sees, gone with its owner.
final class ScratchFolder {
  let path: String

  init() throws(RecordingError) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/kindly-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      throw RecordingError(
        FileSystem.Refusal(operation: .open, code: errno), path: place, folder: place)
    }
    path = made
  }

  deinit {
    for name in ["in.flac", "out.m4a", "out.flac", "sound"] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
