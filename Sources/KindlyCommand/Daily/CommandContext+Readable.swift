import Kindly
import KindlyLanguage
import KindlyLibrary

extension CommandContext {
  /// Finds a practice and reads it, for somebody who will play it later.
  /// - Throws: `Failure` where there is none, or it has problems.
  func expectReadable(_ practice: String) throws(Failure) {
    let manuscript = try manuscript(practice)
    guard manuscript.reading.hasErrors else { return }
    let report = Report(on: manuscript.text.source)
    throw Failure(.practice, report: report.drawing(of: manuscript.reading.diagnostics))
  }
}
