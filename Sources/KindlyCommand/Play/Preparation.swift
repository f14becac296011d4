import CKindlyLinux
import Dispatch
import Glibc
import KindlyConsole
import Synchronization

/// Has a session made while its listener sees what is going on and can leave.
///
/// Control thread; the session is made on another one. What takes less than a moment is not shown.
final class Preparation {
  private let signals: Signals
  private let hasPicture: Bool
  private let terminal = Terminal(isReady: { Printer.takesPicture }, send: Printer.draw)
  private var screen: PreparationScreen
  private var isShown = false
  private var readsKeys = Terminal.hasKeys

  /// Milliseconds after which the listener is told.
  private static let moment = 80

  /// `hasPicture`: whether a picture is drawn; elsewhere nothing is said.
  init(_ title: String, hasPicture: Bool, signals: Signals) {
    screen = PreparationScreen(title: title, language: Interface.language)
    self.hasPicture = hasPicture
    self.signals = signals
  }

  /// Has a session made. If the listener leaves before it is, the program ends.
  ///
  /// - Parameter work: makes it, and tells how many phrases are spoken and of how many.
  /// - Throws: `Failure` as the work does.
  func making<Value: Sendable>(
    _ work:
      @escaping (_ progress: @escaping @Sendable (Int, Int) -> Void) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let news = News<Value>()
    // Whoever called waits here, so only the other thread uses what the work is about.
    nonisolated(unsafe) let work = work
    DispatchQueue.global(qos: .userInitiated).async {
      let result = Result { () throws(Failure) in
        try work { done, all in news.tell { ($0.done, $0.all) = (done, all) } }
      }
      news.tell { $0.result = result }
    }
    defer { terminal.close() }
    let first = Self.now + Self.moment
    while true {
      let state = news.now
      if let result = state.result { return try result.get() }
      if !isShown, hasPicture, Self.now >= first { begin() }
      (screen.done, screen.all) = (state.done, state.all)
      if isShown { terminal.show(screen) }
      wait(
        for: news.descriptor, milliseconds: isShown || !hasPicture ? -1 : max(0, first - Self.now))
      news.forget()
      obeySignals()
      // The other thread still makes what nobody wants any more; it ends with the program.
      if leaves { leave() }
    }
  }

  /// Waits for news, a signal or a key, or so many milliseconds; −1 for ever.
  private func wait(for news: Int32, milliseconds: Int) {
    var polls = [signals.descriptor, news, isShown && readsKeys ? 0 : -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    poll(&polls, nfds_t(polls.count), Int32(min(milliseconds, Self.moment)))
  }

  private func begin() {
    isShown = true
    terminal.open(screen: true)
  }

  /// Milliseconds of a clock that only runs forward.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// Does what signals ask for.
  private func obeySignals() {
    for number in signals.take() {
      switch number {
      case SIGWINCH, SIGCONT: break
      case SIGTSTP:
        terminal.close()
        raise(SIGSTOP)
        if isShown { terminal.open(screen: true) }
      default:
        terminal.close()
        Signals.end(by: number)
      }
    }
  }

  /// Whether the listener presses a key to leave.
  private var leaves: Bool {
    guard isShown, readsKeys else { return false }
    var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 0) > 0 else { return false }
    guard let keys = terminal.keys() else {
      readsKeys = false
      return false
    }
    return keys.contains(.character("q")) || keys.contains(.character("Q"))
  }

  private func leave() -> Never {
    terminal.close()
    Printer.flush(within: 0.3)
    exit(0)
  }
}

/// What the other thread tells.
private final class News<Value: Sendable>: Sendable {
  /// Becomes readable with each piece of news.
  let descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  private let state = Mutex(State())

  struct State {
    var done = 0
    var all = 0
    var result: Result<Value, Failure>?
  }

  deinit { close(descriptor) }

  var now: State { state.withLock { $0 } }

  func tell(_ change: (inout State) -> Void) {
    state.withLock { change(&$0) }
    _ = eventfd_write(descriptor, 1)
  }

  func forget() {
    var count: eventfd_t = 0
    _ = eventfd_read(descriptor, &count)
  }
}
