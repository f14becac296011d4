import Dispatch
import Glibc
import Kindly
import KindlyBase
import KindlyFiles
import KindlyLanguage
import KindlyLibrary
import Synchronization

/// A practice that is open in one or more pages: one text, one file, one picture.
///
/// Everything happens on the queue of the document, in the order in which the pages ask; the answer to a
/// change is given when its draft is kept. Composing happens on a queue of its own, of the newest text
/// only.
final class Document: Sendable {
  /// How the author calls it: a name of the library, or the path of the file.
  let name: String
  private let draftPath: String?
  private let sounding: Sounding
  private let composing: DispatchQueue
  let queue: DispatchQueue
  let state: Mutex<State>
  private let watch = Mutex<FolderWatch?>(nil)

  /// What is known of the document now.
  struct State: Sendable {
    var file: DocumentFile
    /// What the editor shows.
    var text: String
    /// Counts changes of the text.
    var revision = 0
    /// Whether it began with what was typed and not saved before.
    var isRestored = false
    /// What another program made of the file, while there is something unsaved here.
    var outside: DocumentFile?
    /// Values for `{words}`, for these pages alone.
    var values: [String: String] = [:]
    /// The open pages, and how to tell them something.
    var pages: [Int: @Sendable (String) -> Void] = [:]
    var lastPage = 0
    /// The newest pictures, the newest last: what sounds may be some edits old.
    var pictures: [Picture] = []
    var lastPicture = 0
    var shapes = Picture.Shapes()
    /// The last word about the text and the last picture, for pages that come later.
    var told: [String: String] = [:]
    var isComposing = false
    var isStale = false

    /// What the editor began with where there is no file yet.
    var beginning = ""

    /// Whether there is something that is not in the file.
    var isUnsaved: Bool { (file.text ?? beginning) != text }
  }

  /// Opens a document.
  /// - Parameters:
  ///   - text: the text to begin with where there is no file yet.
  ///   - drafts: the folder where unsaved text is kept; nil keeps none.
  init(
    _ name: String, _ file: DocumentFile, text: String?, drafts: String?, sounding: Sounding,
    composing: DispatchQueue
  ) {
    self.name = name
    self.sounding = sounding
    self.composing = composing
    queue = DispatchQueue(label: "document")
    draftPath = drafts.map { "\($0)/\(Draft.name(of: Self.absolute(file.path)))" }
    var state = State(file: file, text: file.text ?? text ?? "")
    state.beginning = text ?? ""
    if let draft = draftPath.flatMap(Draft.read), draft.text != state.text {
      state.isRestored = true
      state.text = draft.text
      if draft.base != file.mark, file.text != nil { state.outside = file }
    }
    self.state = Mutex(state)
    let folder = Folder.parent(of: file.path)
    let watch = FolderWatch(folder, queue: queue) { [weak self] in self?.lookAtFile() }
    self.watch.withLock { $0 = watch }
    compose()
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }

  // MARK: Pages

  /// A page opens: it is told everything there is.
  func open(_ send: @escaping @Sendable (String) -> Void) -> SocketHandler.Page {
    let page = state.withLock { state in
      state.lastPage += 1
      return state.lastPage
    }
    queue.async { [self] in
      state.withLock { state in
        state.pages[page] = send
        send(
          JSON.object([
            ("is", .string("text")), ("rev", .int(Int64(state.revision))),
            ("text", .string(state.text)), ("name", .string(name)),
            ("values", .object(state.values.sorted { $0.key < $1.key }.map { ($0, .string($1)) })),
          ]).line)
        send(standing(state))
        for kind in ["checked", "picture"] { if let message = state.told[kind] { send(message) } }
        send(Self.shapes(state.shapes.drawn, from: 0))
      }
    }
    return SocketHandler.Page(
      receive: { [self] bytes in queue.async { self.receive(bytes, from: page) } },
      leave: { [self] in queue.async { self.state.withLock { $0.pages[page] = nil } } })
  }

  private func receive(_ bytes: [UInt8], from page: Int) {
    guard let message = JSONReader.value(bytes[...]) else { return tell(page, Self.stale) }
    switch message["do"]?.text {
    case "edit":
      guard let splice = Splice(message), let base = message["base"]?.whole else {
        return tell(page, Self.stale)
      }
      edit(splice, of: Int(base), by: page)
    case "values":
      guard case .object(let members)? = message["values"] else { return }
      let values = members.prefix(100).compactMap { name, value in value.text.map { (name, $0) } }
      state.withLock { state in
        state.values = Dictionary(
          values.filter { !$0.1.isEmpty }, uniquingKeysWith: { $1 })
      }
      compose()
    default: break
    }
  }

