/// Brings what a transport produces to a device, in the device's format.
///
/// Audio thread. Memory is made with it and when a device is opened.
struct DeviceWriter: ~Copyable {
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
  private var rhythm: Rhythm
  /// When the device began, and after how many frames.
  private var began: (time: Int64, written: Int64) = (0, 0)

  init(_ pcm: consuming PCM, pace: Double) {
    self.pace = pace
    settings = pcm.settings
    rhythm = Rhythm(settings, pace: pace)
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
    rhythm = Rhythm(settings, pace: pace)
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
    guard settings.isNull else {
      let status = pcm?.status() ?? .gone
      rhythm.see(room: status.room)
      return status
    }
    let now = Clock.now()
    let passed = Double(now - began.time) * Double(settings.rate) * pace / 1e9
    let delay = max(0, Int(written - began.written) - Int(passed))
    return PCM.Status(
      state: .running, room: max(0, settings.buffer - delay), delay: delay, time: now, doubt: 0)
  }

  /// Fills a device that is ready and starts it; false if it would not.
  mutating func begin(_ transport: inout Transport) -> Bool {
    began = (Clock.now(), written)
    rhythm.begin()
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

  /// Learns how many nanoseconds too late the thread was woken.
  mutating func wokeUp(late: Int64) { rhythm.wokeUp(late: late) }

  /// How long nothing needs to be done, in nanoseconds. `silence` is a frame somebody waits to be
  /// heard.
  func nap(until silence: Int64?) -> Int64 {
    let heard = written - Int64(settings.buffer)
    return rhythm.nap(
      isSilent: quietSince.map { $0 <= heard } ?? false,
      atMost: silence.flatMap { $0 > heard ? Int($0 - heard) + 1 : nil })
  }
}
