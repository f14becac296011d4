import KindlyCompiler
import KindlyTimeline

/// A resolver for tests: four voices and two bells, and a meter that counts characters.
enum Sitting {
  /// Every character takes a tenth of a second.
  struct Meter: SpeechMeter {
    func measure(_ utterances: [Utterance]) -> [Measure] {
      utterances.map { utterance in
        if utterance.text.contains("Brrr") {
          return .failed(why: "The engine fell silent.", advice: "Write it in other words.")
        }
        let frames = Frames(Int64(max(1, utterance.text.count)) * 4_800)
        let whole = Word(start: .zero, frames: frames, range: 0..<utterance.text.utf8.count)
        return .spoken(frames: frames, words: [whole])
      }
    }
  }

  private static let languages = [
    "calm": "en-US", "warm": "en-US", "ruhig": "de", "tranquila": "es",
  ]

  /// Voices and bells; no files.
  static func resolver() -> ReferenceResolver {
    var resolver = ReferenceResolver()
    resolver.voice = { name in
      languages[name].map { .found(VoiceFacts(name: name, languages: [$0])) }
        ?? .unknown(near: ["calm"])
    }
    resolver.voices = { language in
      languages.keys.sorted().filter { languages[$0]?.prefix(2) == language.prefix(2) }
    }
    resolver.bell = { name in
      switch name {
      case "bowl": .found(bowl)
      case "tingsha": .found(tingsha)
      default: .unknown(near: ["bowl"])
      }
    }
    resolver.background = { name, _ in
      ["rain", "stream", "sea.flac"].contains(name)
        ? .found(BackgroundFacts(name: name)) : .unknown(near: ["rain"])
    }
    return resolver
  }

  /// Waits 5 s, strikes 8 s apart, fades in 40 s and has rung out after 60 s.
  static let bowl = BellFacts(
    name: "bowl", wait: 5 * 48_000, apart: 8 * 48_000,
    fade: { Int64(40 * 48_000 * $0) }, ring: { Int64(60 * 48_000 * $0) })

  /// Waits 2 s, strikes 3 s apart, has rung out after 10 s.
  static let tingsha = BellFacts(
    name: "tingsha", wait: 2 * 48_000, apart: 3 * 48_000,
    fade: { Int64(7 * 48_000 * $0) }, ring: { Int64(10 * 48_000 * $0) })
}

extension Timeline {
  /// One line an event: when it starts in seconds, and what it is.
  var digest: [String] { events.map { "\($0.start.seconds) \($0.digest)" } }
}

extension Event {
  /// What it is; pauses with their length.
  var digest: String {
    switch kind {
    case .speech(let speech):
      speech.recipient.map { "\(speech.utterance.text) (\($0))" } ?? speech.utterance.text
    case .bell(let strike):
      "bell \(strike.bell)\(strike.strength == 1 ? "" : " at \(strike.strength)")"
    case .breath(let breath): "breath \(breath.rawValue)"
    case .pause(let pause): "pause \(frames.seconds)\(pause.flexible ? "" : " exactly")"
    }
  }
}
