import Dispatch
import Glibc
import KindlyFiles
import Synchronization

/// A practice that is open in one or more pages: one text, one file, one picture.
///
/// Everything happens on the queue of the document, in the order in which the pages ask; the answer to a
/// change is given when its draft is kept. Composing happens on a queue of its own, of the newest text
/// only.
final class Document: Sendable {
  /// How the author calls it: a name of the library, or the path of the file.
  let name: String
  let draftPath: String?
  let sounding: Sounding
  let composing: DispatchQueue
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
    var pictures: [SessionPicture] = []
    var lastPicture = 0
    var shapes = SessionPicture.Shapes()
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
      if draft.base != file.mark, file.text != nil {
        // Looked at again, it is another file than the one the draft began with, until somebody chooses.
        state.file.mark = draft.base
        state.outside = file
      }
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
}
