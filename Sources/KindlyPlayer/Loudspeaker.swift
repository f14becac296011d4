import CKindlyALSA
import Glibc
public import Synchronization
import KindlyBase

/// A sound device that plays a `BlockSource`: the audio thread's control side.
///
/// Any thread may call it. Commands are taken up by the audio thread within a period of the device
/// (about 50 ms) and heard after its buffer (250 ms at most).
public final class Loudspeaker: Sendable {
  /// What it does at the moment.
  public enum State: UInt8, AtomicRepresentable, Sendable, Hashable {
    /// Holds its place; as it is before the first `play`.
    case paused
    /// Sounds.
    case playing
    /// Keeps its place and waits for the device to come back.
    case waiting
    /// The last sample has been heard, or it was stopped.
    case finished
    /// Gave up; `failure` says why.
    case failed
  }

  /// What the audio thread would like to have, to be in time on a busy machine.
  public enum Priority: UInt8, BitwiseCopyable, Sendable, Hashable {
    /// Before ordinary threads: enough for a sound server, which has a buffer of its own.
    case high
    /// Real time, for hardware.
    case realTime
  }

  /// Something a listener may want to know, in frames of the session.
  public enum Event: BitwiseCopyable, Sendable, Hashable {
    /// The device ran dry, and it went on where it was heard.
    case underrun(at: Int64)
    /// The machine slept; the place is held until `play`.
    case slept(at: Int64)
    /// The device stopped taking samples.
    case stuck(at: Int64)
    /// The device went away.
    case deviceLost(at: Int64)
    /// The device came back, and playing goes on.
    case deviceBack(at: Int64)
    /// A pause began to be heard.
    case paused(at: Int64)
    /// Sound goes on.
    case resumed(at: Int64)
    /// The last sample was heard.
    case finished(at: Int64)
    /// It gave up.
    case failed(at: Int64)
    /// The kernel gave the audio thread no priority; playing works, and somebody may be asked for it.
    case priorityRefused(Priority)
  }

  /// The device's name and set-up, for people.
  public let device: String
  /// How the device takes its samples.
  public let format: DeviceFormat
  /// The device's frames a second.
  public let rate: Int
  /// The device's channels.
  public let channels: Int

  private let shared: Shared
  private let pace: Double
  private let latest = Mutex(Latest())

  /// What the last reader of the position was told, and what was asked for since.
  private struct Latest {
    /// The seeks that were asked for, and where the last of them goes, in frames of the session.
    var asked: Int64 = 0
    var goal: Int64 = 0
    /// The seeks that had been heard, and the place, in frames of the device's rate.
    var seeks: Int64 = 0
    var place: Int64 = 0
  }

  /// Opens a device and holds it at `frame`, silent until `play`.
  ///
  /// Without a name the user's default device is tried, then the usual sound servers.
  public convenience init(
    _ source: BlockSource, device: String? = nil, at frame: Int64 = 0, volume: Float = 1,
    format: DeviceFormat? = nil
  ) throws(LoudspeakerError) {
    try self.init(
      source, device: device, at: frame, volume: volume, format: format, pace: 1)
  }

  /// As above; `pace` is how much faster than real time the device runs (tests have such devices).
  init(
    _ source: BlockSource, device: String?, at frame: Int64, volume: Float, format: DeviceFormat?,
    pace: Double, slept: @escaping @Sendable () -> Int64 = Clock.slept
  ) throws(LoudspeakerError) {
    let pcm = try Self.open(device, format: format)
    self.device = pcm.device
    self.format = pcm.settings.format
    rate = pcm.settings.rate
    channels = pcm.settings.channels
    self.pace = pace
    shared = Shared()
    let config = AudioThread.Configuration(
      device: pcm.device, format: format, rate: rate, pace: pace, slept: slept)
    let place = frame * Int64(rate) / Frames.rate
    let thread = AudioThread(
      source, on: pcm, shared: shared, config: config, at: place, volume: volume)
    latest.withLock { $0.place = place }
    try thread.begin()
  }

