import ArgumentParser
import KindlyLanguage
import KindlyMessages
import KindlyTimeline

/// A length of time as it is written in a practice: `--length 20m`.
struct TimeSpan: OptionValue, Sendable, Hashable {
  /// The length at 48 kHz.
  let frames: Frames
  /// As it was given, for names of files.
  let text: String

  /// A length and how it is written.
  init(frames: Frames, text: String) {
    self.frames = frames
    self.text = text
  }

  init?(argument: String) {
    guard case .frames(let count)? = try? Duration(words: argument) else { return nil }
    frames = Frames(count)
    text = argument
  }

  static func detail(of text: String) -> String? {
    do throws(UnreadableWords) {
      _ = try Duration(words: text)
      return nil
    } catch {
      return error.detail
    }
  }

  static let possible = Message.aTime
}

/// Several lengths of time: `--lengths 5m,10m`.
struct TimeSpans: OptionValue {
  let spans: [TimeSpan]

  init?(argument: String) {
    let spans = OptionText.list(argument).map(TimeSpan.init)
    guard !spans.isEmpty, !spans.contains(where: { $0 == nil }) else { return nil }
    self.spans = spans.compactMap(\.self)
  }

  static let possible = Message.timesWithCommas
}

/// A time of day on the listener's clock: `--at 06:30`.
struct TimeOfDay: OptionValue {
  /// 0 to 23.
  let hour: Int32
  /// 0 to 59.
  let minute: Int32

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
      .map { $0.allSatisfy(\.isNumber) ? Int32($0) : nil }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    self.hour = hour
    self.minute = minute
  }

  static let possible = Message.aTimeOfDay
}

/// Texts of the command line.
enum OptionText {
  /// The parts of a list with commas, single spaces between words.
  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { part in
      part.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
