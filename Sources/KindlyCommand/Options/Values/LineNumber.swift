import ArgumentParser
import KindlyAuthoring
import KindlyMessages
import KindlyTimeline

/// A line of a file, counted from 1: `--line 40`.
struct LineNumber: OptionValue {
  let value: Int

  init?(argument: String) {
    guard let value = Int(argument), value >= 1 else { return nil }
    self.value = value
  }

  static let possible = Message.aLineNumber

  /// The first frame that this line or one below it asks for.
  /// - Throws: `Failure` where nothing is heard from there on.
  func frame(in timeline: Timeline) throws(Failure) -> Frames {
    if let frame = HeardText(timeline).start(fromLine: value) { return frame }
    let last = timeline.events.filter { $0.file == nil }.map(\.line).max() ?? 1
    throw Failure(.usage, Message.lineIsSilent(value, last: last))
  }
}
