import Glibc
import Synchronization

/// The first request to stop: Ctrl-C, SIGTERM or SIGHUP. Work that leaves something unfinished asks
/// now and then, takes it away and ends; a second request ends the program at once.
enum Interruption {
  private static let number = Atomic<Int32>(0)

  /// From here on signals are noted instead of ending the program.
  static func isNoted() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { Interruption.number.store($0, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
  }

  /// Whether nobody asked to stop.
  static var goesOn: Bool { number.load(ordering: .relaxed) == 0 }

  /// Ends the program by the signal that asked for it, if one did.
  static func obey() {
    let number = number.load(ordering: .relaxed)
    if number != 0 { Signals.end(by: number) }
  }
}
