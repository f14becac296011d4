import Glibc

/// Who has a sound card to themselves, as the kernel tells in its process files.
enum DeviceHolder {
  /// The name of a program that plays on a card now; nil if there is none or the kernel won't say.
  static func name(processes root: String = "/proc") -> String? {
    var matches = glob_t()
    defer { globfree(&matches) }
    guard glob(root + "/asound/card*/pcm*p/sub*/status", 0, nil, &matches) == 0 else { return nil }
    for index in 0..<Int(matches.gl_pathc) {
      guard let path = matches.gl_pathv[index] else { continue }
      let status = contents(String(cString: path))
      // "owner_pid   : 1234"; a card that is not in use says "closed".
      guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("owner_pid") }),
        let owner = line.split(separator: " ").last.flatMap({ Int($0) })
      else { continue }
      let name = contents("\(root)/\(owner)/comm").split(separator: "\n").first
      if let name, !name.isEmpty { return String(name) }
    }
    return nil
  }

  /// The first kilobyte of a small file; empty if it can't be read.
  private static func contents(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = fread(&bytes, 1, bytes.count, file)
    // What another program calls itself may hold anything; only what can be shown is.
    return String(
      decoding: bytes.prefix(count).filter { $0 == 10 || $0 >= 32 && $0 < 127 }, as: UTF8.self)
  }
}
