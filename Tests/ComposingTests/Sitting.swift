import Composing
import Practice
import Timeline

/// Surroundings for tests: a meter that counts characters, two voices, two bells, and a shelf.
enum Sitting {
  /// Every character takes a tenth of a second.
  struct Meter: SpeechMeter {
    var perCharacter: Int64 = 4_800

    func measure(_ utterances: [Utterance]) -> [Measure] {
      utterances.map { utterance in
        if utterance.text.contains("💥") { return .failed("The engine fell silent.") }
        let frames = max(1, Int64(utterance.text.count)) * perCharacter
        return .spoken(
          frames: Frames(frames),
          words: [
            Word(start: .zero, frames: Frames(frames), range: 0..<utterance.text.utf8.count)
          ])
      }
    }
  }

  static func surroundings() -> Surroundings {
    var surroundings = Surroundings(meter: Meter())
    surroundings.voice = { name in
      switch name {
      case "calm": .found(VoiceFacts(name: "calm", languages: ["en-US"]))
      case "warm": .found(VoiceFacts(name: "warm", languages: ["en-US"]))
      case "ruhig": .found(VoiceFacts(name: "ruhig", languages: ["de"]))
      default: .unknown(near: ["calm"])
      }
    }
    surroundings.voices = { language in
      if language.hasPrefix("en") {
        ["calm", "warm"]
      } else if language.hasPrefix("de") {
        ["ruhig"]
      } else {
        []
      }
    }
    surroundings.bell = { name in
      switch name {
      case "bowl": .found(bowl)
      case "tingsha": .found(tingsha)
      default: .unknown(near: ["bowl"])
      }
    }
    return surroundings
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

/// A node of a script, with a place that counts its lines.
func located<Value>(_ value: Value, _ line: Int = 1) -> Located<Value> {
  Located(value, at: SourceSpan(line - 1, line))
}

extension Timeline {
  /// One line an event: seconds, kind, what.
  var digest: [String] {
    events.map { event in
      let what =
        switch event.kind {
        case .speech(let speech): "speech \(speech.utterance.text)"
        case .bell(let strike): "bell \(strike.bell)"
        case .breath(let breath): "breath \(breath.rawValue)"
        case .pause: "pause"
        }
      return "\(event.start.seconds) \(what)"
    }
  }
}
