import CKindlyALSA
import Glibc
import Synchronization
import KindlyBase

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
  var writer: DeviceWriter
  var stage = Stage.resting
  /// Keeps a source at the device's rate alive.
  private let resampled: ResampledSource?
  /// What the latest readers know.
  var anchor = Anchor()

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
    let format: DeviceFormat?
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
    resampled = Int64(config.rate) == Frames.rate ? nil : ResampledSource(source, rate: config.rate)
    transport = Transport(
      resampled?.blocks ?? source, at: place, volume: volume, rate: config.rate)
    writer = DeviceWriter(pcm, pace: config.pace)
    slept = config.slept()
    anchor.segment = transport.places.segment(at: 0)
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
      if let rest { writer.wokeUp(late: Clock.now() - asleep - rest) }
    }
    writer.close()
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
    // Also where real time is wanted: it is better than nothing if that is refused everywhere.
    let goesFirst = kindly_ask_to_go_first() == 0
    let wish: Loudspeaker.Priority = writer.settings.isHardware ? .realTime : .high
    let isGiven =
      switch wish {
      case .high: goesFirst
      case .realTime: kindly_ask_for_priority(10) == 0
      }
    if !isGiven { shared.tell(.priorityRefused(wish)) }
  }

  private func obey(_ command: PlayerCommand) {
    switch command {
    case .play where stage == .absent: goesOn = true
    case .play: transport.play()
    case .pause(let fade):
      goesOn = false
      transport.pause(fade: fade)
      // Nothing sounds that could fade.
      if stage != .running { _ = transport.hold(from: writer.written, count: writer.written) }
    case .seek(let place, let fade): transport.seek(to: place, fade: fade)
    case .volume(let gain): transport.setVolume(gain)
    case .stop(let fade):
      transport.stop(fade: fade)
      if stage == .absent { enter(.resting) }
    }
    if stage != .running { publish(heard: transport.produced, runs: false) }
  }

  func enter(_ stage: Stage) {
    self.stage = stage
    since = Clock.now()
    moved = (.min, since)
    fruitless = 0
  }
}

/// The thread's body: a free function, as a closure would belong to the thread it was written on.
private func enterAudioThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<AudioThread>.fromOpaque(context).takeRetainedValue().live()
  return nil
}
