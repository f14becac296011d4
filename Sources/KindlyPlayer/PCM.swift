import CKindlyALSA
import Glibc

/// An open ALSA device; closes itself when its owner goes away.
struct PCM: ~Copyable {
  private let handle: OpaquePointer
  private let report: OpaquePointer
  /// The name it was opened by.
  let device: String
  /// What it was set to.
  let settings: Settings

  /// How a device was set up.
  struct Settings: Sendable, Hashable {
    var format: DeviceFormat
    var rate: Int
    var channels: Int
    /// Frames between two moments at which the device takes samples.
    var period: Int
    /// Frames the device holds.
    var buffer: Int
    /// Whether it is the hardware itself, where a rewind is honest and real-time priority useful.
    var isHardware: Bool
    /// Whether it takes everything at once, as ALSA's `null` does, and has no pace of its own.
    var isNull: Bool

    /// Bytes of one frame.
    var frameBytes: Int { format.bytes * channels }
  }

  /// What a device tells about itself.
  struct Status {
    var state: State
    /// Frames that can be written.
    var room: Int
    /// Frames between what was written last and the ear.
    var delay: Int
    /// When that was, on the monotonic clock.
    var time: Int64
    /// Nanoseconds that the look took; the time is right to within them.
    var doubt: Int64

    /// There is no device.
    static var gone: Status { Status(state: .gone, room: 0, delay: 0, time: Clock.now(), doubt: 0) }
  }

  /// The states a player tells apart.
  enum State { case idle, running, underrun, suspended, gone }

  /// Opens a device and sets it up.
  init(_ device: String, format: DeviceFormat?) throws(LoudspeakerError) {
    kindly_alsa_hush()
    (handle, report, settings) = try Self.prepare(device, format: format)
    self.device = device
  }

  private static func prepare(
    _ device: String, format: DeviceFormat?
  ) throws(LoudspeakerError) -> (OpaquePointer, OpaquePointer, Settings) {
    var handle: OpaquePointer?
    let code = snd_pcm_open(&handle, device, SND_PCM_STREAM_PLAYBACK, CInt(SND_PCM_NONBLOCK))
    guard code >= 0, let handle else { throw .opening(device, code: code) }
    do throws(LoudspeakerError) {
      let settings = try setUp(handle, device: device, format: format)
      var report: OpaquePointer?
      let code = snd_pcm_status_malloc(&report)
      guard let report else {
        throw .opening(device, call: "snd_pcm_status_malloc", code: code)
      }
      return (handle, report, settings)
    } catch {
      snd_pcm_close(handle)
      throw error
    }
  }

  deinit {
    snd_pcm_status_free(report)
    snd_pcm_close(handle)
  }

  /// What the device says now.
  func status() -> Status {
    let before = Clock.now()
    let code = snd_pcm_status(handle, report)
    let now = Clock.now()
    guard code >= 0 else {
      return Status(state: Self.state(of: code), room: 0, delay: 0, time: now, doubt: 0)
    }
    let stamp = Self.time(of: report)
    // Some plugins have no time stamp, or one from the start of the stream.
    let time = stamp > now - 100_000_000 && stamp <= now ? stamp : now
    return Status(
      state: Self.state(of: snd_pcm_status_get_state(report)),
      room: Int(snd_pcm_status_get_avail(report)), delay: snd_pcm_status_get_delay(report),
      time: time, doubt: now - before)
  }

  /// Writes frames; tells how many the device took, or its state if that is not a running one.
  func write(_ frames: UnsafeRawPointer, count: Int) -> WriteOutcome {
    let code = snd_pcm_writei(handle, frames, snd_pcm_uframes_t(count))
    if code >= 0 { return .took(code) }
    return code == -Int(EAGAIN) ? .took(0) : .refused(Self.state(of: CInt(code)))
  }

  enum WriteOutcome {
    case took(Int)
    case refused(State)
  }

  /// Starts a device that was prepared and filled; false if it would not.
  func start() -> Bool {
    snd_pcm_state(handle) == SND_PCM_STATE_RUNNING || snd_pcm_start(handle) >= 0
  }

  /// Stops at once and makes ready for new samples; false if it would not.
  func reset() -> Bool {
    snd_pcm_drop(handle)
    return snd_pcm_prepare(handle) >= 0
  }

  private static func time(of report: OpaquePointer) -> Int64 {
    var stamp = snd_htimestamp_t()
    snd_pcm_status_get_htstamp(report, &stamp)
    return Int64(stamp.tv_sec) * 1_000_000_000 + Int64(stamp.tv_nsec)
  }

  private static func state(of state: snd_pcm_state_t) -> State {
    switch state {
    case SND_PCM_STATE_RUNNING, SND_PCM_STATE_DRAINING, SND_PCM_STATE_PAUSED: .running
    case SND_PCM_STATE_XRUN: .underrun
    case SND_PCM_STATE_SUSPENDED: .suspended
    case SND_PCM_STATE_DISCONNECTED: .gone
    default: .idle
    }
  }

  private static func state(of code: CInt) -> State {
    switch -code {
    case EPIPE: .underrun
    case ESTRPIPE: .suspended
    default: .gone
    }
  }
}
