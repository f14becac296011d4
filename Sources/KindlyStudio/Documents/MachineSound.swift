import Dispatch
public import KindlyBase
public import KindlyRender
import Synchronization

extension Studio {
  /// Plays a session on the sound device of this machine, from a frame on, and returns when it is over.
  ///
  /// Called on a thread of its own, never twice at once. `heard` is told the frame that is heard, first
  /// when the device is open and then ten times a second; when it answers false, playing stops.
  /// Throws `Problem` where there is no device, or it gave up.
  public typealias MachinePlayback =
    @Sendable (_ score: Score, _ start: Frames, _ heard: (Frames) -> Bool) throws(Problem) -> Void
}

/// What sounds on the device of this machine: one session at a time, whichever page asked. Any thread.
final class MachineSound: Sendable {
  /// What is told of it, in this order.
  enum News: Sendable {
    /// The device is open, and this frame is heard now.
    case heard(Frames)
    /// It is over; the sentence says why where it could not begin, or ended by itself too early.
    case ended(String?)
  }

  private let playback: Studio.MachinePlayback?
  private let queue = DispatchQueue(label: "machine sound", qos: .userInitiated)
  /// Counts what was asked for; only the newest may sound.
  private let turn = Atomic(0)

  init(_ playback: Studio.MachinePlayback?) { self.playback = playback }

  /// Plays from a frame on, in place of what sounds now.
  func play(_ score: Score, from start: Frames, told: @escaping @Sendable (News) -> Void) {
    guard let playback else { return told(.ended("There is no sound device to play on.")) }
    let mine = next()
    // What sounded before ends first: it holds the device and this queue.
    queue.async { [self] in
      do throws(Studio.Problem) {
        if isNewest(mine) {
          try playback(score, start) { frame in
            told(.heard(frame))
            return isNewest(mine)
          }
        }
        told(.ended(nil))
      } catch {
        told(.ended(error.sentence))
      }
    }
  }

  /// Ends what sounds, within a fifth of a second.
  func stop() { _ = next() }

  private func next() -> Int { turn.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue }

  private func isNewest(_ number: Int) -> Bool {
    turn.load(ordering: .sequentiallyConsistent) == number
  }
}
