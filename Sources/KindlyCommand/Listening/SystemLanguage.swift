import Glibc

/// The language of the listener's system, as the environment tells it.
enum SystemLanguage {
  /// Two or three small letters, `de` of `de_DE.UTF-8`; English where nothing is told, and for `C`.
  static var tag: String {
    var variable = ""
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] where variable.isEmpty {
      variable = getenv(name).map { String(cString: $0) } ?? ""
    }
    let letters = String(variable.lowercased().prefix { $0.isLetter })
    return (2...3).contains(letters.count) ? letters : "en"
  }
}