  private static let stale = JSON.object([("is", .string("stale"))]).line

  private func tell(_ page: Int, _ message: String) {
    state.withLock { $0.pages[page] }?(message)
  }

  private func tellAll(_ message: String) {
    for send in state.withLock({ $0.pages.values }) { send(message) }
  }

  // MARK: The text

  /// Changes the text, keeps the draft, and tells everybody. On the queue.
  private func edit(_ splice: Splice, of base: Int?, by page: Int?) {
    let revision = state.withLock { state -> Int? in
      guard base == nil || base == state.revision, let text = splice.applied(to: state.text),
        text.utf8.count <= TextFile.limit
      else { return nil }
      state.text = text
      state.revision += 1
      return state.revision
    }
    guard let revision else {
      if let page { tell(page, Self.stale) }
      return
    }
    keepDraft()
    let members = [("is", JSON.string("edit")), ("rev", .int(Int64(revision)))] + splice.members
    let told = JSON.object(members).line
    let ack = JSON.object([("is", .string("ack")), ("rev", .int(Int64(revision)))]).line
    for (other, send) in state.withLock({ $0.pages }) { send(other == page ? ack : told) }
    tellStanding()
    compose()
  }

  private func keepDraft() {
    guard let draftPath else { return }
    let draft = state.withLock { state in
      state.isUnsaved ? Draft(base: state.file.mark, text: state.text) : nil
    }
    guard let draft else {
      unlink(draftPath)
      return
    }
    do {
      try draft.write(to: draftPath)
    } catch {
      trouble("What you type can't be kept on the disk (\(String(cString: strerror(error.code)))).")
    }
  }

  private func trouble(_ sentence: String) {
    tellAll(JSON.object([("is", .string("trouble")), ("sentence", .string(sentence))]).line)
  }

  // MARK: The file

  /// Saves; refused where another program changed the file meanwhile.
  func save(_ done: @escaping @Sendable (Answer) -> Void) {
    queue.async { [self] in
      lookAtFile()
      let refused = state.withLock { state -> String? in
        guard state.outside == nil else {
          return "Another program changed the file. Choose which version stays."
        }
        do throws(DocumentFile.Refused) {
          try state.file.save(state.text)
          state.isRestored = false
          return nil
        } catch {
          return error.sentence
        }
      }
      keepDraft()
      tellStanding()
      done(refused.map { .refused(409, $0) } ?? .json(.object([("saved", .bool(true))])))
    }
  }

  /// Looks whether another program changed the file. On the queue.
  private func lookAtFile() {
    let path = state.withLock { $0.file.path }
    guard let found = try? DocumentFile(path) else { return }
    let change = state.withLock { state -> Splice? in
      guard found.mark != state.file.mark else {
        state.outside = nil
        return nil
      }
      // A file that went away is written anew by the next save.
      guard let text = found.text else {
        state.file = found
        return nil
      }
      if state.isUnsaved, text != state.text {
        state.outside = found
        return nil
      }
      state.file = found
      return Splice(from: state.text, to: text)
    }
    if let change { edit(change, of: nil, by: nil) } else { tellStanding() }
  }

  /// Decides between two versions; the other one is kept beside the drafts. On the queue of its own.
  /// - Parameter keep: `mine`, `theirs`, or `saved` to leave what was restored.
  func choose(_ keep: String, _ done: @escaping @Sendable (Answer) -> Void) {
    queue.async { [self] in
      lookAtFile()
      let (mine, theirs) = state.withLock { ($0.text, $0.outside ?? $0.file) }
      let other = keep == "mine" ? theirs.text ?? "" : mine
      let place: String?
      do throws(FileProblem) {
        place = try keepCopy(of: other)
      } catch {
        return done(.refused(409, "I can't keep a copy: \(String(cString: strerror(error.code)))."))
      }
      let change = state.withLock { state -> Splice? in
        state.file = theirs
        state.outside = nil
        state.isRestored = false
        return keep == "mine" ? nil : Splice(from: state.text, to: theirs.text ?? "")
      }
      if let change { edit(change, of: nil, by: nil) } else { keepDraft() }
      tellStanding()
      done(.json(.object([("kept", place.map(JSON.string) ?? .null)])))
    }
  }

