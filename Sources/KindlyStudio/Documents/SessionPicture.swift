import Kindly
import KindlyBase
import KindlyLanguage
import KindlyTimeline

/// What the page draws of a session: its events in short, with numbers for the shapes of words.
struct SessionPicture: Sendable {
  /// Its name when its sound is asked for.
  let number: Int
  /// The revision of the text it was made from.
  let revision: Int
  /// What is heard.
  let performance: Performance

  /// Moments that the text holds fast, with their lines, counted from 1.
  let pins: [(frame: Frames, line: Int)]

  /// Where backgrounds give way to words; none where nothing lies under the session. They need
  /// `Timeline.dipLead` before these words to be soft, and `dipReturn` after them to come back.
  private var dips: [Range<Frames>] {
    performance.timeline.backgrounds.isEmpty ? [] : performance.timeline.spokenStretches
  }

  /// Letters of a line's words that the picture shows at most.
  private static let mostLetters = 90

  /// As the page reads it.
  /// - Parameter shapes: the numbers of the shapes of words, made up as new words come.
  func json(shapes: inout Shapes) -> JSON {
    let timeline = performance.timeline
    let summary = performance.composition.summary
    return .object([
      ("is", .string("picture")), ("number", .int(Int64(number))), ("rev", .int(Int64(revision))),
      ("title", .string(timeline.title)), ("frames", .int(timeline.frames.count)),
      ("shortest", .int(summary.shortest.count)),
      ("longest", summary.longest.map { .int($0.count) } ?? .null),
      ("silence", .number(summary.shareOfSilence)),
      ("description", .string(performance.description)),
      (
        "sections",
        .array(
          timeline.sections.map { section in
            .array([
              .string(section.name), .int(section.start.count), .int(section.frames.count),
              .int(Int64(section.line)),
            ])
          })
      ),
      ("events", .array(timeline.events.map { event in short(event, &shapes) })),
      ("backgrounds", .array(timeline.backgrounds.map(\.json))),
      (
        "dips", .array(dips.map { .array([.int($0.lowerBound.count), .int($0.upperBound.count)]) })
      ),
      (
        "pins",
        .array(pins.map { .array([.int($0.frame.count), .int(Int64($0.line))]) })
      ),
    ])
  }

  /// `[kind, start, frames, line, file, …]`: what follows depends on the kind.
  private func short(_ event: Event, _ shapes: inout Shapes) -> JSON {
    let rest: [JSON] =
      switch event.kind {
      case .speech(let speech):
        [
          .string(String(speech.utterance.text.prefix(Self.mostLetters))),
          .bool(speech.isPhrase), .int(Int64(shapes.number(of: speech.utterance, at: event))),
          .bool(speech.utterance.recording != nil),
        ]
      case .bell(let strike): [.string(strike.bell), .number(strike.strength)]
      case .breath(let breath): [.string(breath.rawValue)]
      case .pause(let pause): [.bool(pause.flexible), .int(pause.natural.count)]
      }
    let common: [JSON] = [
      .string(event.kind.name), .int(event.start.count), .int(event.frames.count),
      .int(Int64(event.line)), event.file.map(JSON.string) ?? .null,
    ]
    return .array(common + rest)
  }

  /// The shapes of everything that was ever said in a document, by number.
  struct Shapes: Sendable {
    private var numbers: [Utterance: Int] = [:]
    /// What is not drawn yet: the number and where it is heard.
    private(set) var missing: [(number: Int, range: Range<Frames>)] = []
    /// The shapes so far, by number; empty where it is not made yet.
    private(set) var drawn: [String] = []

    mutating func number(of utterance: Utterance, at event: Event) -> Int {
      if let number = numbers[utterance] { return number }
      numbers[utterance] = drawn.count
      missing.append((drawn.count, event.start..<(event.start + event.frames)))
      drawn.append("")
      return drawn.count - 1
    }

    /// The shape of words, if it is made; empty while it is not.
    func shape(of utterance: Utterance) -> String? { numbers[utterance].map { drawn[$0] } }

    /// Takes what is to be drawn.
    mutating func takeMissing() -> [(number: Int, range: Range<Frames>)] {
      defer { missing = [] }
      return missing
    }

    /// Keeps what was drawn.
    mutating func keep(_ shapes: [(number: Int, shape: String)]) {
      for (number, shape) in shapes { drawn[number] = shape }
    }
  }
}

extension Performance {
  /// The session in one sentence, for whoever can't see its picture.
  var description: String {
    let summary = composition.summary
    let sections = timeline.sections.count
    let bells = timeline.events.count { if case .bell = $0.kind { true } else { false } }
    let silence = Int((summary.shareOfSilence * 100).rounded())
    let closing = summary.closingBell.map { ", the last at \($0.clock)" } ?? ""
    return "\(timeline.frames.clock), \(sections) \(sections == 1 ? "section" : "sections"), "
      + "\(silence) % without words; "
      + (bells == 0 ? "no bell" : "\(bells) \(bells == 1 ? "bell" : "bells")\(closing)")
  }
}
