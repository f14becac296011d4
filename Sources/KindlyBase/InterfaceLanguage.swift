/// A language that the program speaks with its listener. Texts have languages of their own.
public enum InterfaceLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case german = "de"
  case spanish = "es"

  /// The language of a BCP 47 tag or a locale such as `de-AT` or `es_MX.UTF-8`; nil for another one.
  public init?(tag: String) {
    self.init(rawValue: String(tag.prefix { $0.isLetter }).lowercased())
  }

  /// The language a system is set to, after the rules of POSIX and gettext: `LC_ALL` before
  /// `LC_MESSAGES` before `LANG`; `LANGUAGE` lists others to be tried first, unless the locale is `C`.
  /// English where none of them is known, and where the terminal has another charset than UTF-8.
  /// - Parameter variable: the value of a variable of the environment as `getenv()` finds it; nil where it
  ///   is not set.
  public init(system variable: (String) -> String?) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(variable).first { !$0.isEmpty } ?? "C"
    let plain = locale.prefix { $0 != "." && $0 != "@" }
    let charset = locale.drop { $0 != "." }.dropFirst().prefix { $0 != "@" }
    let isUTF8 = charset.isEmpty || ["utf-8", "utf8"].contains(charset.lowercased())
    guard !["c", "posix"].contains(plain.lowercased()), isUTF8 else {
      self = .english
      return
    }
    let wanted = (variable("LANGUAGE") ?? "").split(separator: ":").map(String.init)
    self = (wanted + [locale]).lazy.compactMap(Self.init(tag:)).first ?? .english
  }
}
