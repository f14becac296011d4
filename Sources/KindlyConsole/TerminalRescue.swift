import Glibc

/// Puts the terminal back when the program crashes.
///
/// What the handler needs lies in memory that is made once and never freed; the handler calls only
/// functions that are safe in a signal handler, and then lets the signal do its work.
enum TerminalRescue {
  private struct Saved {
    var keys = termios()
    var hasKeys = false
    var hasScreen = false
    var isInstalled = false
  }

  nonisolated(unsafe) private static let saved: UnsafeMutablePointer<Saved> = {
    let memory = UnsafeMutablePointer<Saved>.allocate(capacity: 1)
    memory.initialize(to: Saved())
    return memory
  }()

  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE]
  private static let closing = StaticString("\u{1B}[?25h\u{1B}[?1049l")

  /// Remembers what to restore. Control thread.
  static func arm(saved keys: termios?, screen: Bool) {
    if let keys { saved.pointee.keys = keys }
    saved.pointee.hasKeys = keys != nil
    saved.pointee.hasScreen = screen
    guard !saved.pointee.isInstalled else { return }
    saved.pointee.isInstalled = true
    for crash in crashes { signal(crash, rescue) }
  }

  /// Nothing to restore any more.
  static func disarm() {
    saved.pointee.hasKeys = false
    saved.pointee.hasScreen = false
  }

  private static let rescue: @convention(c) (Int32) -> Void = { number in
    if TerminalRescue.saved.pointee.hasScreen {
      _ = write(2, TerminalRescue.closing.utf8Start, TerminalRescue.closing.utf8CodeUnitCount)
    }
    if TerminalRescue.saved.pointee.hasKeys {
      tcsetattr(0, TCSANOW, &TerminalRescue.saved.pointee.keys)
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
