import CKindlyLinux
import Glibc

/// Waits until one of several files is saved, without looking at them meanwhile.
///
/// Editors save in place, or write beside and rename; so the folders are watched, and their events
/// looked through for the files' names. A file may come and go.
struct FileWatch: ~Copyable {
  private let events: Int32
  /// The names that count, by the folder's number.
  private var names: [Int32: Set<String>]

  /// Watches these paths from now on.
  /// - Throws: `Failure` where the system allows no further watch, or no folder of theirs is there.
  init(_ paths: [String]) throws(Failure) {
    let events = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard events >= 0 else { throw Self.refusal(errno) }
    var names: [Int32: Set<String>] = [:]
    if let code = Self.add(paths, to: events, &names), names.isEmpty {
      close(events)
      throw Self.refusal(code)
    }
    self.events = events
    self.names = names
  }

  /// Watches further paths, or the same once more. Folders that are not there are left out.
  /// - Returns: the system's error number where one was left out.
  @discardableResult mutating func add(_ paths: [String]) -> Int32? {
    Self.add(paths, to: events, &names)
  }

  private static func add(
    _ paths: [String], to events: Int32, _ names: inout [Int32: Set<String>]
  ) -> Int32? {
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    var code: Int32?
    for path in paths {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let number = inotify_add_watch(events, folder, mask)
      guard number >= 0 else {
        code = errno
        continue
      }
      names[number, default: []].insert(
        slash.map { String(path[path.index(after: $0)...]) } ?? path)
    }
    return code
  }

  deinit { close(events) }

  private static func refusal(_ code: Int32) -> Failure {
    Failure(.inputOutput, "I can't watch the files: \(String(cString: strerror(code))).")
  }

  /// Waits for the next change, and for the moment in which several come together.
  /// - Returns: the names of the files that changed, sorted.
  func next() -> [String] {
    var changed: Set<String> = []
    while true {
      var file = pollfd(fd: events, events: Int16(POLLIN), revents: 0)
      let ready = poll(&file, 1, changed.isEmpty ? -1 : 50)
      if ready == 0 { return changed.sorted() }
      if ready > 0 { changed.formUnion(read()) }
      if ready < 0, errno != EINTR { return changed.sorted() }
    }
  }

  private func read() -> Set<String> {
    var changed: Set<String> = []
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { room in
      let count = Glibc.read(events, room.baseAddress, room.count)
      let head = MemoryLayout<inotify_event>.size
      var place = 0
      while place + head <= count {
        let event = room.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
        let end = min(count, place + head + Int(event.len))
        let letters = room[(place + head)..<end].prefix { $0 != 0 }
        let name = String(decoding: letters, as: UTF8.self)
        if names[event.wd]?.contains(name) == true { changed.insert(name) }
        place = end
      }
    }
    return changed
  }
}
