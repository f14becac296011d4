import KindlyConsole
import Glibc
import KindlyLanguage

extension Examination {
  /// Looks at how letters are shown here, and whether a picture can be.
  static func terminal() -> Examination {
    Examination(name: "terminal", heading: "Terminal", findings: [letters, picture])
  }

  /// The program writes UTF-8, whatever the locale says.
  private static var letters: Finding {
    let names: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    let values = names.compactMap { name in getenv(name).map { String(cString: $0) } }
    let locale = values.first { !$0.isEmpty }
    let plain = (locale ?? "").lowercased().filter { $0 != "-" }
    if plain.contains("utf8") { return .well("letters are UTF-8 (\(visible(locale ?? "")))") }
    return .ill(
      locale.map { "The locale \(visible($0)) is not UTF-8; some letters may look wrong." }
        ?? "No locale is set, so some letters may look wrong.",
      "Put it into your shell's start file: export LANG=C.UTF-8")
  }

  private static var picture: Finding {
    if Terminal.hasScreen { return .well("kindly play can draw here") }
    return isatty(2) == 1
      ? .noted("TERM says that this terminal can't draw, so kindly play prints sentences.")
      : .noted("This is not a terminal, so kindly play prints sentences.")
  }
}
