import Glibc
import Synchronization
import KindlyTimeline

/// How far a render is: a bar with the time left on a terminal, a line each ten per cent otherwise,
/// one JSON object each, or nothing.
final class RenderProgress: Sendable {
  /// How it is shown.
  enum OutputMode: Sendable {
    case bar
    case lines
    case json
    case silent
  }

  private let manner: OutputMode
  private let state: Mutex<State>

  private struct State {
    var name: String
    var shown = ""
    var tenth = 0
    var writingSince: Double?
    var lastDrawn = 0.0
  }

  /// `name` is the file's, made harmless for a terminal.
  init(_ manner: OutputMode, name: String) {
    self.manner = manner
    state = Mutex(State(name: name))
  }

  /// Another file of the same session begins.
  func begin(_ name: String) {
    clear()
    state.withLock { $0.name = name }
  }

  /// So many phrases are spoken.
  func speaking(_ done: Int, of all: Int) {
    if manner == .json {
      tell("speaking", [("done", .int(Int64(done))), ("of", .int(Int64(all)))])
    } else {
      draw("speaking \(done) of \(all)", atOnce: done == all)
    }
  }

  /// The file holds so much of the session.
  func writing(_ frames: Frames, of whole: Frames) {
    let share = whole > .zero ? Double(frames.count) / Double(whole.count) : 1
    let tenth = Int(share * 10)
    let now = Self.now
    let (isNew, since) = state.withLock { state in
      let since = state.writingSince ?? now
      state.writingSince = since
      defer { state.tenth = tenth }
      return (tenth != state.tenth && tenth > 0, since)
    }
    switch manner {
    case .bar:
      let full = Int(share * 24)
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 24 - full)
      let left = share > 0.02 ? (now - since) * (1 - share) / share : nil
      let time = left.map { ", \(Frames(seconds: $0.rounded(.up)).clock) left" } ?? ""
      draw("\(bar) \(Int(share * 100)) %\(time)", atOnce: frames == whole)
    case .lines: if isNew { Printer.note("\(name): \(tenth * 10) %") }
    case .json:
      if isNew { tell("writing", [("frame", .int(frames.count)), ("frames", .int(whole.count))]) }
    case .silent: break
    }
  }

  /// Takes the bar away.
  func clear() {
    let isShown = state.withLock { state in
      defer { state = State(name: state.name) }
      return !state.shown.isEmpty
    }
    Interruption.drawsBar(false)
    if manner == .bar && isShown { Printer.draw("\r\u{1b}[K") }
  }

  /// One JSON object on standard output.
  func tell(_ event: String, _ members: [(String, JSON)]) {
    if manner != .json { return }
    let file: [(String, JSON)] = [
      ("v", .int(1)), ("event", .string(event)), ("file", .string(name)),
    ]
    Printer.json(JSON.object(file + members.filter { $0.0 != "file" }))
  }

  /// Redraws the line, ten times a second at most.
  private func draw(_ text: String, atOnce: Bool) {
    guard manner == .bar else { return }
    let line = state.withLock { state -> String? in
      let now = Self.now
      guard atOnce || now - state.lastDrawn >= 0.1, text != state.shown else { return nil }
      state.shown = text
      state.lastDrawn = now
      return "\r\u{1b}[K\(state.name): \(text)"
    }
    guard let line else { return }
    Interruption.drawsBar(true)
    Printer.draw(line)
  }

  private var name: String { state.withLock { $0.name } }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
