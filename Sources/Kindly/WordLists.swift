import KindlyLanguage
import KindlyLibrary
import KindlySpeech
import Synchronization

/// The words that are said alike in all practices, read once for each language. Any thread.
final class WordLists: Sendable {
  private let library: Library
  private let read = Mutex<[String: CommonWords]>([:])

  init(_ library: Library) { self.library = library }

  /// The listener's own words and the built-in ones for a language, a BCP 47 tag.
  func common(for language: String) -> CommonWords {
    read.withLock { read in
      if let words = read[language] { return words }
      let words = CommonWords(library.pronunciations(for: language))
      read[language] = words
      return words
    }
  }
}
