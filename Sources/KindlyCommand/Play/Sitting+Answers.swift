import KindlyConsole
import KindlyLanguage
import KindlyMessages
import KindlyTimeline

/// A sitting without a picture: every key is answered with a word, and what a picture would show is told.
extension Sitting {
  /// Whether lines are printed, for a person who reads or hears them one after another.
  var isPlain: Bool { manner == .sections || manner == .sentences }

  /// Tells what begins, how long it is, and the keys.
  func tellStart() {
    guard isPlain, Terminal.hasKeys else { return }
    Printer.note("\(visible(identity.title)), \(timeline.frames.clock).")
    Printer.note(Message.plainKeys)
  }

  /// Tells how long it still is before the beginning: at once, then at 1 h, 30 min, 10, 5, 2, 1 min, 30 s.
  func tellWaiting() {
    guard isPlain, let beginning else { return }
    let left = beginning.left
    guard left.seconds <= waitingToldAt, left > .zero else { return }
    Printer.note(Message.beginsIn(left))
    waitingToldAt = Self.noticeTimes.first { $0 < left.seconds - 1 } ?? 0
  }

  private static let noticeTimes: [Double] =
    stride(from: 23, through: 1, by: -1).map { Double($0) * 3_600 }
    + [1_800, 600, 300, 120, 60, 30]

  /// Tells once how long the closing bell still rings.
  func tellEnding() {
    guard screen.state == .ending, let end = screen.endsAt, !isEndTold else { return }
    isEndTold = true
    let left = Int((end - screen.position).seconds.rounded(.up))
    if isPlain, left > 1 { Printer.note(Message.endingIn(left)) }
  }

  /// Answers a key that asked for something.
  func answer(_ request: Request) {
    guard isPlain else { return }
    switch request {
    case .togglePause:
      // The device tells of pauses itself.
      if screen.state == .ending { Printer.note(Message.isEnding) }
    case .seek, .goWhereLeft: Printer.note(placeWords)
    case .leaveSection: if screen.state != .ending { Printer.note(placeWords) }
    case .changeVolume: Printer.note(Message.volumeIs(Int(screen.volume.rounded())))
    case .toggleMute: Printer.note(screen.isMuted ? Message.muted : Message.soundIsOn)
    case .changeLevel, .toggleLevel: break
    case .endGently: if isOver || isEndTold { Printer.note(Message.endsNow) }
    case .endRemembering: Printer.note(Message.placeKept(screen.position))
    case .toggleHelp:
      for key in Request.keys {
        Printer.note(
          key.key.text(in: Interface.language) + ": " + key.does.text(in: Interface.language))
      }
    }
  }

  /// Answers a key that asks for nothing here.
  func answer(_ key: Key) {
    guard isPlain else { return }
    switch key {
    case .character("."): Printer.note(Message.noMoreWords)
    case .pageDown: Printer.note(Message.lastSection)
    default: Printer.note(Message.noSuchKey)
    }
  }

  private var placeWords: Message {
    if beginning != nil { return .notBegun }
    let section = timeline.mark(at: screen.position)?.section ?? ""
    return .atPlace(screen.position.clock + (section.isEmpty ? "" : ", " + section))
  }
}
