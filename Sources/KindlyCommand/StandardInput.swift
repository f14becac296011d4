import KindlyLibrary
import Synchronization

/// The practice on standard input, which can be read once and is asked for several times. Any thread.
enum StandardInput {
  private static let kept = Mutex<LibraryText?>(nil)

  /// Reads it, or gives what was read before.
  /// - Throws: `LibraryProblem` if it can't be read.
  static func practice(in library: Library) throws(LibraryProblem) -> LibraryText {
    if let text = kept.withLock({ $0 }) { return text }
    let text = try library.text(.practice, at: "-")
    kept.withLock { $0 = text }
    return text
  }
}
