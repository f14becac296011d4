import Kindly
import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlySpeech
import KindlyTimeline
import Synchronization

/// What every command starts from: folders, library, narrator, composer. Any thread.
struct CommandContext: Sendable {
  let folders: Folders?
  let library: Library
  let composer: Composer
  private let told = ToldOnce()

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
    if order.length == nil, !manuscript.isSit,
      profile.tree.prefersLength || manuscript.reading.tree.header.length == nil,
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
    let asked = order
    let order: Order
    if let client {
      order = self.order(asked, for: manuscript, as: client)
    } else {
      order = try self.order(asked, for: manuscript)
      try tellProfileWarnings()
    }
    do {
      let composition = try compose(
        manuscript, order,
        hasUsualLength: client == nil && asked.length == nil && order.length != nil,
        progress: progress)
      if tellsNotes { tellNotes(of: composition, as: client) }
      return composition
    } catch {
      // Said once: at every line it would only hide what is to be done.
      if let lack = error.lackMessage { throw Failure(.unavailable, lack) }
      let isOwn = client == nil && Interface.language != .english
      throw isOwn
        ? refusal(of: order, for: manuscript, after: error) ?? Failure(error) : Failure(error)
    }
  }

  /// Says what is worth knowing of a composition's narrators, and of the listener's own wishes in it.
  func tellNotes(of composition: Composition, as client: Client? = nil) {
    for notice in composition.notices { Printer.warn(notice) }
    if client == nil, let foreign = composition.foreignWishes {
      told.tell([
        Message.foreignWishes(
          in: .language(foreign.wishes), practice: .language(foreign.spoken), foreign.spoken
        ).text(in: Interface.language)
      ])
    }
  }

  /// Compiles what was named, a preset with what it asks.
  func composition(
    of named: NamedPractice, order: Order, as client: Client? = nil,
    tellsNotes: Bool = true, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(Failure) -> Composition {
    try composition(
      of: named.manuscript, order: try named.order(order), as: client, tellsNotes: tellsNotes,
      progress: progress)
  }

  /// Compiles it; where the listener's usual length can't be had, with the practice's own.
  private func compose(
    _ manuscript: Manuscript, _ order: Order, hasUsualLength: Bool,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(CompositionError) -> Composition {
    do {
      return try composer.composition(of: manuscript, order: order, progress: progress)
    } catch {
      guard hasUsualLength, let usual = order.length else { throw error }
      var own = order
      own.length = nil
      guard
        let composition = try? composer.composition(of: manuscript, order: own, progress: progress)
      else {
        throw error
      }
      told.tell([
        Message.usualLengthUnfit(manuscript.title, usual, composition.timeline.frames)
          .text(in: Interface.language)
      ])
      return composition
    }
  }

  /// Tells what is wrong with the profile without keeping a command from its work, a sentence each; its lines that can't be used are left out.
  func tellProfileWarnings() throws(Failure) {
    let source = try profile().source
    let places = Places(of: source)
    told.tell(
      read(profile: source).diagnostics.filter { $0.severity == .warning }.map { warning in
        let line = warning.span.map { ":\(places.line(of: $0.lower))" } ?? ""
        return visible(ProfileWarning.sentence(warning, in: source, at: "\(source.path)\(line)"))
      })
  }

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
      let report = Report(on: source).drawing(of: reading.diagnostics)
      let opening =
        Interface.language == .english
        ? "" : Message.profileIsUnfit.text(in: Interface.language) + "\n"
      throw Failure(.practice, report: opening + report)
    }
    return (reading.tree, source)
  }
}

/// Warnings of a command, each told once however many practices it is about. Any thread.
private final class ToldOnce: Sendable {
  private let told = Mutex<Set<String>>([])

  func tell(_ sentences: [String]) {
    for sentence in sentences where told.withLock({ $0.insert(sentence).inserted }) {
      Printer.warn(sentence)
    }
  }
}
