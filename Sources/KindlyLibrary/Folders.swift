import KindlyBase
package import KindlyMessages

/// Where a listener's files live, after the XDG base directory specification.
///
/// A value of the environment: nothing is created and nothing is looked at here.
public struct Folders: Sendable, Hashable {
  /// Settings: `me.profile`.
  public var config: String
  /// The listener's own sessions, voices and bells.
  public var data: String
  /// Places, journal, course progress.
  public var state: String
  /// Spoken phrases and measured loudness; may be deleted at any time.
  public var cache: String
  /// Folders of texts that came with an installed package, strongest first.
  public var installed: [String]

  /// Reads the folders from an environment.
  ///
  /// Relative and empty `XDG_…` values are ignored, as the specification asks.
  /// - Parameters:
  ///   - environment: variables by name.
  ///   - executable: the program's own path, for `share/kindly` beside its `bin`.
  /// - Throws: `FoldersProblem.noHome` if `HOME` is needed and is unset or relative.
  public init(environment: [String: String], executable: String? = nil) throws(FoldersProblem) {
    func absolute(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    func folder(_ variable: String, _ inHome: String) throws(FoldersProblem) -> String {
      if let path = absolute(variable) { return path + "/kindly" }
      guard let home = absolute("HOME") else { throw .noHome(needed: variable) }
      return home + "/" + inHome + "/kindly"
    }
    config = try folder("XDG_CONFIG_HOME", ".config")
    data = try folder("XDG_DATA_HOME", ".local/share")
    state = try folder("XDG_STATE_HOME", ".local/state")
    cache = try folder("XDG_CACHE_HOME", ".cache")

    var installed: [String] = []
    if let own = executable.flatMap(Self.share(beside:)) { installed.append(own) }
    let shared = environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 }
    for folder in (shared ?? "/usr/local/share:/usr/share").split(separator: ":")
    where folder.hasPrefix("/") {
      let path = String(folder) + "/kindly"
      if !installed.contains(path) { installed.append(path) }
    }
    self.installed = installed
  }

  /// `/opt/kindly/bin/kindly` has its texts in `/opt/kindly/share/kindly`.
  private static func share(beside executable: String) -> String? {
    let parts = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard parts.last == "bin" else { return nil }
    return parts.dropLast().joined(separator: "/") + "/share/kindly"
  }
}

/// Why the folders cannot be known.
public enum FoldersProblem: Error, Hashable, Sendable {
  /// Neither `HOME` nor the variable that would replace it holds an absolute path.
  case noHome(needed: String)

  /// What to tell the user.
  public var sentence: String { message.text(in: .english) }

  /// The same in every language of the program.
  package var message: Message {
    switch self {
    case .noHome(let variable): .noHome(variable)
    }
  }
}
