import KindlyConsole
import KindlyDesktop
import KindlyLibrary
import KindlyTimeline

extension Sitting {
  /// Tells the listener or a program what happened, in the manner they asked for.
  func tell(_ happening: Happening) {
    switch manner {
    case .json: Printer.json(happening.json(in: timeline))
    case .sentences:
      say(happening)
    case .sections:
      switch happening {
      case .event, .underrun: break
      default:
        say(happening)
      }
    case .picture, .quiet: break
    }
  }

  private func say(_ happening: Happening) {
    if let sentence = happening.sentence(in: timeline, language: Interface.language) {
      Printer.note(sentence)
    }
  }

  /// What the desktop shows.
  var nowPlaying: NowPlaying {
    let section =
      timeline.sections.isEmpty
      ? "" : timeline.sections[timeline.sectionIndex(at: screen.position)].name
    var playing = NowPlaying(
      title: identity.title, section: section, author: identity.author,
      length: timeline.frames.microseconds)
    playing.position = screen.position.microseconds
    playing.isPlaying = screen.state == .playing || screen.state == .ending
    playing.volume =
      screen.isMuted ? 0 : screen.volume >= 0 ? 1 : Percent.percent(screen.volume) / 100
    return playing
  }

  /// Where the sitting is; nil at its very ends.
  private var place: KeptPlace? {
    guard screen.position > .zero, screen.position < timeline.frames else { return nil }
    return KeptPlace(
      sitting: identity.key, frame: screen.position.count, frames: timeline.frames.count)
  }

  /// Keeps the place in case the program or the machine ends.
  func keepPlace() {
    // A place that can't be kept is no reason to disturb a sitting.
    if let folders { try? place?.keep(in: folders) }
  }

  /// The sitting is over: its place is kept if it goes on another time.
  func keepOrForgetPlace() {
    guard let folders else { return }
    guard remembers else { return KeptPlace.forget(identity.key, in: folders) }
    do {
      try place?.keep(in: folders)
    } catch {
      Printer.note(
        "\(error.sentence) `--from \(screen.position.clock)` goes on from here.")
    }
  }
}
