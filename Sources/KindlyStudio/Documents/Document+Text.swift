import Glibc
import KindlyBase
import KindlyFiles
import KindlyLibrary
import Synchronization

extension Document {
  /// Changes the text, keeps the draft, and tells everybody. On the queue.
  func edit(_ splice: Splice, of base: Int?, by page: Int?) {
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

  func keepDraft() {
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
}
