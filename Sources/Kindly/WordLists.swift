import KindlyLanguage
import KindlyLibrary
import KindlySpeech
import Synchronization

/// The words that are said alike in all practices of a language, read again only where a list has changed.
/// Any thread.
final class WordLists: Sendable {
  private struct Lists {
    /// The texts they were read from.
    var sources: [Source]
    var words: LanguageLexicons
  }

  private let read = Mutex<[String: Lists]>([:])

  /// The listener's own words and those of a library for a language, a BCP 47 tag.
  func common(for language: String, in library: Library) -> LanguageLexicons {
    let sources = library.pronunciations()
    return read.withLock { read in
      if let lists = read[language], lists.sources == sources { return lists.words }
      let words = LanguageLexicons(Library.respellings(in: sources, for: language))
      read[language] = Lists(sources: sources, words: words)
      return words
    }
  }
}