  deinit { _ = shared.send(.stop(fade: 0)) }

  /// Plays on, fading in.
  public func play() { _ = shared.send(.play) }

  /// Fades out in 15 ms and holds the place.
  public func pause() { _ = shared.send(.pause(fade: frames(0.015))) }

  /// Goes on at a frame of the session, after a fade of so many seconds.
  public func seek(to frame: Int64, fade: Double = 0.015) {
    latest.withLock { latest in
      guard shared.send(.seek(frame * Int64(rate) / Frames.rate, fade: frames(fade))) else {
        return
      }
      latest.asked += 1
      latest.goal = frame
    }
  }

  /// Changes the volume of everything; 1 leaves the samples as they are. From 0 to 1.
  public func setVolume(_ volume: Float) {
    _ = shared.send(.volume(volume.isNaN ? 1 : min(max(volume, 0), 1)))
  }

  /// Fades out over so many seconds and ends.
  public func stop(fade: Double = 0.015) { _ = shared.send(.stop(fade: frames(fade))) }

  /// What it does at the moment.
  public var state: State { shared.state.load(ordering: .acquiring) }

  /// Why it gave up.
  public var failure: LoudspeakerError? { shared.failure.withLock { $0 } }

  /// The frame of the session that is heard now, or was asked for and is not heard yet; never goes back
  /// but for a seek.
  public var position: Int64 {
    latest.withLock { latest in
      let heard = shared.anchor.read().place(at: Clock.now(), rate: Double(rate) * pace)
      guard heard.seeks == latest.asked else { return latest.goal }
      latest.place = heard.seeks == latest.seeks ? max(latest.place, heard.frame) : heard.frame
      latest.seeks = heard.seeks
      return (latest.place * Frames.rate + Int64(rate) / 2) / Int64(rate)
    }
  }

  /// Whether the kernel lets a thread of this user go before ordinary ones. Tried with the calling
  /// thread, which goes first from then on.
  public static func goesFirst() -> Bool { kindly_ask_to_go_first() == 0 }

  /// How often the device ran dry.
  public var underruns: Int { shared.underruns.load(ordering: .relaxed) }

  /// How often the audio thread woke up.
  public var wakeUps: Int { shared.wakeUps.load(ordering: .relaxed) }

  /// The kernel's number of the audio thread; 0 until it runs.
  public var thread: CInt { shared.thread.load(ordering: .relaxed) }

  /// Becomes readable when there are events; for `poll` beside the keyboard.
  public var descriptor: CInt { shared.forControl.descriptor }

  /// The events since the last call, oldest first. One thread at a time.
  public func takeEvents() -> [Event] {
    shared.forControl.answer()
    var all: [Event] = []
    while let event = shared.events.take() { all.append(event) }
    return all
  }

  /// Whether the audio thread has answered lately; false when a device or sound server hangs.
  public var isAnswering: Bool {
    let beat = shared.heartbeat.load(ordering: .relaxed)
    return beat == 0 || Clock.now() - beat < 2_000_000_000
  }

  /// Waits until it is over, or so many seconds long; false if it is not over then.
  @discardableResult
  public func waitForEnd(seconds: Double = .infinity) -> Bool {
    let deadline = Clock.now() + Int64(min(seconds, 1e9) * 1e9)
    while !shared.ended.isRung {
      let left = deadline - Clock.now()
      if left <= 0 { return false }
      shared.ended.watch(left)
    }
    return true
  }

  private func frames(_ seconds: Double) -> Int64 { Int64(max(0, seconds) * Double(rate)) }

  /// Opens the named device, or the first that can be.
  static func open(
    _ device: String?, format: DeviceFormat?
  ) throws(LoudspeakerError) -> PCM {
    if let device { return try PCM(device, format: format) }
    let names = ["default", "pulse", "pipewire"]
    for name in names {
      do throws(LoudspeakerError) { return try PCM(name, format: format) } catch {
        switch error {
        case .busy, .refused: throw error
        default: continue
        }
      }
    }
    throw .noDevice(tried: names)
  }
}
