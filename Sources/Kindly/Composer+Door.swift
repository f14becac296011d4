public import KindlyCompiler
public import KindlyLibrary
import KindlySpeech
import KindlyLanguage

extension Composer {
  /// Makes a composer for a program of your own.
  ///
  /// **Make it before anything else in `main`.** espeak-ng speaks in processes of its own, and each of
  /// them is your program started once more: there this call does the speaking and never returns.
  ///
  /// - Parameter folders: where the listener's own texts, and what was spoken before, are kept; nil for
  ///   the built-in texts alone, and nothing is kept.
  public convenience init(folders: Folders? = nil) {
    self.init(library: Library(folders: folders), narrator: Narrator(cache: folders?.cache))
  }

  /// Makes a practice ready to be heard: finds it, compiles it, has it spoken.
  ///
  /// - Parameters:
  ///   - practice: a practice of the library by its name (`metta`), or the path of a file.
  ///   - order: what the listener asks: length, voice, bell, for whom.
  ///   - level: how loud it is made.
  /// - Throws: `LookupError` with a report for a person.
  public func performance(
    of practice: String, order: Order = Order(), level: Performance.Level = .usual
  ) throws(LookupError) -> Performance {
    let text: LibraryText
    do { text = try library.text(.practice, at: practice) } catch { throw .absent(error) }
    return try performance(of: text, order: order, level: level)
  }

  /// Makes a practice ready to be heard that is at hand as a text; see `performance(of:order:level:)`.
  ///
  /// - Parameters:
  ///   - text: the practice in the language for authors.
  ///   - name: how reports call it.
  ///   - order: what the listener asks: length, voice, bell, for whom.
  ///   - level: how loud it is made.
  /// - Throws: `LookupError` with a report for a person.
  public func performance(
    ofText text: String, named name: String = "text", order: Order = Order(),
    level: Performance.Level = .usual
  ) throws(LookupError) -> Performance {
    let source = Source(path: name + Kind.practice.ending, text: text)
    return try performance(
      of: LibraryText(name: name, kind: .practice, origin: .file, source: source, folder: nil),
      order: order, level: level)
  }

  private func performance(
    of text: LibraryText, order: Order, level: Performance.Level
  ) throws(LookupError) -> Performance {
    let manuscript = manuscript(text)
    let composition: Composition
    do {
      composition = try self.composition(of: manuscript, order: order)
    } catch {
      throw .faulty(error.report)
    }
    return try composition.performance(level: level)
  }
}

extension LookupError: CustomStringConvertible {
  /// What to tell a person.
  public var description: String { sentence }
}
