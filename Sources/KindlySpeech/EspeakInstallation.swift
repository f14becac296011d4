import Glibc

/// Where espeak-ng is on this machine.
public struct EspeakInstallation: Sendable, Hashable {
  /// Path of the library, or its plain name for the loader to find.
  public var library: String
  /// The folder `espeak-ng-data` itself; nil where it was not found.
  public var data: String?

  /// Names an installation in an unusual place.
  public init(library: String, data: String?) {
    self.library = library
    self.data = data
  }

  /// The name under which every distribution has the library.
  private static let name = "libespeak-ng.so.1"

  /// Looks where distributions put it. The library may still be elsewhere: then the loader finds it
  /// by its name.
  public static func find() -> EspeakInstallation {
    let folders =
      variable("LD_LIBRARY_PATH").split(separator: ":").map(String.init)
      + ["/usr/local/lib"] + multiarch() + ["/usr/lib64", "/usr/lib", "/lib64", "/lib"]
    let library = folders.lazy.map { $0 + "/" + name }.first(where: CacheFiles.isFile)
    let asked = variable("ESPEAK_DATA_PATH")
    let candidates =
      [asked + "/espeak-ng-data", asked].filter { $0.hasPrefix("/") && $0 != "/espeak-ng-data" }
      + folders.map { $0 + "/espeak-ng-data" }
      + ["/usr/local/share/espeak-ng-data", "/usr/share/espeak-ng-data"]
    return EspeakInstallation(
      library: library ?? name,
      data: candidates.first { CacheFiles.isFile($0 + "/phontab") })
  }

  /// What tells this library and data from any other: a new package gives new samples, so it is
  /// part of every clip's key. Only file attributes are looked at, nothing is opened.
  var identity: String {
    let files = [library] + ["phontab", "phondata", "phonindex"].map { (data ?? "") + "/" + $0 }
    return files.map { path in
      guard let status = CacheFiles.status(of: path) else { return path }
      return "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }.joined(separator: "\n")
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Debian's folders for this machine's kind of program.
  private static func multiarch() -> [String] {
    (CacheFiles.names(in: "/usr/lib") ?? []).filter { $0.contains("-linux-gnu") }
      .map { "/usr/lib/" + $0 }
  }
}
