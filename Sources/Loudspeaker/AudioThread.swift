import CALSA
import Glibc
import Synchronization

/// The thread that keeps a device fed.
///
/// It sleeps by its own clock, not by the device's descriptors: those of sound servers and plugins
/// each behave differently, and twenty rounds a second notice every fault soon enough. Going round,
/// it allocates nothing, locks nothing and waits for nothing but its own doorbell; only opening a
/// device again, while nothing can be heard, is ALSA's business.
final class AudioThread: @unchecked Sendable {  // used by its own thread alone once begun
  /// What the rest of the program is told, and asks.
  let shared: Shared
  let config: Configuration
  var transport: Transport
  var feed: Feed
  var stage = Stage.resting
  /// Keeps a source at the device's rate alive.
  private let resampled: ResampledSource?
  /// What the latest readers know.
  private var anchor = Anchor()

  /// When this stage began, and when something was last heard to move.
  var since = Clock.now()
  var moved: (heard: Int64, time: Int64) = (0, 0)
  /// How long the machine had slept when that was last looked at.
  var slept: Int64
  /// Under-runs with nothing heard between them.
  var fruitless = 0
  /// Whether to sound again when the device is back, and how long to wait for the next try.
  var goesOn = false
  var patience: Int64 = 0

  /// Where the thread stands with its device.
  enum Stage {
    /// Nothing is to be heard.
    case resting
    /// The device runs.
    case running
    /// The device went away.
    case absent
    /// It ended.
    case over
  }

  /// What stays the same.
  struct Configuration {
    /// The device's name.
    let device: String
    /// A format that was asked for.
    let format: SampleFormat?
    /// Frames a second.
    let rate: Int
    /// How much faster than real time the device runs.
    let pace: Double
    /// The time the machine has slept; another one in tests.
    let slept: @Sendable () -> Int64
  }

  init(
    _ source: BlockSource, on pcm: consuming PCM, shared: Shared, config: Configuration,
    at place: Int64, volume: Float
  ) {
    self.shared = shared
    self.config = config
    resampled = config.rate == 48_000 ? nil : ResampledSource(source, rate: config.rate)
    transport = Transport(
      resampled?.blocks ?? source, at: place, volume: volume, rate: config.rate)
    feed = Feed(pcm, pace: config.pace)
    slept = config.slept()
    anchor.segment = transport.segment(at: 0)
    shared.anchor.publish(anchor)
  }

