public import KindlyCompiler
import KindlyLanguage
public import KindlyLibrary
public import KindlySpeech
import Synchronization

/// Makes practices ready to be heard: finds texts, has them spoken, and puts sessions together.
///
/// Keeps nothing but caches, which save time and change nothing else: what one call gives is complete,
/// and needs no other call and no other composer. Any thread; several practices may be composed at
/// once. For most programs `performance(of:order:level:)` is all they need.
public final class Composer: Sendable {
  /// Where texts are found.
  public let library: Library
  /// Speaks, and keeps what was spoken.
  public let narrator: Narrator
  /// Bells by name, with the tables that take milliseconds to compute.
  private let bells = Mutex<[String: LibraryBell]>([:])
  /// Lists of words, which take longer to read than all else of a short practice.
  let words = WordLists()

  /// A composer over these texts and this narrator; nothing is read yet.
  public init(library: Library, narrator: Narrator) {
    self.library = library
    self.narrator = narrator
  }

  /// Reads a practice by name or path, as `kindly play PRACTICE` names it.
  /// - Throws: `LibraryProblem` if there is no such text; problems in it are in the manuscript.
  public func manuscript(of argument: String) throws(LibraryProblem) -> Manuscript {
    manuscript(try library.text(.practice, at: argument))
  }

  /// Reads a practice that was found.
  public func manuscript(_ text: LibraryText) -> Manuscript {
    Manuscript(text: text, reading: read(practice: text.source))
  }

  /// Compiles a practice for a listener: plans it, has it spoken, and fits it to its length.
  ///
  /// - Parameters:
  ///   - manuscript: the practice.
  ///   - order: what the listener asks.
  ///   - progress: told how many phrases are spoken and of how many; from any thread, one call at a
  ///     time.
  /// - Throws: `CompositionError` with the problems of the practice, and the texts they are about.
  public func composition(
    of manuscript: Manuscript, order: Order = Order(),
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(CompositionError) -> Composition {
    let snapshot = LibrarySnapshot(of: self, texts: [manuscript.text])
    let found = manuscript.reading.diagnostics
    guard !manuscript.reading.hasErrors else {
      throw CompositionError(found, sources: snapshot.sources)
    }
    let chapter = PracticeText(source: manuscript.text.source, script: manuscript.reading.tree)
    var speech = MeasuredSpeech()
    do {
      let plan = try PracticePlan(
        of: chapter, order: order, in: snapshot.resolver(for: order.listener))
      let fitted = try compose(plan) { utterances in
        speech.measure(
          utterances, from: snapshot, fallsBack: order.fallsBack, narrator: narrator,
          progress: progress)
      }
      return Composition(manuscript, fitted, speech: speech, snapshot: snapshot)
    } catch {
      throw CompositionError(
        found + error.diagnostics, sources: snapshot.sources, lack: speech.lack,
        lengthMisfit: error.lengthMisfit)
    }
  }

  /// The bell that a text describes, with what was computed for it before.
  func bell(_ text: LibraryText, sheet: Bell) -> LibraryBell {
    bells.withLock { bells in
      if let bell = bells[text.name], bell.source == text.source { return bell }
      let bell = LibraryBell(name: text.name, source: text.source, sheet: sheet)
      bells[text.name] = bell
      return bell
    }
  }
}
