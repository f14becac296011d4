import Glibc

/// Where espeak-ng is on this machine.
struct EspeakInstallation: Sendable, Hashable {
  /// Path of the library, or its plain name for the loader to find.
  var library: String
  /// The folder that holds `espeak-ng-data`; nil for the library's own.
  var data: String?
}
