import Dispatch
import Glibc
import KindlyBase
import KindlyFiles
import Synchronization

extension Document {
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
  func lookAtFile() {
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

  func standing(_ state: State) -> String {
    JSON.object([
      ("is", .string("standing")), ("unsaved", .bool(state.isUnsaved)),
      ("file", .string(visible(state.file.path))), ("isThere", .bool(state.file.text != nil)),
      ("restored", .bool(state.isRestored)),
      ("outside", state.outside?.text.map(JSON.string) ?? .null),
    ]).line
  }

  func tellStanding() {
    let message = state.withLock { standing($0) }
    tellAll(message)
  }
}
