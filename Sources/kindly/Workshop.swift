import Composing
import Library
import Narration
import Practice
import Studio

/// What every command starts from: folders, library, narrator, studio.
struct Workshop {
  let folders: Folders?
  let library: Library
  let studio: Studio

  /// Opens the listener's folders. Without a home there is still everything that is built in.
  init() {
    folders = try? Folders.ofUser()
    library = Library(folders: folders)
    studio = Studio(library: library, narrator: Narrator(cache: folders?.cache))
  }

  /// Reads a practice by name or path.
  func manuscript(_ argument: String) throws(Failure) -> Manuscript {
    do {
      return try studio.manuscript(of: argument)
    } catch {
      throw Failure(.noInput, "kindly: " + error.sentence)
    }
  }

  /// Compiles a practice, saying its problems if it can't be.
  func composition(
    of manuscript: Manuscript, order: Order
  ) throws(Failure) -> Composition {
    do {
      return try studio.composition(of: manuscript, order: order)
    } catch {
      throw Failure(studio.lacksEngine ? .unavailable : .practice, error.report)
    }
  }
}
