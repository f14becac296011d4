import Glibc
import KindlyPlayer
import KindlyRender
import KindlyTimeline

/// Plays a session of noise and silence to a device and tells what that cost; for `Tests/soak` and
/// for the test that counts allocations.
///
/// `soak DEVICE SECONDS [SILENCE [careless]]`: so many seconds, of which those from `SILENCE` on are
/// silent. A careless session allocates, to show that this is noticed. `soak DEVICE SECONDS background`
/// plays a background through the real renderer, its chunks made while it plays.
@main enum Soak {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count > 2, let seconds = Double(words[2]) else {
      print("usage: soak DEVICE SECONDS [background | SILENT FROM [careless]]")
      exit(64)
    }
    let silent = words.count > 3 ? Double(words[3]) ?? seconds : seconds
    let session = UnsafeMutablePointer<Session>.allocate(capacity: 1)
    session.initialize(
      to: Session(
        length: Int64(seconds * 48_000), silent: Int64(silent * 48_000),
        isCareless: words.count > 4))
    var source = BlockSource(context: session) { context, frame, out, frames in
      context.assumingMemoryBound(to: Session.self).pointee.fill(frame, out, frames)
    }
    let background = words.count > 3 && words[3] == "background" ? BackgroundSession(seconds) : nil
    if let background { source = background.source }
    let begun = now()
    let loudspeaker = try Loudspeaker(source, device: words[1], format: .int16)
    let opened = now()
    loudspeaker.play()
    while loudspeaker.state != .playing { usleep(200) }
    let playing = now()
    while loudspeaker.thread == 0 { usleep(200) }
    // From here on nothing but the steady state is counted.
    usleep(500_000)
    let before = (allocations(), processorTime(loudspeaker.thread), loudspeaker.wakeUps, now())
    let end = now() + max(0, seconds - 1.5)
    while now() < end {
      background?.attend(loudspeaker.position)
      usleep(100_000)
    }
    let after = (allocations(), processorTime(loudspeaker.thread), loudspeaker.wakeUps, now())
    loudspeaker.waitForEnd(seconds: 30)
    let length = after.3 - before.3
    func show(_ name: String, _ value: Double) {
      print("\(name) \((value * 1_000).rounded() / 1_000)")
    }
    show("open_ms", (opened - begun) * 1_000)
    show("play_ms", (playing - opened) * 1_000)
    show("wakeups_per_second", Double(after.2 - before.2) / length)
    show("processor_percent", (after.1 - before.1) / length * 100)
    show("allocations", Double(after.0 - before.0))
    show("underruns", Double(loudspeaker.underruns))
    show("finished", loudspeaker.state == .finished ? 1 : 0)
    if let background { show("silent_blocks", background.hasGap ? 1 : 0) }
  }

  /// Noise that a 16-bit file holds exactly, or silence.
  private struct Session {
    let length: Int64
    let silent: Int64
    let isCareless: Bool

    func fill(_ frame: Int64, _ out: UnsafeMutablePointer<Float>, _ frames: Int) -> Int {
      let count = max(0, min(frames, Int(length - frame)))
      if isCareless { free(malloc(100)) }
      for place in 0..<2 * count {
        let here = frame + Int64(place / 2)
        let mixed = UInt64(bitPattern: 2 * here + Int64(place & 1) + 1) &* 0x9e37_79b9_7f4a_7c15
        out[place] = here < silent ? Float((mixed >> 50) + 1) * 0x1p-15 : 0
      }
      return count
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The processor time a thread has used, in seconds.
  private static func processorTime(_ thread: CInt) -> Double {
    guard let file = fopen("/proc/self/task/\(thread)/schedstat", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 100)
    guard fgets(&line, 100, file) != nil else { return 0 }
    return Double(strtoll(line, nil, 10)) * 1e-9
  }

  /// Allocations and frees of the audio thread so far, if the counting library is loaded; else 0.
  private static func allocations() -> Int {
    typealias Count = @convention(c) () -> Int
    guard let symbol = dlsym(nil, "kindly_allocations") else { return 0 }
    return unsafeBitCast(symbol, to: Count.self)()
  }
}
