import Glibc
import KindlyLibrary

extension Folders {
  /// The folders of the user who runs the program.
  /// - Throws: `Failure` where the environment doesn't name a home.
  static func ofUser() throws(Failure) -> Folders {
    do {
      return try ofEnvironment()
    } catch {
      throw Failure(.unavailable, error.message)
    }
  }

  /// The same, for who can't tell a failure yet: its sentence is in the language that is looked up here.
  static func ofEnvironment() throws(FoldersProblem) -> Folders {
    let names = [
      "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
      "XDG_DATA_DIRS",
    ]
    var environment: [String: String] = [:]
    for name in names { environment[name] = getenv(name).map { String(cString: $0) } }
    return try Folders(environment: environment, executable: ownPath)
  }

  /// The program's own file.
  static var ownPath: String? {
    var room = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = room.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink("/proc/self/exe", $0, text.count) } ?? -1
      }
    }
    return count > 0 ? String(decoding: room.prefix(count), as: UTF8.self) : nil
  }
}
