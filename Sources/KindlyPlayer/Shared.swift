import Synchronization

/// What the control side and the audio thread share: rings, atomics and bells to wake by.
final class Shared: Sendable {
  let commands = Ring<PlayerCommand>(capacity: 256)
  let events = Ring<Loudspeaker.Event>(capacity: 256)
  /// Rung by the control side.
  let forThread = Doorbell()
  /// Rung by the audio thread.
  let forControl = Doorbell()
  let anchor = AnchorCell()
  let state = Atomic<Loudspeaker.State>(.paused)
  let underruns = Atomic<Int>(0)
  let wakeUps = Atomic<Int>(0)
  /// The kernel's number of the audio thread; 0 until it runs.
  let thread = Atomic<CInt>(0)
  /// When the thread was or will be awake, by the monotonic clock; 0 while it may wait for ever.
  let heartbeat = Atomic<Int64>(0)
  /// Rung for good when the thread has come to its end.
  let ended = Doorbell()
  /// Why it failed; written once, before the state says so.
  let failure = Mutex<LoudspeakerError?>(nil)
  /// Keeps senders apart: the ring is for one at a time.
  let sender = Mutex<Void>(())

  /// Sends a command and wakes the audio thread; false if 256 are waiting already.
  func send(_ command: PlayerCommand) -> Bool {
    let sent = sender.withLock { _ in commands.send(command) }
    forThread.ring()
    return sent
  }

  /// Tells the control side something. If it has not looked for 256 events, it misses one.
  func tell(_ event: Loudspeaker.Event) {
    _ = events.send(event)
    forControl.ring()
  }
}
