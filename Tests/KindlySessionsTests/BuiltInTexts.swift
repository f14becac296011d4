import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import KindlyTimeline

/// The built-in texts as a shelf for composing: no engine; and a meter that counts letters.
enum BuiltInTexts {
  static let library = Library(folders: nil)

  static func names(of kind: Kind) -> [String] { library.names(of: kind) }

  static func source(_ kind: Kind, _ name: String) throws -> Source {
    try library.text(kind, named: name).source
  }

  static func chapter(_ name: String) throws -> PracticeText {
    let source = try source(.practice, name)
    return PracticeText(source: source, script: read(practice: source).tree)
  }

  static var resolver: ReferenceResolver {
    var shelf = ReferenceResolver()
    shelf.include = { name, _ in (try? chapter(name)).map { .found($0) } ?? .unknown(near: []) }
    shelf.phraseSet = { name, _ in
      guard let source = try? source(.phrases, name) else { return .unknown(near: []) }
      return .found(Wishes(source: source, set: read(phrases: source).tree))
    }
    shelf.voice = { .found(VoiceFacts(name: $0, languages: ["en", "de", "es", "fr", "hi"])) }
    shelf.voices = { _ in ["calm"] }
    shelf.bell = { .found(BellFacts(name: $0, wait: 8 * second, apart: 6 * second, ring: ring)) }
    return shelf
  }

  static let second: Int64 = 48_000

  /// As long as the built-in bowl, at any strength.
  private static let ring: @Sendable (Double) -> Int64 = { _ in 62 * second }

  /// The calm voice takes 0.122 s a letter, measured over every line of the library
  /// (a single line is off by up to three seconds).
  struct Meter: SpeechMeter {
    func measure(_ utterances: [Utterance]) -> [Measure] {
      utterances.map {
        .spoken(frames: Frames(Int64($0.text.count) * 5_860), words: [])
      }
    }
  }
}

extension BellFacts {
  fileprivate init(
    name: String, wait: Int64, apart: Int64, ring: @escaping @Sendable (Double) -> Int64
  ) {
    self.init(name: name, wait: wait, apart: apart, fade: ring, ring: ring)
  }
}
