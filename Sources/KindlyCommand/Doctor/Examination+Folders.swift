import Glibc
import KindlyLibrary
import KindlySpeech
import KindlyLanguage

extension Examination {
  /// Looks at the listener's folders: whether they can be written, whose they are, how much room is
  /// left, and whether the environment names them rightly.
  static func folders(_ context: CommandContext) -> Examination {
    guard let folders = context.folders else {
      return Examination(
        name: "folders", heading: "Folders",
        findings: [
          .ill(
            "HOME is not set to a folder, so nothing of yours is read or kept.",
            "Set HOME to the absolute path of your folder.")
        ] + relativeVariables)
    }
    let (clips, bytes) = ClipCache(folder: folders.cache).usage()
    let places = [
      (folders.config, "settings"), (folders.data, "your own sessions and voices"),
      (folders.state, "places and journal"),
      (folders.cache, "spoken phrases: \(clips), \(bytes / 1_000_000) MB"),
    ]
    return Examination(
      name: "folders", heading: "Folders",
      findings: places.map(folder) + room(for: folders) + relativeVariables)
  }

  /// A folder that is not there yet is well if it can be made.
  private static func folder(_ path: String, _ holds: String) -> Finding {
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      let reason = String(cString: strerror(errno))
      return errno == ENOENT && canBeMade(path)
        ? .well("\(visible(path)): will be created when it is needed")
        : .ill(
          "\(visible(path)) can't be made or read (\(reason)).",
          "Look at the folders above it: namei -l \(quoted(path))")
    }
    if facts.st_mode & S_IFMT != S_IFDIR {
      return .ill(
        "\(visible(path)) is not a folder.",
        "Put it elsewhere: mv \(quoted(path)) \(quoted(path + ".old"))")
    }
    if facts.st_uid != geteuid() {
      return .ill(
        "\(visible(path)) belongs to \(owner(facts.st_uid)), not to you.",
        geteuid() == 0
          ? "Run kindly as that user, without sudo."
          : "Make it yours: sudo chown -R \"$USER\" \(quoted(path))")
    }
    if access(path, R_OK | W_OK | X_OK) != 0 {
      let reason = String(cString: strerror(errno))
      return .ill(
        "\(visible(path)) can't be written (\(reason)).",
        errno == EROFS
          ? "Its disk is read-only. Choose another folder with the XDG variables."
          : "Allow it: chmod u+rwx \(quoted(path))")
    }
    return .well("\(visible(path)): \(holds)")
  }

  private static func canBeMade(_ path: String) -> Bool {
    var parent = path[...]
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      let place = parent.isEmpty ? "/" : String(parent)
      if access(place, F_OK) == 0 { return access(place, W_OK | X_OK) == 0 }
    }
    return false
  }

  private static func owner(_ user: uid_t) -> String {
    getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? "user \(user)"
  }

  /// What is left on the disks of the cache and of what is the listener's own, where it is little.
  private static func room(for folders: Folders) -> [Finding] {
    let little = 50_000_000
    return [(folders.cache, "cache"), (folders.state, "journal")].compactMap { path, holds in
      var place = path
      while access(place, F_OK) != 0, let slash = place.lastIndex(of: "/"), place != "/" {
        place = slash == place.startIndex ? "/" : String(place[..<slash])
      }
      var disk = statvfs()
      guard statvfs(place, &disk) == 0, disk.f_blocks > 0, disk.f_bavail > 0 else { return nil }
      let free = Int(disk.f_bavail) * Int(disk.f_frsize)
      guard free < little else { return nil }
      return .ill(
        "The disk of the \(holds) has \(free / 1_000_000) MB left (\(visible(place))).",
        "Free some space; kindly cache clear removes cached speech.")
    }
  }

  /// Variables that are set and, as the XDG specification asks, not followed.
  private static var relativeVariables: [Finding] {
    ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"].compactMap { name in
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty,
        !value.hasPrefix("/")
      else { return nil }
      return .ill(
        "\(name) is \"\(visible(value))\", which is not an absolute path, so it is ignored.",
        "Set it to a path that begins with /, or unset it.")
    }
  }

  /// A path as a shell takes it.
  static func quoted(_ path: String) -> String {
    "'"
      + visible(path).split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
