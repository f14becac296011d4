import Glibc
import Library
import Narration
import Practice

extension Examination {
  /// Looks at the listener's folders, what the cache holds, and the profile.
  static func folders(_ workshop: Workshop) -> Examination {
    guard let folders = workshop.folders else {
      return Examination(
        name: "folders", heading: "Folders",
        findings: [
          .ill(
            "HOME is not set, so nothing of yours is read or kept.",
            "Set HOME to your folder.")
        ])
    }
    let (clips, bytes) = ClipCache(folder: folders.cache).usage()
    var findings = [
      folder(folders.config, "settings"), folder(folders.data, "your own sessions and voices"),
      folder(folders.state, "places and journal"),
      folder(folders.cache, "spoken phrases: \(clips), \(bytes / 1_000_000) MB"),
    ]
    do throws(Failure) {
      _ = try workshop.profile()
    } catch {
      findings.append(.ill("Your profile has problems.", error.sentence))
    }
    return Examination(name: "folders", heading: "Folders", findings: findings)
  }

  /// A folder that is not there yet is well if it can be made.
  private static func folder(_ path: String, _ holds: String) -> Finding {
    if access(path, W_OK | X_OK) == 0 { return .well("\(visible(path)): \(holds)") }
    let code = errno
    guard code == ENOENT, canBeMade(path) else {
      return .ill(
        "\(visible(path)) can't be written: \(String(cString: strerror(code))).",
        "Make it yours: sudo chown -R \"$USER\" '\(visible(path))'")
    }
    return .well("\(visible(path)): not there yet; it is made when it is needed")
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

  /// Reads every text of the library.
  static func texts(in workshop: Workshop) -> Examination {
    var findings: [Finding] = []
    for kind in Kind.allCases {
      let names = workshop.library.names(of: kind)
      let faulty = names.filter { !isSound(kind, $0, workshop.library) }
      findings.append(.well("\(names.count) \(kind.noun)\(names.count == 1 ? "" : "s")"))
      for name in faulty {
        findings.append(
          .ill(
            "The \(kind.noun) \"\(visible(name))\" has problems.",
            "Look at them with: kindly check \(visible(name))\(kind.ending)"))
      }
    }
    return Examination(name: "texts", heading: "Library", findings: findings)
  }

  private static func isSound(_ kind: Kind, _ name: String, _ library: Library) -> Bool {
    guard let source = try? library.text(kind, named: name).source else { return false }
    return switch kind {
    case .practice: !read(practice: source).hasErrors
    case .course: !read(course: source).hasErrors
    case .phrases: !read(phrases: source).hasErrors
    case .voice: !read(voice: source).hasErrors
    case .bell: !read(bell: source).hasErrors
    }
  }
}
