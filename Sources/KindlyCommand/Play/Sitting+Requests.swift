import KindlyConsole
import KindlyDesktop
import Glibc
import KindlyPlayer
import KindlyRender
import KindlyTimeline

extension Sitting {
  /// Does what a key asks for.
  func obey(_ request: Request) {
    switch request {
    case .togglePause: togglePause()
    case .seek(let frame): seek(to: frame)
    case .changeVolume(let step): setVolume(screen.volume + step)
    case .toggleMute: mute(!screen.isMuted)
    case .changeLevel(let part, let step):
      screen.levels.change(part, by: step)
      useLevels([part])
    case .toggleLevel(let part):
      screen.levels.toggle(part)
      useLevels([part])
    case .endGently: endGently()
    case .endRemembering: endRemembering()
    case .leaveSection: leaveSection()
    case .goWhereLeft:
      guard let leftAt = screen.leftAt else { return }
      if beginning != nil { begin() }
      goesOn = true
      seek(to: leftAt)
    case .toggleHelp: screen.showsHelp.toggle()
    }
  }

  /// Does what the desktop asks for.
  func obey(_ request: RemoteRequest) {
    switch request {
    case .play:
      if screen.state != .playing { togglePause() }
    case .pause:
      if screen.state == .playing { togglePause() }
    case .playPause: togglePause()
    case .stop: endGently()
    case .next where !parts.isEmpty:
      if let next = parts.first(where: { $0 > screen.position }) { seek(to: next) }
    case .previous where !parts.isEmpty:
      // Within the first two seconds of one, the one before.
      let reach = screen.position - Frames(seconds: 2)
      seek(to: parts.last { $0 <= reach } ?? .zero)
    case .next: obey(Request(.pageDown, at: screen.position, in: timeline) ?? .endGently)
    case .previous:
      if let request = Request(.pageUp, at: screen.position, in: timeline) { obey(request) }
    case .leap(by: let step): seek(to: screen.position + Frames(microseconds: step))
    case .seek(to: let place): seek(to: Frames(microseconds: place))
    case .volume(let share):
      if share > 0 { setVolume(Percent.decibels(share * 100)) } else { mute(true) }
    }
  }

  private func togglePause() {
    switch screen.state {
    case .waiting: begin()
    case .playing:
      screen.state = .paused
      player.speaker.pause()
      sleepGuard?.release()
    case .paused:
      screen.state = .playing
      sleepGuard?.hold()
      player.speaker.play()
    case .deviceLost, .ending: break
    }
  }

  private func seek(to frame: Frames, fade: Double = 0.015) {
    guard screen.state != .ending, beginning == nil else { return }
    let place = Frames(min(max(0, frame.count), timeline.frames.count))
    player.seek(to: place, fade: fade)
    follower.jump(to: place)
    screen.position = place
    remote?.showSeek(to: place.microseconds)
  }

  private func mute(_ isMuted: Bool) {
    screen.isMuted = isMuted
    player.setVolume(decibels: isMuted ? -200 : screen.volume)
  }

  private func setVolume(_ decibels: Double) {
    screen.volume = min(0, max(-60, decibels))
    screen.isMuted = false
    player.setVolume(decibels: screen.volume)
  }

  private func leaveSection() {
    guard let next = Request(.pageDown, at: screen.position, in: timeline) else {
      endGently()
      return
    }
    if case .seek(let frame) = next { seek(to: frame, fade: 0.6) }
  }

  /// Fades and rings the closing bell; asked a second time, or when nothing sounds, ends at once.
  private func endGently() {
    guard screen.state == .playing else {
      endAtOnce()
      return
    }
    screen.state = .ending
    player.mixer.end(.gently)
  }

  private func endRemembering() {
    remembers = true
    keepPlace()
    endAtOnce()
  }

  private func endAtOnce() {
    switch screen.state {
    case .playing, .ending:
      endSoon()
      player.mixer.end(.atOnce)
    case .waiting, .paused, .deviceLost: isOver = true
    }
  }
}

extension Frames {
  fileprivate init(microseconds: Int64) {
    // Microseconds come from outside: no product may overflow.
    let bounded = min(max(microseconds, -86_400_000_000), 86_400_000_000)
    self.init(bounded * 6 / 125)
  }

  /// The same in microseconds, as MPRIS counts.
  var microseconds: Int64 { count * 125 / 6 }
}
