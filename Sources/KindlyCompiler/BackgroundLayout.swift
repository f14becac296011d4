import KindlyTimeline
import KindlyBase

/// Lays backgrounds out over a session: each from its change to the next, with fades.
struct BackgroundLayout {
  /// A background comes in over 4 s, at the beginning as at a change, and goes over 4 s.
  static let fade: Int64 = 4 * Frames.rate
  /// With the session it ends over 8 s.
  static let lastFade: Int64 = 8 * Frames.rate

  /// Frames of the session.
  let length: Int64
  private(set) var spans: [BackgroundSpan] = []
  private var open: BackgroundSpan?
  /// What gave way to the open one, as it was before it was closed, and the frame of that.
  private var before: (span: BackgroundSpan, frame: Int64)?

  /// Nothing lies anywhere yet.
  init(length: Int64) { self.length = length }

  /// Takes a change at a frame, each no earlier than the one before.
  mutating func take(_ change: BackgroundChange, at frame: Int64, line: Int, file: String?) {
    switch change.kind {
    case .plays(let name, let level):
      withdraw(at: frame)
      if let open, open.name == name, open.level == level { return }
      close(at: frame, over: Self.fade)
      open = BackgroundSpan(
        name: name, start: Frames(frame), frames: .zero, level: level, fadeIn: Frames(Self.fade),
        line: line, file: file)
    case .fades(let frames): close(at: frame, over: frames)
    case .ends:
      withdraw(at: frame)
      close(at: frame, over: Self.fade)
    }
  }

  /// What would be open for no time at all was never there, and what gave way to it goes on: so a
  /// change inside a block that repeats is one stretch over all passes.
  private mutating func withdraw(at frame: Int64) {
    guard let span = open, span.start.count == frame else { return }
    open = nil
    guard let last = before, last.frame == frame else { return }
    before = nil
    spans.removeLast()
    open = last.span
  }

  /// The spans of the whole session.
  mutating func finish() -> [BackgroundSpan] {
    close(at: max(0, length - Self.lastFade), over: Self.lastFade)
    return spans.filter { $0.frames > .zero }
  }

  /// The open background fades from a frame on. Where there is not the time for both fades, each has its
  /// share of what there is.
  private mutating func close(at frame: Int64, over fade: Int64) {
    guard var span = open else { return }
    open = nil
    before = (span, frame)
    let end = min(length, max(frame, span.start.count) + fade)
    span.frames = Frames(max(0, end - span.start.count))
    let whole = span.fadeIn.count + fade
    let room = min(whole, span.frames.count)
    span.fadeIn = Frames(span.fadeIn.count * room / max(1, whole))
    span.fadeOut = Frames(min(fade * room / max(1, whole), span.frames.count))
    spans.append(span)
  }
}
