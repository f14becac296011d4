public import KindlyBase
public import KindlyLanguage
import KindlyTimeline

/// A sit without words: bells and silence, as a script that nobody had to write.
///
/// A plain value; the same sit is the same script on any machine.
public struct Sit: Sendable, Hashable {
  /// From the bell that opens it to the bell that closes it; nil until the listener ends it.
  public var length: Frames?
  /// Bells in between, none unless asked for.
  public var bells = Bells.none
  /// Strikes of the bells that open and close it, 1 to 12.
  public var strikes = 1
  /// A while to arrive before the opening bell; zero for none.
  public var warmUp = Frames.zero
  /// A while to come back after the closing bell, which a soft bell ends; zero for none.
  public var coolDown = Frames.zero
  /// How long before the closing bell a voice says how much is left; empty for a sit without words.
  public var told: [Frames] = []

  /// When bells ring between the opening and the closing one.
  public enum Bells: Sendable, Hashable {
    /// Never.
    case none
    /// Every so often.
    case every(Frames)
    /// After a while between two lengths, another one each time, as a number chooses them.
    case between(Frames, Frames, seed: UInt64)
    /// At these times from the opening bell.
    case at([Frames])
  }

  /// A sit of a length; nil until the listener ends it.
  public init(length: Frames?) { self.length = length }

  /// The longest sit: so long before a whole day that every bell rings out.
  public static let longest = Frames(seconds: 86_400 - 900)
  /// The shortest sit, and the least between two bells.
  public static let shortest = Frames(seconds: 30)

  /// When the bells in between ring, counted from the opening bell. Those that would be within the last
  /// half minute before the closing bell are left out.
  public var bellTimes: [Frames] {
    let end = (length ?? Self.longest) - Self.shortest
    switch bells {
    case .none: return []
    case .at(let times): return Set(times).sorted().filter { $0 >= Self.shortest && $0 <= end }
    case .every(let distance):
      let step = max(distance, Self.shortest)
      return stride(from: step.count, through: max(0, end.count), by: Int(step.count))
        .map(Frames.init)
    case .between(let low, let high, let seed):
      return Self.random(from: max(low, Self.shortest), to: high, seed: seed, before: end)
    }
  }

  /// Times with random distances; whole seconds, so that they can be read.
  private static func random(
    from low: Frames, to high: Frames, seed: UInt64, before end: Frames
  ) -> [Frames] {
    var times: [Frames] = []
    var numbers = SplitMix64(seed: seed)
    var time = Frames.zero
    let width = UInt64(max(0, (high - low).count / Frames.rate)) + 1
    while true {
      time = time + low + Frames(Int64(numbers.next() % width) * Frames.rate)
      guard time <= end else { return times }
      times.append(time)
    }
  }
}

extension Sit {
  /// The sit as a practice.
  public var script: Script {
    var body: [Node] = []
    let hasParts = warmUp > .zero || coolDown > .zero
    if warmUp > .zero {
      body += [heading("Warm-up"), bell(times: 1, softly: true), until(warmUp)]
    }
    if hasParts { body.append(heading("Sitting")) }
    body.append(bell(times: strikes))
    let end = warmUp + (length ?? Self.longest)
    for moment in moments {
      body.append(until(warmUp + moment.time))
      if let words = moment.words {
        body.append(.speech(located([.text(words)])))
      } else {
        body.append(bell(times: 1, softly: true))
      }
    }
    body.append(until(end))
    if coolDown > .zero {
      body += [
        bell(times: strikes), heading("Cool-down"), until(end + coolDown),
        bell(times: 1, softly: true),
      ]
    } else {
      body.append(bell(times: strikes))
    }
    var script = Script(header: Header(), body: body)
    script.isSoft = true
    return script
  }

  /// Bells and words between the opening and the closing bell, in order. Words give way to bells: the
  /// least distance is kept.
  private var moments: [(time: Frames, words: String?)] {
    var moments: [(time: Frames, words: String?)] = bellTimes.map { ($0, nil) }
    for left in Set(told).sorted(by: >) {
      guard let length, left < length - Self.shortest, left >= Frames(seconds: 15) else { continue }
      var time = length - left
      // After a bell that rings just then.
      if let bell = bellTimes.last(where: { $0 <= time }), time - bell < Frames(seconds: 12) {
        time = bell + Frames(seconds: 12)
      }
      moments.append((time, Self.words(for: left)))
    }
    return moments.sorted { $0.time < $1.time }
  }

  /// "5 minutes left."
  private static func words(for left: Frames) -> String {
    let seconds = left.count / Frames.rate
    let (count, unit) = seconds % 60 == 0 ? (seconds / 60, "minute") : (seconds, "second")
    return "\(count) \(unit)\(count == 1 ? "" : "s") left."
  }

  private func located<Value>(_ value: Value) -> Located<Value> {
    Located(value, at: SourceSpan(0, 0))
  }

  private func heading(_ name: String) -> Node { .heading(located([.text(name)])) }

  private func until(_ frame: Frames) -> Node {
    .cue(located(.silence(Silence(.until(frame: frame.count)))))
  }

  private func bell(times: Int, softly: Bool = false) -> Node {
    var cue = BellCue()
    cue.times = times
    cue.softly = softly
    return .cue(located(.bell(cue)))
  }
}
