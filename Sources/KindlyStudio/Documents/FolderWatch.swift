import Dispatch
import Glibc

/// Tells when something in a folder was written, moved or removed. Costs nothing while nothing is.
final class FolderWatch: @unchecked Sendable {  // the source is made once and cancelled at the end
  private let source: any DispatchSourceRead

  /// Begins to watch; nil where the system can't.
  /// - Parameter changed: called on `queue`, once for several changes at a time.
  init?(_ folder: String, queue: DispatchQueue, changed: @escaping @Sendable () -> Void) {
    let file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard file >= 0 else { return nil }
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    guard inotify_add_watch(file, folder, mask) >= 0 else {
      close(file)
      return nil
    }
    source = DispatchSource.makeReadSource(fileDescriptor: file, queue: queue)
    source.setEventHandler {
      var room = [UInt8](repeating: 0, count: 4096)
      while read(file, &room, room.count) > 0 {}
      changed()
    }
    source.setCancelHandler { close(file) }
    source.resume()
  }

  deinit { source.cancel() }
}
