import KindlyConsole
import KindlyDesktop
import Glibc
import KindlyPlayer

extension Sitting {
  /// Does what a signal asks for.
  func obey(signal number: Int32) {
    switch number {
    case SIGWINCH: break
    case SIGTSTP: stopForShell()
    case SIGCONT: takeTerminalAgain()
    default: end(by: number)
    }
  }

  /// Fades out, keeps the place, and ends the program by the signal. A second one ends it at once.
  private func end(by number: Int32) {
    if endingSignal != nil {
      terminal.close()
      Signals.end(by: number)
    }
    endingSignal = number
    remembers = true
    keepPlace()
    guard screen.state == .playing || screen.state == .ending else {
      isOver = true
      return
    }
    endSoon()
    player.speaker.stop(fade: 0.3)
  }

  /// The program that read what is told has gone: fades out and keeps the place, once.
  func leaveUnheard() {
    guard screen.state != .ending else { return }
    remembers = true
    keepPlace()
    guard screen.state == .playing else {
      isOver = true
      return
    }
    endSoon()
    player.speaker.stop(fade: 0.3)
  }

  /// Ends once the last fade has been heard: one second at most, and 250 ms of the device's buffer. A
  /// device that hangs, or never takes a sample again, is not waited for any longer than 3 s.
  func endSoon() {
    screen.state = .ending
    leavesBy = min(leavesBy, Self.seconds + 3)
  }

  /// Ctrl-Z: pauses, gives the terminal back and stops; after `fg` the sitting is still paused.
  private func stopForShell() {
    if screen.state == .playing {
      screen.state = .paused
      player.speaker.pause()
      waitForPause()
    }
    sleepGuard?.release()
    terminal.close()
    Printer.flush(within: 0.2)
    raise(SIGSTOP)
    takeTerminalAgain()
  }

  /// Waits until the fade has been heard, for 600 ms at most: a stopped program would cut it off.
  private func waitForPause() {
    var bell = pollfd(fd: player.speaker.descriptor, events: Int16(POLLIN), revents: 0)
    for _ in 0..<12 where player.speaker.state == .playing {
      poll(&bell, 1, 50)
      takeEvents()
    }
  }

  private func takeTerminalAgain() {
    terminal.close()
    terminal.open(screen: manner == .picture)
  }
}
