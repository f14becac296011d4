public import KindlyCompiler
public import KindlyLibrary
public import KindlySpeech
public import KindlyLanguage
import KindlyTimeline

/// Makes practices ready to be heard: finds texts, has them spoken, and puts sessions together.
///
/// One composer serves any number of practices and keeps what was spoken. Control side, one thread at
/// a time. This is the door for other programs: `performance(of:order:level:)` is all most of them need.
public final class Composer {
  /// Where texts are found.
  public let library: Library
  /// Speaks, and keeps what was spoken.
  public let narrator: Narrator
  /// Told how many phrases are spoken and of how many; from any thread, one call at a time.
  public var progress: @Sendable (Int, Int) -> Void = { _, _ in }

  /// Every text that was read, by the path it is reported under.
  private(set) var texts: [String: LibraryText] = [:]
  /// The listener's own wishes, if they have some.
  var ownWishes: Wishes?
  var voices: [String: LibraryVoice] = [:]
  var bells: [String: LibraryBell] = [:]
  var clips: [Utterance: SpokenClip] = [:]
  /// Whether another narrator speaks where one can't.
  var fallsBack = false
  /// Who speaks for whom, and why, since the last composition began.
  var replaced: [String: (by: String, because: String)] = [:]
  /// Why a phrase could not be spoken where this machine or the voice is the reason, not its text,
  /// and what to do about it; nil if there was none.
  public internal(set) var lack: String?

  /// The words that are said alike in all practices.
  let words: WordLists

  /// A composer over these texts and this narrator; nothing is read yet.
  public init(library: Library, narrator: Narrator) {
    self.library = library
    self.narrator = narrator
    words = WordLists(library)
  }

  /// Reads a practice by name or path, as `kindly play PRACTICE` names it.
  /// - Throws: `LibraryProblem` if there is no such text; problems in it are in the manuscript.
  public func manuscript(of argument: String) throws(LibraryProblem) -> Manuscript {
    manuscript(try library.text(.practice, at: argument))
  }

  /// Reads a practice that was found.
  public func manuscript(_ text: LibraryText) -> Manuscript {
    keep(text)
    return Manuscript(text: text, reading: read(practice: text.source))
  }

  /// Compiles a practice for a listener.
  /// - Throws: `Refusal` with the problems of the practice, drawn over its lines.
  public func composition(
    of manuscript: Manuscript, order: Order = Order()
  ) throws(Refusal) -> Composition {
    guard !manuscript.reading.hasErrors else {
      throw Refusal(manuscript.reading.diagnostics, sources: sources)
    }
    fallsBack = order.fallsBack
    replaced = [:]
    do {
      var composition = try compose(
        Chapter(source: manuscript.text.source, script: manuscript.reading.tree), order: order,
        in: surroundings)
      composition.warnings = manuscript.reading.diagnostics + composition.warnings
      return composition
    } catch {
      throw Refusal(manuscript.reading.diagnostics + error.diagnostics, sources: sources)
    }
  }

  /// Draws diagnostics over the lines of the texts they are about.
  public func report(_ diagnostics: [Diagnostic]) -> String {
    Refusal(diagnostics, sources: sources).report
  }

  /// The text a diagnostic is about, by the path it names.
  public func source(at path: String) -> Source? { texts[path]?.source }

  func keep(_ text: LibraryText) { texts[text.source.path] = text }

  func refusal(_ diagnostics: [Diagnostic]) -> Refusal { Refusal(diagnostics, sources: sources) }

  private var sources: [String: Source] { texts.mapValues(\.source) }
}

/// A practice that was read.
public struct Manuscript: Sendable {
  /// Where it came from.
  public var text: LibraryText
  /// What it says, and what is to be said about it.
  public var reading: Reading<Script>

  /// The title, or the file's name where the author gave none.
  public var title: String { reading.tree.header.title?.value ?? text.name }
}

/// Why a practice can't be heard: its problems, with the texts they are about.
public struct Refusal: Error, Sendable {
  /// Errors and warnings, in order.
  public var diagnostics: [Diagnostic]
  private let sources: [String: Source]

  init(_ diagnostics: [Diagnostic], sources: [String: Source]) {
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// What an author reads.
  public var report: String { Report.drawing(of: diagnostics, over: sources) }
}
