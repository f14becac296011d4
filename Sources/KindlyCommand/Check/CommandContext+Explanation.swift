import Kindly
import KindlyCompiler
import KindlyLanguage

extension CommandContext {
  /// The page of a problem with its report, also where the problem is found while composing.
  func text(of page: Explanation) -> String {
    guard let code = ComposingCode(rawValue: page.code) else { return page.page }
    guard let source = page.source else {
      return page.page(showing: [code.sample].compactMap(\.self))
    }
    let script = read(practice: source).tree
    do throws(CompositionError) {
      return page.page(
        showing: try composer.composition(
          of: composer.manuscript(of: script, named: source.path)
        ).warnings)
    } catch {
      return page.page(showing: error.diagnostics)
    }
  }
}
