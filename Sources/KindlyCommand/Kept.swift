import Glibc
import KindlyBase
import KindlyFiles
import KindlyLibrary
import KindlySpeech

/// Something the program keeps of listeners and of those it renders for.
enum Kept: String, CaseIterable {
  case speech
  case profile
  case journal
  case places
  case course
  case levels
  case voices

  /// What it is, for people.
  var meaning: String {
    switch self {
    case .speech: "what was spoken, with every name in it"
    case .profile: "your name, people and wishes"
    case .journal: "when you sat"
    case .places: "where you left practices"
    case .course: "your course and its day"
    case .levels: "how loud you like voice, bells and background"
    case .voices: "voices you trust to start a program"
    }
  }

  /// Where it is.
  func path(in folders: Folders) -> String {
    switch self {
    case .speech: folders.cache + "/clips"
    case .profile: folders.config + "/me.profile"
    case .journal: folders.state + "/journal.jsonl"
    case .places: folders.state + "/places"
    case .course: folders.state + "/course"
    case .levels: folders.state + "/levels"
    case .voices: folders.state + "/trusted-voices"
    }
  }

  /// How many bytes there are; nil if nothing is kept.
  func bytes(in folders: Folders) -> Int? { Self.bytes(path(in: folders)) }

  /// Removes it; what a link leads to as well.
  /// - Returns: whether nothing of it is left.
  func remove(in folders: Folders) -> Bool {
    let path = path(in: folders)
    if self == .speech { ClipCache(folder: folders.cache).clear() }
    if let real = realpath(path, nil) {
      Folder.remove(String(cString: real))
      free(real)
    }
    Folder.remove(path)
    return bytes(in: folders) == nil
  }

  private static func bytes(_ path: String) -> Int? {
    guard let names = try? Folder.names(in: path) else {
      var facts = stat()
      return stat(path, &facts) == 0 ? Int(facts.st_size) : nil
    }
    let sizes = names.compactMap { bytes(path + "/" + $0) }
    return sizes.isEmpty ? nil : sizes.reduce(0, +)
  }
}
