import Glibc
import KindlyDesktop
import KindlyMessages

extension EndOptions {
  /// The program to start at the end; nil if none is asked for.
  /// - Throws: `Failure` if there is no such program: nobody may be there at the end to be told.
  func program() throws(Failure) -> ChildProgram? {
    guard let whenDone else { return nil }
    guard let program = ChildProgram(whenDone.words) else {
      throw Failure(.unavailable, Message.noSuchProgram(whenDone.words[0]))
    }
    return program
  }

  /// Does what was asked for after a sitting whose last sound was heard, and tells what failed.
  ///
  /// The notification is for an end that came by itself. The program also starts after `q`, but not
  /// where the listener keeps the place to come back to.
  func finish(_ sitting: Sitting, with program: ChildProgram?) {
    if notify == true, sitting.heard.isWhole, !sitting.remembers {
      let note = Notification(
        summary: sitting.identity.title,
        body: Message.sittingHasEnded.text(in: Interface.language))
      if !note.show() { Printer.warn(.noNotification) }
    }
    guard let program, !sitting.remembers else { return }
    // Words that were queued come before those of the program, and signals mean what they usually do.
    Printer.flush(within: 0.5)
    sitting.signals.release()
    let name = program.words[0]
    switch program.run() {
    case .code(0), .late: break
    case .code(let code): Printer.warn(.programEndedWith(name, Int(code)))
    case .signal(let signal): Printer.warn(.programWasEnded(name, signal: Int(signal)))
    case .notStarted(let code):
      Printer.warn(.programNotStarted(name, String(cString: strerror(code))))
    }
  }
}
