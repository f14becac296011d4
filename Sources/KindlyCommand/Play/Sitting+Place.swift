import KindlyConsole
import KindlyLibrary
import KindlyMessages
import KindlyTimeline

/// Where a sitting goes on another time.
extension Sitting {
  /// So much of a new sitting is heard before it takes the place of an older one, in seconds.
  private static var least: Double { 60 }

  /// Frames heard, here and in the sittings this one goes on from.
  private var heardInAll: Frames {
    guard goesOn, let left else { return heard.frames }
    // Earlier versions kept the place alone.
    return heard.frames + Frames(left.when.isEmpty ? left.frame : left.heard)
  }

  /// How much of the session was heard, 0 to 1.
  var share: Double {
    timeline.frames > .zero ? heardInAll.seconds / timeline.frames.seconds : 0
  }

  /// Whether an older place may be given up.
  private var isSettled: Bool {
    left == nil || goesOn || heard.isWhole || heard.frames.seconds >= Self.least
  }

  /// Where the sitting is; nil at its very ends.
  private var place: KeptPlace? {
    guard screen.position > .zero, screen.position < timeline.frames else { return nil }
    return identity.place(at: screen.position, in: timeline, heard: heardInAll)
  }

  /// Keeps the place in case the program or the machine ends.
  func keepPlace() {
    // A place that can't be kept is no reason to disturb a sitting.
    if let folders, isSettled { try? place?.keep(in: folders) }
  }

  /// The sitting is over: its place is kept if it goes on another time.
  func keepOrForgetPlace() {
    guard let folders, isSettled else { return }
    guard remembers else {
      return KeptPlace.forget(identity.key, before: identity.keyBefore, in: folders)
    }
    do {
      try place?.keep(in: folders)
    } catch {
      Printer.note(Message.placeNotKept(error.message, screen.position))
    }
  }
}