  /// Starts the thread, which keeps itself alive until it is over.
  func begin() throws(LoudspeakerError) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let code = pthread_create(&thread, nil, enterAudioThread, context)
    guard code == 0 else {
      Unmanaged<AudioThread>.fromOpaque(context).release()
      throw .trouble(
        device: config.device, call: "pthread_create", reason: String(cString: strerror(code)))
    }
    pthread_detach(thread)
  }

  /// Goes round until it is over.
  fileprivate func live() {
    kindly_name_thread("kindly-audio")
    shared.thread.store(kindly_thread_number(), ordering: .relaxed)
    askForPriority()
    while true {
      shared.heartbeat.store(Clock.now(), ordering: .relaxed)
      while let command = shared.commands.take() { obey(command) }
      let rest = goRound()
      if stage == .over { break }
      shared.heartbeat.store(rest.map { Clock.now() + $0 } ?? 0, ordering: .relaxed)
      let asleep = Clock.now()
      shared.forThread.wait(rest)
      shared.wakeUps.add(1, ordering: .relaxed)
      if let rest { feed.wokeUp(late: Clock.now() - asleep - rest) }
    }
    feed.close()
    shared.heartbeat.store(0, ordering: .relaxed)
    shared.ended.ring()
    shared.forControl.ring()
  }

  /// Asks to go before ordinary threads. What is refused goes on unasked, and the control side may
  /// know somebody who can give it.
  ///
  /// Real time only for hardware: the libraries of sound servers have limits for real-time threads
  /// that would end the program.
  private func askForPriority() {
    let wish: Loudspeaker.Priority = feed.settings.isHardware ? .realTime : .high
    let isGiven =
      switch wish {
      case .high: kindly_ask_to_go_first() == 0
      case .realTime: kindly_ask_for_priority(10) == 0
      }
    if !isGiven { shared.tell(.priorityRefused(wish)) }
  }

  private func obey(_ command: Command) {
    switch command {
    case .play where stage == .absent: goesOn = true
    case .play: transport.play()
    case .pause(let fade):
      goesOn = false
      transport.pause(fade: fade)
      // Nothing sounds that could fade.
      if stage != .running { _ = transport.hold(from: feed.written, count: feed.written) }
    case .seek(let place, let fade): transport.seek(to: place, fade: fade)
    case .volume(let gain): transport.setVolume(gain)
    case .stop(let fade):
      transport.stop(fade: fade)
      if stage == .absent { enter(.resting) }
    }
    if stage != .running { publish(heard: transport.produced, runs: false) }
  }

  /// Does what is due; tells how long to sleep, nil for until the next command.
  private func goRound() -> Int64? {
    switch stage {
    case .resting: rest()
    case .running: play()
    case .absent: lookForDevice()
    case .over: 0
    }
  }

  /// Nothing sounds: starts if there is something to hear, and lets go of the device after a while.
  private func rest() -> Int64? {
    if transport.hasEnded {
      finish()
      return nil
    }
    guard transport.wantsSound else {
      guard feed.isOpen else { return nil }
      let left = since + 30_000_000_000 - Clock.now()
      if left > 0 { return left }
      feed.close()
      return nil
    }
    let place = transport.place(at: feed.written)
    guard feed.isOpen || reopen(), feed.begin(&transport) else {
      lose(heard: feed.written)
      return 0
    }
    enter(.running)
    slept = config.slept()
    shared.state.store(.playing, ordering: .releasing)
    shared.tell(.resumed(at: sessionFrame(place)))
    publish(heard: feed.heardAtStart, runs: true)
    return feed.nap(until: nil)
  }

  /// Sound is on its way: keeps the device full.
  private func play() -> Int64? {
    let status = feed.status()
    if config.slept() - slept > 1_000_000_000 {
      sleepWell(heard: feed.written - Int64(max(0, status.delay)))
      return 0
    }
    switch status.state {
    case .running: break
    case .underrun: return recover()
    case .suspended:
      sleepWell(heard: anchor.heard(at: Clock.now(), rate: speed))
      return 0
    case .idle, .gone:
      lose(heard: anchor.heard(at: Clock.now(), rate: speed))
      return 0
    }
    let heard = settled(feed.written - Int64(max(0, status.delay)), status)
    feed.fill(&transport, room: status.room)
    publish(heard: heard, at: status.time, runs: true)
    if let silence = transport.silentSince, heard >= silence {
      comeToRest()
      return 0
    }
    if isStuck(heard: heard) {
      shared.tell(.stuck(at: sessionFrame(transport.place(at: heard))))
      lose(heard: heard)
      return 0
    }
    return feed.nap(until: transport.silentSince)
  }

  /// The frame heard at the status's time.
  ///
  /// A thread that was kept from running while it looked does not know when the device answered. If
  /// that is more than half a millisecond, the clock since the last good look knows better, unless the
  /// two contradict each other.
  private func settled(_ heard: Int64, _ status: PCM.Status) -> Int64 {
    let expected = anchor.heard(at: status.time, rate: speed)
    let doubt = Int64(Double(status.doubt) * speed / 1e9)
    guard status.doubt > 500_000, abs(heard - expected) <= doubt else { return heard }
    return expected
  }

  /// The last sound has been heard.
  private func comeToRest() {
    if transport.hasEnded {
      finish()
      return
    }
    enter(.resting)
    feed.silence()
    _ = transport.hold(from: feed.written, count: feed.written)
    publish(heard: feed.written, runs: false)
    shared.state.store(.paused, ordering: .releasing)
    shared.tell(.paused(at: sessionFrame(transport.place(at: feed.written))))
  }

  private func finish() {
    enter(.over)
    publish(heard: transport.produced, runs: false)
    shared.state.store(.finished, ordering: .releasing)
    shared.tell(.finished(at: sessionFrame(transport.place(at: transport.produced))))
  }

  func enter(_ stage: Stage) {
    self.stage = stage
    since = Clock.now()
    moved = (.min, since)
    fruitless = 0
  }

  /// Tells readers what is heard.
  func publish(heard: Int64, at time: Int64 = Clock.now(), runs: Bool) {
    let segment = transport.segment(at: heard)
    let following =
      transport.segment(after: heard) ?? Transport.Segment(device: .max, place: 0, moves: false)
    var turn = anchor.turn
    if segment.place(at: heard) < anchor.segment.place(at: heard) { turn += 1 }
    anchor = Anchor(
      heard: heard, time: time, written: feed.written, runs: runs, segment: segment,
      following: following, turn: turn)
    shared.anchor.publish(anchor)
  }

  /// Device frames a second of the monotonic clock.
  var speed: Double { Double(config.rate) * config.pace }

  /// The device's frames as frames of the session.
  func sessionFrame(_ frame: Int64) -> Int64 {
    (frame * 48_000 + Int64(config.rate) / 2) / Int64(config.rate)
  }
}

/// The thread's body: a free function, as a closure would belong to the thread it was written on.
private func enterAudioThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<AudioThread>.fromOpaque(context).takeRetainedValue().live()
  return nil
}
