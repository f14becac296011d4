import CKindlyLinux
import Glibc

/// The signals of a sitting as something to wait for, so that none interrupts anything halfway.
///
/// Made before any other thread, which then inherits that they are blocked.
final class Signals {
  /// Becomes readable when a signal is pending.
  let descriptor: Int32
  private static let handled = [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH]

  init() {
    var set = Self.set(of: Self.handled)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
  }

  deinit { close(descriptor) }

  /// Signals that have arrived, in the kernel's order.
  func take() -> [Int32] {
    var numbers: [Int32] = []
    var facts = signalfd_siginfo()
    while read(descriptor, &facts, MemoryLayout<signalfd_siginfo>.size) > 0 {
      numbers.append(Int32(facts.ssi_signo))
    }
    return numbers
  }

  /// Lets signals do again what they usually do, once nothing sounds and everything is kept.
  func release() {
    var set = Self.set(of: Self.handled)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Ends the program by `number`, as its parent expects of a program that was asked to end.
  static func end(by number: Int32) -> Never {
    Printer.flush(within: 0.3)
    signal(number, SIG_DFL)
    var set = Self.set(of: [number])
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    exit(128 + number)
  }

  private static func set(of numbers: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    return set
  }
}
