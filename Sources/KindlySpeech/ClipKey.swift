import KindlyBase
import KindlySound

/// The name of a clip: a digest of everything that can change its samples or its words.
struct ClipKey: Hashable {
  /// Counted up whenever narration makes other samples or words of the same request.
  private static let version: Int32 = 5

  /// 64 hexadecimal digits.
  let digest: String
  /// The text, kept with the clip so that it can be forgotten by a name that is in it.
  let text: String

  /// `engine` tells the engine's program and data from every other.
  init(of request: SpeechRequest, engine identity: String) {
    var writer = WireWriter()
    writer.put(Self.version)
    writer.put(identity)
    writer.put(request.text)
    // What is said for it, not the lists that told so: a rule that changes is another clip.
    for character in request.speakable.characters {
      writer.put(Int32(bitPattern: character.scalar.value))
      writer.put(Int32(truncatingIfNeeded: character.origin.lowerBound))
    }
    Self.put(request.voice, pace: request.pace, into: &writer)
    if request.take % Take.count > 0, request.voice.takes > 0 {
      writer.put(Int32(request.take % Take.count))
      writer.put(request.voice.takes)
    }
    digest = SHA256.hex(writer.bytes)
    text = request.text
  }

  private static func put(_ voice: Voice, pace: Double, into writer: inout WireWriter) {
    writer.put(voice.speed.figure(pace: pace))
    writer.put(voice.loudness)
    writer.put(Int32(voice.tone.count))
    for filter in voice.tone.map(Biquad.Shape.init) { put(filter, into: &writer) }
    writer.put(voice.compression)
    writer.put(voice.reverb ?? 0)
    switch voice.engine {
    case .espeak(let espeak):
      writer.put("espeak-ng")
      writer.put(espeak.voice)
      switch espeak.variant {
      case .none: writer.put("")
      case .named(let name): writer.put("+" + name)
      case .own(let text): writer.put("=" + text)
      }
      for number in [espeak.pitch, espeak.range, espeak.volume, espeak.wordGap] {
        writer.put(Int32(number))
      }
    case .command(let command):
      writer.put("command")
      writer.put(Int32(command.arguments.count))
      for argument in command.arguments + [command.voice] { writer.put(argument) }
      if case .raw(let rate) = command.output { writer.put(Int32(rate)) }
      writer.put(Int32(command.seed))
      for argument in command.resident { writer.put(argument) }
    case .recording:
      writer.put("recording")
    }
  }

  private static func put(_ filter: Biquad.Shape, into writer: inout WireWriter) {
    let (name, numbers): (String, [Double]) =
      switch filter {
      case .lowPass(let hertz, let q): ("low-pass", [hertz, q])
      case .highPass(let hertz, let q): ("high-pass", [hertz, q])
      case .peak(let hertz, let gain, let q): ("peak", [hertz, gain, q])
      case .lowShelf(let hertz, let gain, let q): ("low shelf", [hertz, gain, q])
      case .highShelf(let hertz, let gain, let q): ("high shelf", [hertz, gain, q])
      }
    writer.put(name)
    for number in numbers { writer.put(number) }
  }
}
