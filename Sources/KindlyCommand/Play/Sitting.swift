import KindlyConsole
import KindlyDesktop
import Glibc
import KindlyLibrary
import KindlyMessages
import KindlyPlayer
import KindlyRender
import Kindly
import KindlyTimeline

/// Somebody sits: the control loop between a player, its listener and their desktop.
///
/// One thread. It sleeps in `poll` until a key, a signal, the device or the desktop wants something,
/// or until the picture or the next event is due.
final class Sitting {
  let performance: Performance
  let player: Player
  let identity: SittingIdentity
  let folders: Folders?
  let manner: OutputMode
  let signals: Signals
  let terminal = Terminal(isReady: { Printer.takesPicture }, send: Printer.draw)
  var screen: Screen
  var follower: Follower
  var beginning: Beginning?
  var remote: RemoteControl?
  var sleepGuard: SleepGuard?
  var heard = Heard()
  /// Where each of several practices begins; empty for one.
  var parts: [Frames] = []
  /// When the line of levels goes away, on the clock of `seconds`.
  var levelsShownUntil = 0.0
  private var hasBegun = false
  /// Whether the session sounded when it was last looked at.
  private var wasSounding = false
  /// Whether the loop goes on.
  var isOver = false
  /// Where this was left before, and whether this sitting goes on from there.
  var left: KeptPlace?
  var goesOn = false
  /// Below how many seconds of waiting the next line about it is due.
  var waitingToldAt = Double.infinity
  /// Whether the listener knows how long the ending lasts.
  var isEndTold = false
  /// Whether the place is kept at the end.
  var remembers = false
  /// The line of this sit in the journal, once enough of it was heard.
  var journalLine: Journal.OpenLine?
  /// The signal that ends the program.
  var endingSignal: Int32?
  /// When this is over even if the device never hears its last fade, on the clock of `seconds`.
  var leavesBy = Double.infinity
  /// Whether keys can still come.
  private var readsKeys = Terminal.hasKeys
  /// Why the device gave up.
  private(set) var failure: LoudspeakerError?

  init(
    _ performance: Performance, player: Player, identity: SittingIdentity, manner: OutputMode,
    start: Frames, volume: Double, beginning: Beginning?, signals: Signals, folders: Folders?
  ) {
    self.performance = performance
    self.player = player
    self.identity = identity
    self.manner = manner
    self.signals = signals
    self.folders = folders
    self.beginning = beginning
    screen = Screen(timeline: performance.timeline, position: start)
    screen.volume = volume
    screen.language = Interface.language
    follower = Follower(performance.timeline, from: start)
    remote = RemoteControl(nowPlaying)
    sleepGuard = SleepGuard()
  }

  /// Sits to the end, whichever way it comes.
  func run() {
    // Whoever reads what is told may stop reading; signals, place and journal must not wait for them.
    Printer.neverWait()
    terminal.open(screen: manner == .picture)
    defer { terminal.close() }
    sleepGuard?.hold()
    if let beginning { screen.state = .waiting(beginning.left) } else { player.speaker.play() }
    while !isOver {
      look()
      wait()
    }
    sleepGuard?.release()
    player.speaker.stop(fade: 0)
  }

  var timeline: Timeline { performance.timeline }

  /// Brings everything that is shown up to now.
  private func look() {
    if let beginning {
      screen.state = .waiting(beginning.left)
      tellWaiting()
      if beginning.left == .zero { begin() }
    }
    takeEvents()
    if beginning == nil {
      let position = player.position
      // What sounded since the last look counts also when it has stopped meanwhile.
      let isSounding = player.speaker.state == .playing
      if isSounding || wasSounding { heard.advance(from: screen.position, to: position) }
      wasSounding = isSounding
      screen.position = min(position, timeline.frames)
      player.attend()
      for happening in follower.advance(to: screen.position) { tell(happening) }
      beginJournal()
      if heard.isTimeToKeep, screen.state == .playing {
        keepPlace()
        goOnInJournal()
      }
      if manner == .json, Printer.hasNoReader { leaveUnheard() }
      if Self.seconds >= leavesBy { isOver = true }
    }
    screen.endsAt = player.mixer.earlyEnd
    tellEnding()
    forgetLevels()
    screen.notice =
      player.speaker.isAnswering ? nil : Message.deviceSilent.text(in: Interface.language)
    terminal.show(screen)
    remote?.show(nowPlaying)
  }

