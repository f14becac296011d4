import CKindlyESpeakNG
import KindlyBase
import Synchronization

extension CommandSpeaker {
  /// What starts a voice's resident program; nil if it has none, or it is not there: then the voice
  /// speaks with one process for each text.
  static func resident(of voice: CommandVoice) -> [String]? {
    let words = voice.resident.map { $0 == "{voice}" ? expanded(voice.voice) : $0 }
    guard let first = words.first else { return nil }
    if first == ResidentAdapter.placeholder {
      guard words.count > 1, let program = path(of: words[1]),
        let command = ResidentAdapter.command(for: program)
      else { return nil }
      return command + words.dropFirst()
    }
    return path(of: first).map { [$0] + words.dropFirst() }
  }

  /// Has a resident program write the sound file `out`. One that ended meanwhile is started again, once.
  func speak(
    _ text: String, in voice: CommandVoice, by command: [String], rate: Double, out: String
  ) throws(SpeechFailure) {
    let request = Self.request(text, in: voice, rate: rate, out: out)
    let name = voice.arguments.first ?? ""
    for isLast in [false, true] {
      let (program, isNew) = try program(command, name: name)
      switch program.speak(request, within: voice.timeout) {
      case .spoken:
        waiting.withLock { $0[command, default: []].append(program) }
        return
      case .refused(let words):
        waiting.withLock { $0[command, default: []].append(program) }
        throw .programFailed(name: name, how: .left(code: 1), lastWords: words)
      case .hung: throw .programHung(name: name, seconds: Int(voice.timeout))
      case .ended(let ending, let complaints):
        if isNew || isLast {
          try Self.check(ending, of: voice, complaints: complaints)
          throw .programSilent(name: name)
        }
      }
    }
  }

  /// One that waits, or a new one.
  private func program(
    _ command: [String], name: String
  ) throws(SpeechFailure) -> (program: ResidentProgram, isNew: Bool) {
    if let waiting = waiting.withLock({ $0[command]?.popLast() }) { return (waiting, false) }
    return (try ResidentProgram(command, name: name), true)
  }

  private static func request(
    _ text: String, in voice: CommandVoice, rate: Double, out: String
  ) -> String {
    let fields = [
      ("text", quoted(text)), ("pace", "\((rate * 10_000).rounded() / 10_000)"),
      ("seed", "\(voice.seed)"), ("voice", quoted(expanded(voice.voice))), ("out", quoted(out)),
    ]
    return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }

  /// A text as JSON writes it.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{20}"...: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
