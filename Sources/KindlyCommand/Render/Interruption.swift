import CKindlyLinux
import Glibc
import Synchronization

/// Requests to stop: Ctrl-C, SIGTERM or SIGHUP. They end the program at once, whatever it waits for,
/// except while a file is written: then the unfinished file is taken away first. A second request ends
/// the program in any case.
enum Interruption {
  private static let number = Atomic<Int32>(0)
  /// How many files are being written now.
  private static let unfinished = Atomic(0)
  /// Whether a line on the terminal is to be taken away.
  private static let hasBar = Atomic(false)
  private static let clearing = StaticString("\r\u{1B}[K")

  /// From here on signals wait for files that are being written.
  static func isNoted() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { Interruption.take($0) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
  }

  /// Whether nobody asked to stop.
  static var goesOn: Bool { number.load(ordering: .relaxed) == 0 }

  /// Does work that leaves something unfinished when it is broken off. It asks `goesOn` now and then;
  /// the last such work to end after a request ends the program.
  static func whileUnfinished<Value, Problem: Error>(
    _ work: () throws(Problem) -> Value
  ) throws(Problem) -> Value {
    unfinished.wrappingAdd(1, ordering: .sequentiallyConsistent)
    defer {
      if unfinished.wrappingSubtract(1, ordering: .sequentiallyConsistent).newValue == 0 { obey() }
    }
    return try work()
  }

  /// Remembers that a line is drawn on the terminal, or was taken away.
  static func drawsBar(_ isShown: Bool) { hasBar.store(isShown, ordering: .relaxed) }

  /// Ends the program by the signal that asked for it, if one did.
  static func obey() {
    let number = number.load(ordering: .relaxed)
    if number != 0 { end(by: number) }
  }

  /// In a signal handler: only calls that are safe there.
  private static func take(_ signal: Int32) {
    number.store(signal, ordering: .sequentiallyConsistent)
    if unfinished.load(ordering: .sequentiallyConsistent) == 0 { end(by: signal) }
  }

  private static func end(by number: Int32) {
    if hasBar.load(ordering: .relaxed) {
      _ = write(2, clearing.utf8Start, clearing.utf8CodeUnitCount)
    }
    // The handler was taken away when it was called; the signal arrives when it returns.
    signal(number, SIG_DFL)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
  }
}
