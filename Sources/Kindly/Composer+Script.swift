import KindlyCompiler
public import KindlyLanguage
import KindlyLibrary

extension Composer {
  /// A practice that was put together by a program instead of being read from a text.
  ///
  /// `name`: What reports and places call it.
  public func manuscript(of script: Script, named name: String) -> Manuscript {
    let text = LibraryText(
      name: name, kind: .practice, origin: .file, source: Source(path: name, bytes: []),
      folder: nil)
    return Manuscript(text: text, reading: Reading(tree: script, diagnostics: []))
  }
}
