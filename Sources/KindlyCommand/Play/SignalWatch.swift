import CKindlyLinux
import Dispatch
import Glibc

/// A thread that waits for signals while the control thread is busy, and ends the program by them.
final class SignalWatch: Sendable {
  private let ends: (reading: Int32, writing: Int32)
  private let isOver = DispatchSemaphore(value: 0)

  /// Watches a descriptor of `signalfd` until `stop`.
  init(over signals: Int32) {
    var pair: [Int32] = [-1, -1]
    pipe(&pair)
    let ends = (reading: pair[0], writing: pair[1])
    self.ends = ends
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let isOver = isOver
    DispatchQueue.global(qos: .userInteractive).async {
      Self.watch(signals, until: ends.reading)
      isOver.signal()
    }
  }

  deinit {
    close(ends.reading)
    close(ends.writing)
  }

  /// Leaves the signals that come from now on to the control thread.
  func stop() {
    var byte: UInt8 = 0
    _ = write(ends.writing, &byte, 1)
    isOver.wait()
  }

  private static func watch(_ signals: Int32, until end: Int32) {
    var polls = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: end, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      poll(&polls, 2, -1)
      if polls[1].revents != 0 { return }
      var facts = signalfd_siginfo()
      guard polls[0].revents != 0,
        read(signals, &facts, MemoryLayout<signalfd_siginfo>.size) > 0
      else { continue }
      switch Int32(facts.ssi_signo) {
      case SIGINT, SIGTERM, SIGHUP: Signals.end(by: Int32(facts.ssi_signo))
      case SIGTSTP: raise(SIGSTOP)
      default: break
      }
    }
  }
}
