import CKindlySystemd
public import Glibc

/// Media keys and `playerctl`: the player as an MPRIS2 object on the session bus.
///
/// Control thread: poll `poll`, call `process` when it is ready, and `show` when something changed.
/// After the MPRIS D-Bus Interface Specification, version 2.2.
public final class RemoteControl {
  private let bus: Bus
  private var slots: [OpaquePointer?] = []
  var shown: NowPlaying
  var requests: [RemoteRequest] = []

  /// Appears on the session bus as `org.mpris.MediaPlayer2.kindly`, or as an instance beside the
  /// first. Nil where there is no session bus.
  public init?(_ playing: NowPlaying) {
    guard let bus = Bus(.session) else { return nil }
    self.bus = bus
    shown = playing
    var slot: OpaquePointer?
    let context = Unmanaged.passUnretained(self).toOpaque()
    guard sd_bus_add_object(bus.pointer, &slot, Self.path, answerCall, context) >= 0 else {
      return nil
    }
    slots.append(slot)
    ask(for: Self.name, noteName)
  }

  deinit { for slot in slots { sd_bus_slot_unref(slot) } }

  private func ask(for name: String, _ answered: sd_bus_message_handler_t?) {
    var slot: OpaquePointer?
    let context = Unmanaged.passUnretained(self).toOpaque()
    sd_bus_request_name_async(bus.pointer, &slot, name, 0, answered, context)
    slots.append(slot)
  }

  /// The bus has said who has the name; unless it is this player, it becomes an instance beside it.
  fileprivate func takeName(_ answer: BusMessage) {
    let primaryOwner: UInt32 = 1
    guard answer.readUInt32() != primaryOwner else { return }
    ask(for: Self.name + ".instance\(getpid())", { _, _, _ in 0 })
  }

  /// What to wait for.
  public var poll: pollfd { bus.poll }

  /// Requests that have arrived, in order; nil when the bus is gone.
  public func process() -> [RemoteRequest]? {
    guard bus.process() else { return nil }
    defer { requests = [] }
    return requests
  }

  /// Tells the desktop what changed; the position is asked for, not told.
  public func show(_ playing: NowPlaying) {
    let changed = playing.playerFacts.filter { fact in
      fact.name != "Position" && !shown.playerFacts.contains(fact)
    }
    shown = playing
    guard !changed.isEmpty,
      let signal = bus.signal(Self.path, "org.freedesktop.DBus.Properties", "PropertiesChanged")
    else { return }
    signal.append(.string(Self.playerInterface))
    signal.append(changed)
    signal.append(.strings([]))
    send(signal)
  }

  /// Tells the desktop that the position leapt.
  public func showSeek(to microseconds: Int64) {
    shown.position = microseconds
    guard let signal = bus.signal(Self.path, Self.playerInterface, "Seeked") else { return }
    signal.append(.int64(microseconds))
    send(signal)
  }

  private func send(_ message: BusMessage) {
    sd_bus_send(bus.pointer, message.pointer, nil)
  }

  private static let name = "org.mpris.MediaPlayer2.kindly"
  static let path = "/org/mpris/MediaPlayer2"
  static let rootInterface = "org.mpris.MediaPlayer2"
  static let playerInterface = "org.mpris.MediaPlayer2.Player"
}

/// The C door: finds the object again and lets it answer.
private func answerCall(
  _ message: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message, let context else { return 0 }
  let remote = Unmanaged<RemoteControl>.fromOpaque(context).takeUnretainedValue()
  return remote.answer(BusMessage(borrowing: message)) ? 1 : 0
}

private func noteName(
  _ message: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message, let context else { return 0 }
  let remote = Unmanaged<RemoteControl>.fromOpaque(context).takeUnretainedValue()
  remote.takeName(BusMessage(borrowing: message))
  return 0
}

/// What a desktop asks of the player.
public enum RemoteRequest: Sendable, Hashable {
  /// Go on if paused.
  case play
  /// Pause if playing.
  case pause
  /// Pause or go on.
  case playPause
  /// End gently; `Quit` asks the same.
  case stop
  /// The next or previous section.
  case next, previous
  /// Move by so many microseconds.
  case leap(by: Int64)
  /// Move to a position in microseconds.
  case seek(to: Int64)
  /// Loudness as a factor of the written one, 0 to 1.
  case volume(Double)
}
