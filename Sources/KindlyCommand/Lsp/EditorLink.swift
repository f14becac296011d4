import ArgumentParser
import CKindlyLinux
import Glibc
import Kindly
import KindlyAuthoring
import KindlyBase
import KindlyLanguage
import KindlyLanguageServer
import Synchronization

/// Joins the language server with standard input and output, and composes beside.
///
/// Waits without a clock: nothing happens until the editor writes, a text was left alone for a moment
/// after a change, or something was composed.
struct EditorLink {
  private var server: LanguageServer
  private var stream = MessageStream()
  private let composer: LiveComposer
  private let played = PlayedFile()
  /// What was composed last, handed over by the task that did; its pipe wakes the loop.
  private let results = Mailbox()
  private var isComposing = false

  /// A text is composed when it was left alone for so long.
  private static let moment: Int32 = 300

  init(_ context: CommandContext) {
    composer = LiveComposer(folders: context.folders)
    server = LanguageServer(
      services: EditorServices(context, played: played), version: Kindly.configuration.version)
  }

  /// Serves until the editor says farewell or goes away; returns the program's exit status.
  mutating func run() -> Int32 {
    defer { played.stop() }
    while server.end == nil {
      let isWaiting = !isComposing && server.nextToCompose != nil
      var files = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: results.wakes, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&files, 2, isWaiting ? Self.moment : -1)
      if ready < 0 {
        if errno == EINTR { continue }
        return 1
      }
      if files[1].revents != 0, let composed = results.take() {
        isComposing = false
        server.composed(composed.text, composed.diagnostics, heard: composed.heard).forEach(send)
      }
      if files[0].revents != 0 {
        guard read() else { return server.end ?? 0 }
      } else if ready == 0 {
        compose()
      }
    }
    return server.end ?? 0
  }

  /// Takes what the editor wrote; false if it has gone away or nobody can follow it any more.
  private mutating func read() -> Bool {
    var room = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(0, &room, room.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    guard count > 0 else { return false }
    for arrival in stream.take(room[..<count]) {
      switch arrival {
      case .message(let message): server.receive(message).forEach(send)
      case .unreadable: send(LanguageServer.unreadable)
      case .broken:
        Printer.warn("What the editor sent has no readable length, so I can't go on.")
        return false
      }
    }
    return true
  }

  private mutating func compose() {
    guard !isComposing, let text = server.nextToCompose else { return }
    isComposing = true
    let (composer, results) = (composer, results)
    Task.detached { results.put(composer.composed(text)) }
  }

  private func send(_ message: JSON) { Printer.content(MessageStream.framed(message)) }
}

/// What came of composing a text.
struct ComposedDocument: Sendable {
  /// The text.
  var text: OpenText
  /// Everything that was found.
  var diagnostics: [Diagnostic]
  /// When it is heard; nil if it can't be.
  var heard: HeardText?
}

/// Hands a value from one thread to a loop that waits with `poll`.
private final class Mailbox: Sendable {
  private let value = Mutex<ComposedDocument?>(nil)
  private let descriptor = eventfd(0, O_CLOEXEC | O_NONBLOCK)

  /// Readable while a value is there.
  var wakes: Int32 { descriptor }

  deinit { close(descriptor) }

  func put(_ composed: ComposedDocument) {
    value.withLock { $0 = composed }
    eventfd_write(descriptor, 1)
  }

  func take() -> ComposedDocument? {
    var count: eventfd_t = 0
    eventfd_read(descriptor, &count)
    return value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
