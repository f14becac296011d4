import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import Kindly

extension Examination {
  /// Looks for espeak-ng, and has every narrator say a word.
  static func speech(in context: CommandContext) -> Examination {
    let espeak = EspeakInstallation.find()
    // Without the cache: what was spoken once says nothing about today.
    let narrator = Narrator(cache: nil, espeak: espeak)
    var findings = [finding(on: espeak)]
    var silent: [(name: String, failure: SpeechFailure)] = []
    for name in context.library.names(of: .voice) {
      do throws(LookupError) {
        let voice = try context.composer.voice(named: name).voice
        switch narrator.speak([SpeechRequest(text: "One.", voice: voice)])[0] {
        case .success: findings.append(.well("\(visible(name)) speaks \(voice.language)."))
        case .failure(.programMissing(let program, let install)):
          // Voices of other programs are a choice, not a lack.
          findings.append(
            .noted(
              "\(visible(name)) would need the program \(program)."
                + (name == natural ? " It is natural, and the best understood." : ""),
              install.map { "Install it with: \($0)" }))
        case .failure(.notTrusted(let program, let narrator)):
          findings.append(
            .noted(
              "\(visible(name)) would start the program \(visible(program)).",
              "See the command and agree to it with: kindly voices trust \(visible(narrator))"))
        case .failure(let failure) where failure.isAboutEspeak: silent.append((name, failure))
        case .failure(let failure):
          findings.append(.ill("\(visible(name)): \(failure.sentence)", failure.advice))
        }
      } catch {
        // The library's part of the examination says what to do.
        findings.append(.noted("\(visible(name)) can't speak: its file has problems."))
      }
    }
    if let first = silent.first {
      let names = silent.map { visible($0.name) }.joined(separator: ", ")
      findings.append(.ill("\(first.failure.sentence) Silent: \(names).", espeakAnew))
    }
    return Examination(name: "speech", heading: "Voices", findings: findings)
  }

  /// The narrator that is worth installing a program for.
  private static let natural = "hibari"

  /// Where the engine is that needs nothing else; whether it speaks is told by its voices.
  private static func finding(on espeak: EspeakInstallation) -> Finding {
    let library = visible(espeak.library)
    return espeak.data.map { .well("espeak-ng: \(library), voices in \(visible($0))") }
      ?? .noted("espeak-ng: \(library), its voices (a folder espeak-ng-data) were not found")
  }

  /// Mends a library or data that are missing, and also such as are damaged.
  private static let espeakAnew =
    "Reinstall it with: sudo apt-get install --reinstall libespeak-ng1 espeak-ng-data"
}

extension SpeechFailure {
  /// Whether espeak-ng itself is at fault where it can't say a simple word.
  fileprivate var isAboutEspeak: Bool {
    switch self {
    case .engineMissing, .dataMissing, .engineDied, .engineHung, .engineRefused, .noWorker, .silent:
      true
    default: false
    }
  }
}
