public import KindlyCompiler
import KindlyLanguage
import KindlyLibrary

extension Composer {
  /// A sit without words, as a manuscript to compose like any other.
  public func manuscript(of sit: Sit) -> Manuscript {
    var script = sit.script
    script.header.title = Located("Sit", at: SourceSpan(0, 0))
    let text = LibraryText(
      name: "sit", kind: .practice, origin: .builtIn, source: Source(path: "sit", text: ""),
      folder: nil)
    return Manuscript(text: text, reading: Reading(tree: script))
  }
}

extension Manuscript {
  /// Whether it is a sit without words, which has the length it was asked for.
  public var isSit: Bool { text.source.path == "sit" && text.source.bytes.isEmpty }
}
