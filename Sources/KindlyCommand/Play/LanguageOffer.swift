import KindlyBase
import KindlyCompiler
import Kindly
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

extension CommandContext {
  /// What tells a listener of another language than English that a practice is there in theirs:
  /// `metta-de` beside `metta`. Nil where it is not.
  func languageOffer(
    for manuscript: Manuscript, language: InterfaceLanguage = Interface.language
  ) -> Message? {
    guard language != .english, manuscript.text.origin != .file else { return nil }
    let own = manuscript.reading.tree.header.language?.value ?? "en"
    let name = "\(manuscript.text.name)-\(language.rawValue)"
    guard InterfaceLanguage(tag: own) != language,
      (try? library.text(.practice, named: name)) != nil
    else { return nil }
    return .alsoIn(name)
  }
}
