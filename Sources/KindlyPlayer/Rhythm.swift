/// How long the audio thread may sleep: as long as the device has enough, and no longer.
///
/// A full device of 250 ms is filled up each 50 ms while there is sound in it: twenty rounds a second.
/// While it holds nothing but digital silence, in which nobody can ask for anything sooner than the
/// device would have played it, it is let run down nearly to its end: fewer than five.
struct Rhythm: BitwiseCopyable {
  private let period: Int
  private let buffer: Int
  private let rate: Int
  /// Device frames a nanosecond.
  private let speed: Double
  private var grain = Grain.unknown
  /// How late the thread was woken lately, in nanoseconds.
  private var lateness: Int64 = 0

  /// How a device counts what it has played.
  private enum Grain {
    /// It was not seen at work yet.
    case unknown
    /// By the frame, or nearly so.
    case fine
    /// In whole periods, as sound servers do.
    case periods
  }

  /// `pace` is how much faster than real time the device runs.
  init(_ settings: PCM.Settings, pace: Double) {
    period = settings.period
    buffer = settings.buffer
    rate = settings.rate
    speed = Double(settings.rate) * pace / 1e9
  }

  /// The device was filled and starts: half a period later it is looked how it counts.
  mutating func begin() {
    if grain == .periods { grain = .unknown }
  }

  /// The device has room for so many frames; one seen well between two periods counts by the frame.
  mutating func see(room: Int) {
    let rest = room % period
    if rest > period / 8, rest < period - period / 8 {
      grain = .fine
    } else if grain == .unknown, room > period / 2 {
      // Before that it had no time to play anything: a command woke the thread.
      grain = .periods
    }
  }

  /// Learns how many nanoseconds too late the thread was woken; forgets it over some seconds.
  mutating func wokeUp(late: Int64) { lateness = max(late, lateness - lateness / 32) }

  /// How long nothing needs to be done, in nanoseconds, after the device was filled.
  ///
  /// For a period; in silence until 40 ms are left, or 100 ms and a period where the device counts in
  /// whole periods. On a busy machine, which wakes the thread late, not so long.
  /// `atMost` are frames after which something is due in any case.
  func nap(isSilent: Bool, atMost due: Int?) -> Int64 {
    var frames = min(period, buffer / 2)
    if grain == .unknown {
      frames /= 2
    } else if isSilent {
      let late = 4 * Int(Double(lateness) * speed)
      let kept = grain == .fine ? rate / 25 : rate / 10 + period
      frames = max(frames, buffer - kept - late)
    }
    return Int64(Double(min(frames, due ?? frames)) / speed)
  }
}
