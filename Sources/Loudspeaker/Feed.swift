/// Brings what a transport produces to a device, in the device's format.
///
/// Audio thread. Memory is made with it and when a device is opened.
struct Feed: ~Copyable {
  private var pcm: PCM?
  private(set) var settings: PCM.Settings
  private var writer: FrameWriter
  private let pace: Double
  /// Device frames that were taken so far, over all openings.
  private(set) var written: Int64 = 0
  /// Since which of them there is nothing but digital silence; nil if the latest is sound.
  private var quietSince: Int64?
  /// Stereo Float32 of one run, and the same in the device's format, not yet written.
  private var stereo: UnsafeMutablePointer<Float>
  private var staged: UnsafeMutableRawPointer
  private var stagedFrames = 0
  private var stagedStart = 0
  /// Whether the device's pointer moves within a period; looked for half a period after its start.
  private var isFine = false
  private var isFirstNap = true
  /// How late the thread was woken lately, in nanoseconds.
  private var lateness: Int64 = 0
  /// When the device began, and after how many frames.
  private var began: (time: Int64, written: Int64) = (0, 0)

  init(_ pcm: consuming PCM, pace: Double) {
    self.pace = pace
    settings = pcm.settings
    writer = FrameWriter(format: settings.format, channels: settings.channels)
    stereo = Self.memory(2 * settings.period)
    staged = UnsafeMutableRawPointer(Self.memory(settings.period * settings.frameBytes / 4 + 1))
    self.pcm = consume pcm
  }

  deinit {
    stereo.deallocate()
    staged.deallocate()
  }

  /// Memory that has been touched, so that it is there when it is needed.
  private static func memory(_ floats: Int) -> UnsafeMutablePointer<Float> {
    let memory = UnsafeMutablePointer<Float>.allocate(capacity: floats)
    memory.initialize(repeating: 0, count: floats)
    return memory
  }

  /// Whether there is a device.
  var isOpen: Bool { pcm != nil }

  /// Takes a device that was opened again; it may have become another format.
  mutating func open(_ pcm: consuming PCM) {
    settings = pcm.settings
    writer = FrameWriter(format: settings.format, channels: settings.channels)
    stereo.deallocate()
    staged.deallocate()
    stereo = Self.memory(2 * settings.period)
    staged = UnsafeMutableRawPointer(Self.memory(settings.period * settings.frameBytes / 4 + 1))
    stagedFrames = 0
    self.pcm = consume pcm
  }

  /// Lets go of the device.
  mutating func close() {
    stagedFrames = 0
    pcm = nil
  }

  /// What the device says. One without a pace of its own is given the clock's.
  mutating func status() -> PCM.Status {
    let gone = PCM.Status(state: .gone, room: 0, delay: 0, time: Clock.now())
    guard settings.isNull else {
      let status = pcm?.status() ?? gone
      // A pointer that was seen well between two periods moves within them.
      let eighth = settings.period / 8
      let rest = status.room % settings.period
      if rest > eighth, rest < settings.period - eighth { isFine = true }
      isFirstNap = false
      return status
    }
    let passed = Double(gone.time - began.time) * Double(settings.rate) * pace / 1e9
    let delay = max(0, Int(written - began.written) - Int(passed))
    return PCM.Status(
      state: .running, room: max(0, settings.buffer - delay), delay: delay, time: gone.time)
  }

  /// Fills a device that is ready and starts it; false if it would not.
  mutating func begin(_ transport: inout Transport) -> Bool {
    began = (Clock.now(), written)
    isFirstNap = true
    fill(&transport, room: settings.buffer)
    return pcm?.start() == true
  }

  /// Stops, and begins again with what the transport has now.
  mutating func restart(_ transport: inout Transport) -> Bool {
    stagedFrames = 0
    guard pcm?.reset() == true else { return false }
    return begin(&transport)
  }

  /// The frame heard at the moment the device was started.
  var heardAtStart: Int64 { began.written }

  /// Stops at once.
  mutating func silence() {
    stagedFrames = 0
    if pcm?.reset() != true { close() }
  }

  /// Produces and writes up to `room` frames. A device that takes fewer is asked again next time.
  mutating func fill(_ transport: inout Transport, room: Int) {
    var left = room
    while left > 0 {
      if stagedFrames == 0 { stage(&transport, frames: min(left, settings.period)) }
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
  private mutating func stage(_ transport: inout Transport, frames: Int) {
    stagedStart = 0
    stagedFrames = 0
    while stagedFrames < frames {
      let (count, place) = transport.run(into: stereo, frames: frames - stagedFrames)
      writer.write(
        stereo, frames: count, at: place, to: staged + stagedFrames * settings.frameBytes)
      stagedFrames += count
      if !transport.isQuiet {
        quietSince = nil
      } else if quietSince == nil {
        quietSince = transport.produced - Int64(count)
      }
    }
  }

  /// Learns how many nanoseconds too late the thread was woken; forgets it over some seconds.
  mutating func wokeUp(late: Int64) { lateness = max(late, lateness - lateness / 32) }

  /// How long nothing needs to be done, in nanoseconds.
  ///
  /// While there is sound in the device, for a period; in silence until 40 ms are left of it, or 100 ms
  /// and a period where the device counts in whole periods, as sound servers do. On a busy machine,
  /// which wakes the thread late, not so long. `silence` is a frame somebody waits to be heard.
  mutating func nap(until silence: Int64?) -> Int64 {
    var frames = min(settings.period, settings.buffer / 2)
    let heard = written - Int64(settings.buffer)
    if isFirstNap {
      frames /= 2
    } else if let quietSince, quietSince <= heard {
      let late = Double(lateness) * 1e-9 * Double(settings.rate) * pace
      let kept = settings.rate / (isFine ? 25 : 10) + (isFine ? 0 : settings.period) + 4 * Int(late)
      frames = max(frames, settings.buffer - kept)
    }
    if let silence, silence > heard { frames = min(frames, Int(silence - heard) + 1) }
    return Int64(Double(frames) * 1e9 / (Double(settings.rate) * pace))
  }
}
