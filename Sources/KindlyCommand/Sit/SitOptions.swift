import ArgumentParser
import Kindly
import KindlyCompiler
import KindlyLanguage
import KindlyMessages
import KindlyTimeline

/// What a sit without words is made of; `sit` and `render --sit` take the same.
struct SitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A soft bell every so often, such as 5m; 3-7m for a while of 3 to 7 minutes each time.",
      valueName: "time"))
  var every: BellDistance?

  @Option(
    help: ArgumentHelp("A soft bell at these times, such as 10m,30m.", valueName: "times"))
  var bellsAt: TimeSpans?

  @Option(help: "Strikes of the bells that open and close it.")
  var strikes = Strikes.one

  @Option(help: ArgumentHelp("A while to arrive before it, such as 2m.", valueName: "time"))
  var warmUp: TimeSpan?

  @Option(help: ArgumentHelp("A while to come back after it, such as 2m.", valueName: "time"))
  var coolDown: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "Have a voice say softly what is left, such as 5m,1m before the end.", valueName: "times"))
  var tell: TimeSpans?

  @Option(help: ArgumentHelp("The same bells as last time for --every 3-7m.", valueName: "number"))
  var seed: UInt64?

  /// Whether anything but a plain sit is asked for.
  var isGiven: Bool {
    every != nil || bellsAt != nil || warmUp != nil || coolDown != nil || tell != nil
      || strikes.count != 1
  }

  func validate() throws {
    if every != nil, bellsAt != nil {
      throw ValidationError(.chooseOneOf("--every, --bells-at"))
    }
    if seed != nil, every?.isRandom != true {
      throw ValidationError(.seedNeedsRandom)
    }
  }

  /// The sit of a length.
  func sit(_ length: SitLength) -> Sit {
    var sit = Sit(length: length.frames)
    sit.strikes = strikes.count
    sit.warmUp = warmUp?.frames ?? .zero
    sit.coolDown = coolDown?.frames ?? .zero
    sit.told = tell?.spans.map(\.frames) ?? []
    if let every {
      sit.bells = every.bells(seed: seed ?? .random(in: 0...UInt64.max))
    } else if let bellsAt {
      sit.bells = .at(bellsAt.spans.map(\.frames))
    }
    return sit
  }
}

/// How long a sit is: `20m`, `45 min`, `open`.
struct SitLength: OptionValue {
  /// nil until the listener ends it.
  let frames: Frames?
  /// As a preset takes it: `20m`, `open`.
  let text: String

  /// 20 minutes.
  static let usual = SitLength(frames: Frames(seconds: 1_200), text: "20 min")

  /// A sit of so many frames.
  init(frames: Frames?, text: String) {
    self.frames = frames
    self.text = text
  }

  init?(argument: String) {
    if argument.lowercased() == "open" {
      frames = nil
      text = "open"
      return
    }
    // A bare number is in minutes: a timer has no other unit.
    let text = argument.allSatisfy(\.isNumber) ? argument + "m" : argument
    guard let span = TimeSpan(argument: text),
      (Sit.shortest...Sit.longest).contains(span.frames)
    else { return nil }
    frames = span.frames
    self.text = text
  }

  static let possible = Message.aSitLength

  var shown: String { frames?.clock ?? "open" }

  var defaultValueDescription: String { shown }
}

/// How far bells are apart: `5m`, or at random `3-7m`.
struct BellDistance: OptionValue {
  private let low: Frames
  private let high: Frames
  /// As it was given.
  let text: String

  init?(argument: String) {
    let halves = argument.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    guard (1...2).contains(halves.count), let last = halves.last,
      let high = TimeSpan(argument: last)
    else { return nil }
    // The unit of the second holds for both.
    let unit = last.drop { $0.isNumber || $0 == "." || $0 == "," }
    let first = halves[0].allSatisfy(\.isNumber) ? halves[0] + unit : halves[0]
    guard let low = TimeSpan(argument: first), low.frames <= high.frames,
      low.frames >= Sit.shortest
    else { return nil }
    (self.low, self.high) = (low.frames, high.frames)
    text = argument
  }

  static let possible = Message.aBellDistance

  /// Whether the distance is another one each time.
  var isRandom: Bool { low < high }

  /// The bells of a sit; the seed counts only for distances at random.
  func bells(seed: UInt64) -> Sit.Bells {
    isRandom ? .between(low, high, seed: seed) : .every(low)
  }
}

/// How often a bell is struck: `--strikes 3`.
struct Strikes: OptionValue {
  /// 1 to 12.
  let count: Int

  /// Once.
  static let one = Strikes(count: 1)

  private init(count: Int) { self.count = count }

  init?(argument: String) {
    guard let count = Int(argument), (1...12).contains(count) else { return nil }
    self.count = count
  }

  static let possible = Message.aWholeNumber(1, to: 12)

  var shown: String { "\(count)" }
}
