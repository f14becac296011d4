import KindlyLanguage
import KindlyLibrary
import KindlySpeech
import Synchronization

/// What one composition has taken from the library: every text once, so that all of it is of one time.
///
/// Any thread.
final class LibrarySnapshot: Sendable {
  let library: Library
  let composer: Composer
  private let contents: Mutex<Contents>

  private struct Contents {
    /// Every text that was read, by the path it is reported under.
    var texts: [String: LibraryText] = [:]
    var voices: [String: LibraryVoice] = [:]
    var bells: [String: LibraryBell] = [:]
    var backgrounds: [String: LibraryBackground] = [:]
    var words: [String: LanguageLexicons] = [:]
  }

  init(of composer: Composer, texts: [LibraryText] = []) {
    self.composer = composer
    library = composer.library
    var contents = Contents()
    for text in texts { contents.texts[text.source.path] = text }
    self.contents = Mutex(contents)
  }

  /// The texts that were read, by path.
  var sources: [String: Source] { contents.withLock { $0.texts.mapValues(\.source) } }

  /// The bells that were asked for, by name.
  var bells: [String: LibraryBell] { contents.withLock { $0.bells } }

  /// The backgrounds that were asked for, by name.
  var backgrounds: [String: LibraryBackground] { contents.withLock { $0.backgrounds } }

  /// Keeps a text for reports.
  func keep(_ text: LibraryText) { contents.withLock { $0.texts[text.source.path] = text } }

  /// The folder of a text that was read; nil for built-in ones.
  func folder(of path: String) -> String? { contents.withLock { $0.texts[path]?.folder } }

  /// The words that are said alike in all practices of a language.
  func commonWords(for language: String) -> LanguageLexicons {
    if let words = contents.withLock({ $0.words[language] }) { return words }
    let words = composer.words.common(for: language, in: library)
    contents.withLock { $0.words[language] = words }
    return words
  }

  /// Finds a text and keeps it for reports.
  func text(_ kind: Kind, _ name: String) throws(LookupError) -> LibraryText {
    do {
      let text = try library.text(kind, named: name)
      keep(text)
      return text
    } catch {
      throw .absent(error)
    }
  }

  /// What was read, unless it has errors.
  func tree<Tree>(of reading: Reading<Tree>) throws(LookupError) -> Tree {
    guard !reading.hasErrors else {
      throw .faulty(Report.drawing(of: reading.diagnostics, over: sources))
    }
    return reading.tree
  }

  /// The narrator of that name, from a file or derived.
  func voice(named name: String) throws(LookupError) -> LibraryVoice {
    if let voice = contents.withLock({ $0.voices[name] }) { return voice }
    let voice: LibraryVoice
    if isDerived(name), let derived = derivedVoice(named: name) {
      voice = derived
    } else {
      let text = try text(.voice, name)
      voice = LibraryVoice(
        name: name, voice: try tree(of: read(voice: text.source)),
        consent: text.origin == .builtIn ? nil : VoiceConsent(in: library.folders))
    }
    contents.withLock { $0.voices[name] = voice }
    return voice
  }

  /// The bell of that name.
  func bell(named name: String) throws(LookupError) -> LibraryBell {
    if let bell = contents.withLock({ $0.bells[name] }) { return bell }
    return try bell(try text(.bell, name))
  }

  /// The bell that a text describes.
  func bell(_ text: LibraryText) throws(LookupError) -> LibraryBell {
    keep(text)
    let bell = composer.bell(text, sheet: try tree(of: read(bell: text.source)))
    contents.withLock { $0.bells[text.name] = bell }
    return bell
  }

  /// The background of that name.
  func background(named name: String) throws(LookupError) -> LibraryBackground {
    if let background = contents.withLock({ $0.backgrounds[name] }) { return background }
    return try background(try text(.background, name))
  }

  /// The background that a text describes.
  func background(_ text: LibraryText) throws(LookupError) -> LibraryBackground {
    keep(text)
    let background = LibraryBackground(
      name: text.name, source: text.source,
      background: try tree(of: read(background: text.source)), cache: library.folders?.cache)
    contents.withLock { $0.backgrounds[text.name] = background }
    return background
  }
}