  /// The waiting is over.
  func begin() {
    beginning = nil
    if isPlain { Printer.note(Message.begins) }
    screen.state = .playing
    player.speaker.play()
  }

  /// Learns what the device has told since the last look.
  func takeEvents() {
    for event in player.speaker.takeEvents() { take(event) }
  }

  private func take(_ event: Loudspeaker.Event) {
    switch event {
    case .underrun(let frame): tell(.underrun(Frames(frame)))
    case .slept(let frame):
      screen.state = .paused
      tell(.paused(Frames(frame)))
    case .stuck: break
    case .deviceLost(let frame):
      screen.state = .deviceLost
      keepPlace()
      tell(.deviceLost(Frames(frame)))
    case .deviceBack(let frame):
      screen.state = .playing
      tell(.deviceBack(Frames(frame)))
    case .paused(let frame):
      tell(.paused(Frames(frame)))
      keepPlace()
    case .resumed(let frame):
      // The device also tells that it begins, which is no news.
      if hasBegun { tell(.resumed(Frames(frame))) }
      hasBegun = true
    case .finished(let frame):
      for happening in follower.advance(to: Frames(frame)) { tell(happening) }
      tell(.finished(Frames(frame)))
      // What sounded since the last look was heard too.
      let end = min(Frames(frame), timeline.frames)
      heard.advance(from: screen.position, to: end)
      screen.position = end
      heard.isWhole = frame >= timeline.frames.count
      isOver = true
    case .priorityRefused(let priority): askRealtimeKit(for: priority)
    case .failed:
      failure = player.speaker.failure
      remembers = true
      isOver = true
    }
  }

  /// The answer is waited for elsewhere: a bus may hang.
  private func askRealtimeKit(for priority: Loudspeaker.Priority) {
    let thread = player.speaker.thread
    Task.detached {
      let kit = RealtimeKit()
      switch priority {
      case .high: _ = kit?.putFirst(thread: thread)
      case .realTime: _ = kit?.makeRealTime(thread: thread)
      }
    }
  }

  private func wait() {
    guard !isOver else { return }
    var polls = [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: player.speaker.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: readsKeys ? 0 : -1, events: Int16(POLLIN), revents: 0),
    ]
    if let remote { polls.append(remote.poll) }
    if let sleepGuard { polls.append(sleepGuard.poll) }
    poll(&polls, nfds_t(polls.count), patience)
    if polls[0].revents != 0 { for number in signals.take() { obey(signal: number) } }
    if polls[2].revents != 0 { readKeys() }
    askDesktop()
  }

  private func readKeys() {
    guard let keys = terminal.keys() else {
      readsKeys = false
      return
    }
    for key in keys {
      if let request = Request(key, at: screen.position, in: timeline) {
        obey(request)
        answer(request)
      } else {
        answer(key)
      }
    }
  }

  private func askDesktop() {
    if remote != nil {
      if let requests = remote?.process() { requests.forEach(obey) } else { remote = nil }
    }
    if sleepGuard != nil {
      guard let sleeps = sleepGuard?.process() else {
        sleepGuard = nil
        return
      }
      if sleeps.contains(true), screen.state == .playing { obey(.togglePause) }
    }
  }

  /// Milliseconds until something is due: the next second of the picture, the next event of a
  /// listener without one, the start; 10 s at the most, to keep the place.
  private var patience: Int32 {
    var due = 10.0
    if let beginning {
      let left = beginning.left.seconds
      due = min(due, manner == .picture ? min(1, left) : left)
      if isPlain { due = min(due, max(0, left - waitingToldAt)) }
    } else if screen.state == .playing || screen.state == .ending {
      let position = screen.position.count
      if journalLine == nil { due = min(due, max(0.1, 5 - heard.frames.seconds)) }
      if manner == .picture, screen.isBreathing {
        due = 0.1
      } else if manner == .picture {
        due = Double(Frames.rate - position % Frames.rate) / Double(Frames.rate)
      } else if let next = timeline.start(after: screen.position) {
        due = min(due, Double(next.count - position) / Double(Frames.rate))
      }
    }
    if screen.state == .ending, !isEndTold { due = min(due, 0.1) }
    due = min(due, max(0, leavesBy - Self.seconds))
    if screen.showsLevels { due = min(due, max(0, levelsShownUntil - Self.seconds)) }
    return Int32(due * 1000) + 1
  }
}
