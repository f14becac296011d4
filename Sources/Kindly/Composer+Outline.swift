public import KindlyCompiler
import KindlyLanguage
import KindlyLibrary

extension Composer {
  /// What can be told about a practice before anything is spoken; see `Outline`.
  public func outline(of manuscript: Manuscript, order: Order = Order()) -> Outline {
    KindlyCompiler.outline(
      of: PracticeText(source: manuscript.text.source, script: manuscript.reading.tree),
      order: order,
      in: LibrarySnapshot(of: self, texts: [manuscript.text]).resolver(for: order.listener))
  }
}
