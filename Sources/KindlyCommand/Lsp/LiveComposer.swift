import Kindly
import KindlyAuthoring
import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyLanguageServer
import KindlyLibrary
import KindlySpeech

/// Composes texts as they are in the editor, saved or not. Any thread; one text at a time.
struct LiveComposer: Sendable {
  private let folders: Folders?
  private let composer: Composer

  init(folders: Folders?) {
    self.folders = folders
    composer = Composer(
      library: Library(folders: folders), narrator: Narrator(cache: folders?.cache))
  }

  /// Composes a practice for the listener of this machine.
  func composed(_ text: OpenText) -> ComposedDocument {
    let source = text.text.source
    let slash = source.path.lastIndex(of: "/")
    let name = slash.map { String(source.path[source.path.index(after: $0)...]) } ?? source.path
    let manuscript = composer.manuscript(
      LibraryText(
        name: Kind.practice.isEnding(of: name)
          ? String(name.dropLast(Kind.practice.ending.count)) : name,
        kind: .practice, origin: .file, source: source,
        folder: slash.map { $0 == source.path.startIndex ? "/" : String(source.path[..<$0]) }))
    do throws(CompositionError) {
      let composition = try composer.composition(of: manuscript, order: order(for: manuscript))
      let sayings = composition.sayings
      var said: [Int: [String]] = [:]
      for saying in sayings where saying.file == nil && !saying.said.changes.isEmpty {
        said[saying.line, default: []].append(saying.said.text)
      }
      return ComposedDocument(
        text: text,
        diagnostics: composition.warnings.joined(with: composition.doubts(about: sayings)),
        heard: HeardText(composition.timeline, said: said))
    } catch {
      return ComposedDocument(text: text, diagnostics: error.diagnostics, heard: nil)
    }
  }

  /// As `kindly check` asks: what nobody set is only told.
  private func order(for manuscript: Manuscript) -> Order {
    var order = Order()
    order.unset = .told
    guard let folders, let source = try? ProfileFile(in: folders).source() else { return order }
    let profile = read(profile: source)
    guard !profile.hasErrors else { return order }
    order.listener = Listener(profile.tree, source: source)
    if manuscript.reading.tree.header.length == nil,
      case .frames(let frames)? = profile.tree.length?.value
    {
      order.length = Frames(frames)
    }
    return order
  }
}
