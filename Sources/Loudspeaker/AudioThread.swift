import CALSA
import Glibc
import Synchronization

/// The thread that keeps a device fed.
///
/// It sleeps by its own clock, not by the device's descriptors: those of sound servers and plugins
/// each behave differently, and twenty rounds a second notice every fault soon enough. Going round it
/// allocates nothing, locks nothing and waits for nothing but its own doorbell.
final class AudioThread: @unchecked Sendable {  // used by its own thread alone once begun
  let shared: Shared
  let rate: Int
  let pace: Double
  private let wish: SampleFormat?
  private let writer: FrameWriter
  private var pcm: PCM?
  let settings: PCM.Settings
  var transport: Transport
  private var stage = Stage.resting

  /// Stereo Float32 of one run, and the same in the device's format, not yet written.
  private let stereo: UnsafeMutablePointer<Float>
  private let staged: UnsafeMutableRawPointer
  private var stagedFrames = 0
  private var stagedStart = 0
  private let chunk: Int
  /// Device frames that were taken so far.
  private var written: Int64 = 0
  private var anchor = Anchor()

  private enum Stage { case resting, running, over }

  init(
    _ source: BlockSource, on pcm: consuming PCM, shared: Shared, at frame: Int64, volume: Float,
    wish: SampleFormat?, pace: Double
  ) {
    settings = pcm.settings
    rate = settings.rate
    chunk = settings.period
    self.pace = pace
    self.wish = wish
    self.shared = shared
    writer = FrameWriter(format: settings.format, channels: settings.channels)
    transport = Transport(
      source, at: frame * Int64(settings.rate) / 48_000, volume: volume, rate: settings.rate)
    stereo = .allocate(capacity: 2 * chunk)
    stereo.initialize(repeating: 0, count: 2 * chunk)
    staged = .allocate(byteCount: chunk * settings.frameBytes, alignment: 64)
    staged.initializeMemory(as: UInt8.self, repeating: 0, count: chunk * settings.frameBytes)
    anchor.segment = transport.segment(at: 0)
    shared.anchor.publish(anchor)
    self.pcm = consume pcm
  }

  deinit {
    stereo.deallocate()
    staged.deallocate()
  }

