import KindlyClients
import KindlyCompiler
import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import Kindly
import KindlyTimeline

/// What every command starts from: folders, library, narrator, composer.
struct Workshop {
  let folders: Folders?
  let library: Library
  let composer: Composer

  /// Opens the listener's folders. Without a home there is still everything that is built in.
  ///
  /// `isPrivate`: nothing that is spoken is kept in the cache, and nothing of it is used.
  init(isPrivate: Bool = false) {
    folders = try? Folders.ofUser()
    library = Library(folders: folders)
    composer = Composer(
      library: library,
      narrator: Narrator(cache: isPrivate ? nil : folders?.cache, cacheBytes: CacheLimit.bytes))
  }

  /// What was asked on the command line, and what the listener's profile says beside it.
  func order(_ asked: Order, for manuscript: Manuscript) throws(Failure) -> Order {
    var order = asked
    order.phrases = asked.phrases.map { phrases($0, beside: manuscript) }
    let profile = try profile()
    order.listener = Listener(profile.tree, source: profile.source)
    if order.length == nil, manuscript.reading.tree.header.length == nil,
      case .frames(let frames)? = profile.tree.length?.value
    {
      order.length = Frames(frames)
    }
    return order
  }

  /// Compiles a practice, saying its problems if it can't be, for the listener or for a person of a table.
  /// - Parameter tellsNotes: whether what is worth knowing of its narrators is said here.
  func composition(
    of manuscript: Manuscript, order: Order, as client: Client? = nil,
    tellsNotes: Bool = true, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> Composition {
    let order =
      if let client {
        self.order(order, for: manuscript, as: client)
      } else {
        try self.order(order, for: manuscript)
      }
    do {
      let composition = try composer.composition(
        of: manuscript, order: order, progress: progress)
      if tellsNotes { tell(composition.notes) }
      return composition
    } catch {
      // Said once: at every line it would only hide what is to be done.
      if let lack = error.lack { throw Failure(.unavailable, visible(lack)) }
      throw Failure(error)
    }
  }

  /// Says sentences that are worth knowing.
  func tell(_ notes: [String]) { for sentence in notes { Printer.warn(visible(sentence)) } }

  /// The listener's profile; empty where there is none.
  /// - Throws: `Failure` with its problems, drawn over its lines.
  func profile() throws(Failure) -> (tree: Profile, source: Source) {
    guard let folders else { return (Profile(), Source(path: "me.profile", bytes: [])) }
    let file = ProfileFile(in: folders)
    let source: Source
    do {
      source = try file.source() ?? Source(path: file.path, bytes: [])
    } catch {
      throw Failure(error)
    }
    let reading = read(profile: source)
    guard !reading.hasErrors else {
      throw Failure(.practice, report: Report(on: source).drawing(of: reading.diagnostics))
    }
    return (reading.tree, source)
  }
}
