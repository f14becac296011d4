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
}