  /// Starts the thread, which keeps itself alive until it is over.
  func begin() throws(LoudspeakerError) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let code = pthread_create(&thread, nil, enterAudioThread, context)
    guard code == 0 else {
      Unmanaged<AudioThread>.fromOpaque(context).release()
      throw .trouble(
        device: "", call: "pthread_create", reason: String(cString: strerror(code)))
    }
    pthread_detach(thread)
  }

  /// Goes round until it is over.
  fileprivate func live() {
    kindly_name_thread("kindly-audio")
    while true {
      while let command = shared.commands.take() { obey(command) }
      let rest = goRound()
      if stage == .over { break }
      shared.heartbeat.store(rest == nil ? 0 : Clock.now(), ordering: .relaxed)
      shared.forThread.wait(rest)
      shared.wakeUps.add(1, ordering: .relaxed)
    }
    pcm = nil
    shared.ended.store(true, ordering: .releasing)
    shared.forControl.ring()
  }

  private func obey(_ command: Command) {
    switch command {
    case .play: transport.play()
    case .pause(let fade): transport.pause(fade: fade)
    case .seek(let frame, let fade):
      transport.seek(to: frame, fade: fade)
    case .volume(let gain): transport.setVolume(gain)
    case .stop(let fade): transport.stop(fade: fade)
    }
    if stage == .resting { publish(heard: transport.produced, time: Clock.now(), runs: false) }
  }

  /// Does what is due; tells how long to sleep, nil for until the next command.
  private func goRound() -> Int64? {
    switch stage {
    case .resting: rest()
    case .running: play()
    case .over: 0
    }
  }

  /// Nothing sounds: starts if there is something to hear.
  private func rest() -> Int64? {
    if transport.hasEnded {
      finish()
      return nil
    }
    guard transport.wantsSound else { return nil }
    fill(settings.buffer)
    guard pcm?.start() == true else {
      lose()
      return nil
    }
    stage = .running
    shared.state.store(.playing, ordering: .releasing)
    shared.tell(.resumed(at: place(transport.place(at: written))))
    let now = Clock.now()
    publish(heard: written - Int64(settings.buffer), time: now, runs: true)
    return nanoseconds(settings.period)
  }

  /// Sound is on its way: keeps the device full.
  private func play() -> Int64? {
    guard let status = pcm?.status() else { return nil }
    switch status.state {
    case .running: break
    case .underrun: recover()
    case .idle, .suspended, .gone:
      lose()
      return nil
    }
    let heard = written - Int64(max(0, status.delay))
    fill(status.room)
    publish(heard: heard, time: status.time, runs: true)
    if let silence = transport.silentSince, heard >= silence {
      comeToRest()
      return stage == .resting ? nil : 0
    }
    return nanoseconds(settings.period)
  }

  /// Produces and writes up to `room` frames.
  private func fill(_ room: Int) {
    var left = room
    while left > 0 {
      if stagedFrames == 0 { stage(min(left, chunk)) }
      let outcome = pcm?.write(
        staged + stagedStart * settings.frameBytes, count: min(left, stagedFrames))
      guard case .took(let count) = outcome, count > 0 else { return }
      stagedStart += count
      stagedFrames -= count
      written += Int64(count)
      left -= count
    }
  }

  /// Produces up to `frames` frames in the device's format.
  private func stage(_ frames: Int) {
    stagedStart = 0
    stagedFrames = 0
    while stagedFrames < frames {
      let (count, place) = transport.run(into: stereo, frames: frames - stagedFrames)
      writer.write(
        stereo, frames: count, at: place, to: staged + stagedFrames * settings.frameBytes)
      stagedFrames += count
    }
  }

  /// The device ran dry, so all that was written has been heard.
  private func recover() {
    shared.underruns.add(1, ordering: .relaxed)
    shared.tell(.underrun(at: place(transport.place(at: written))))
    restart(from: written)
  }

  private func restart(from heard: Int64) {
    stagedFrames = 0
    transport.resume(from: heard, count: written, fade: Int64(settings.rate / 200))
    guard pcm?.reset() == true else {
      lose()
      return
    }
    fill(settings.buffer)
    if pcm?.start() != true { lose() }
  }

  /// The last sound has been heard.
  private func comeToRest() {
    stagedFrames = 0
    if transport.hasEnded {
      finish()
      return
    }
    _ = pcm?.reset()
    stage = .resting
    transport.hold(from: written, count: written)
    publish(heard: written, time: Clock.now(), runs: false)
    shared.state.store(.paused, ordering: .releasing)
    shared.tell(.paused(at: place(transport.place(at: written))))
  }

  private func finish() {
    stage = .over
    publish(heard: transport.produced, time: Clock.now(), runs: false)
    shared.state.store(.finished, ordering: .releasing)
    shared.tell(.finished(at: place(transport.place(at: transport.produced))))
  }

  private func lose() {
    stage = .over
    shared.failure.withLock { $0 = .lost(device: pcm?.device ?? "", seconds: 0) }
    shared.state.store(.failed, ordering: .releasing)
    shared.tell(.failed(at: place(transport.place(at: written))))
  }

  private func publish(heard: Int64, time: Int64, runs: Bool) {
    let segment = transport.segment(at: heard)
    let following =
      transport.segment(after: heard) ?? Transport.Segment(device: .max, place: 0, moves: false)
    var turn = anchor.turn
    if segment.place(at: heard) < anchor.segment.place(at: heard) { turn += 1 }
    anchor = Anchor(
      heard: heard, time: time, written: written, runs: runs, segment: segment,
      following: following, turn: turn)
    shared.anchor.publish(anchor)
  }

  /// Device frames as frames of the session.
  private func place(_ frame: Int64) -> Int64 {
    (frame * 48_000 + Int64(rate) / 2) / Int64(rate)
  }

  private func nanoseconds(_ frames: Int) -> Int64 {
    Int64(Double(frames) * 1e9 / (Double(rate) * pace))
  }
}

/// The thread's body: a free function, as a closure would belong to the thread it was written on.
private func enterAudioThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<AudioThread>.fromOpaque(context).takeRetainedValue().live()
  return nil
}