  private func keepCopy(of text: String) throws(FileProblem) -> String? {
    guard let draftPath else { return nil }
    let bytes = Array(text.utf8)
    let place = draftPath.dropLast(".draft".count) + "-\(SHA256.hex(bytes).prefix(8)).practice"
    try Folder.make(Folder.parent(of: draftPath))
    try WholeWrite.write(bytes, to: String(place), over: .fileOrLink, mode: 0o600)
    return String(place)
  }

  private func standing(_ state: State) -> String {
    JSON.object([
      ("is", .string("standing")), ("unsaved", .bool(state.isUnsaved)),
      ("file", .string(visible(state.file.path))), ("isThere", .bool(state.file.text != nil)),
      ("restored", .bool(state.isRestored)),
      ("outside", state.outside?.text.map(JSON.string) ?? .null),
    ]).line
  }

  private func tellStanding() {
    let message = state.withLock { standing($0) }
    tellAll(message)
  }

  // MARK: The picture

  /// Has the newest text composed, once for many changes.
  private func compose() {
    let begins = state.withLock { state in
      state.isStale = true
      defer { state.isComposing = true }
      return !state.isComposing
    }
    guard begins else { return }
    composing.async { [self] in
      while let (revision, text, values) = takeWork() {
        let began = ContinuousClock.now
        let outcome = sounding.outcome(of: text, values: values)
        show(outcome, of: revision, text.source)
        // A long practice is not composed at every key: the hand goes first.
        if ContinuousClock.now - began > .milliseconds(100) { usleep(200_000) }
      }
    }
  }

  private func takeWork() -> (Int, LibraryText, [String: String])? {
    state.withLock { state in
      guard state.isStale else {
        state.isComposing = false
        return nil
      }
      state.isStale = false
      let source = Source(path: state.file.path, text: state.text)
      return (state.revision, libraryText(source), state.values)
    }
  }

  private func libraryText(_ source: Source) -> LibraryText {
    LibraryText(
      name: name, kind: .practice, origin: .file, source: source,
      folder: Folder.parent(of: source.path))
  }

  /// What would become of another text of this document.
  func outcome(of source: Source) -> Sounding.Outcome {
    sounding.outcome(of: libraryText(source), values: state.withLock(\.values))
  }

  private func show(_ outcome: Sounding.Outcome, of revision: Int, _ source: Source) {
    let checked = JSON.object([
      ("is", .string("checked")), ("rev", .int(Int64(revision))),
      ("problems", Problems(of: source).json(outcome.diagnostics)),
      ("lack", outcome.lack.map(JSON.string) ?? .null),
      ("sounds", .bool(outcome.performance != nil)),
      ("values", .array(read(practice: source).tree.ownValues.prefix(40).map(JSON.string))),
      (
        "fields",
        .object(HeaderEdit(source).values.map { ($0.rawValue, .string($1)) })
      ),
    ]).line
    let (picture, drawn, missing) = state.withLock { state in
      state.told["checked"] = checked
      state.lastPicture += 1
      let number = state.lastPicture
      let picture = outcome.performance.map {
        Picture(number: number, revision: revision, performance: $0)
      }
      let drawn = picture?.json(shapes: &state.shapes).line
      if let picture {
        state.pictures = state.pictures.suffix(7) + [picture]
        state.told["picture"] = drawn
      }
      return (picture, drawn, state.shapes.takeMissing())
    }
    tellAll(checked)
    if let drawn { tellAll(drawn) }
    guard let picture, !missing.isEmpty else { return }
    let made = missing.map { number, range in
      (number: number, shape: Envelope.shape(of: picture.performance.score, in: range))
    }
    state.withLock { $0.shapes.keep(made) }
    tellAll(Self.shapes(made.map(\.shape), from: made[0].number))
  }

  private static func shapes(_ shapes: [String], from first: Int) -> String {
    JSON.object([
      ("is", .string("shapes")), ("first", .int(Int64(first))),
      ("shapes", .array(shapes.map(JSON.string))),
    ]).line
  }

  /// A picture by its number, or the newest one.
  func picture(_ number: Int?) -> Picture? {
    state.withLock { state in
      guard let number else { return state.pictures.last }
      return state.pictures.last { $0.number == number }
    }
  }

  /// What is said on a line of the newest picture.
  func sayings(line: Int) -> [(text: String, said: String, ipa: String?)] {
    picture(nil).map { sounding.sayings(of: $0.performance, line: line) } ?? []
  }
}
