import Library
import Narration
import Studio

extension Examination {
  /// Has every narrator say a word, each failure with its own advice.
  static func speech(in workshop: Workshop) -> Examination {
    let names = workshop.library.names(of: .voice)
    var findings: [Finding] = []
    for name in names {
      do throws(Unfit) {
        let voice = try workshop.studio.voice(named: name).voice
        let request = SpeechRequest(text: "One.", voice: voice)
        // Without the cache: what was spoken once says nothing about today.
        switch Narrator(cache: nil).speak([request])[0] {
        case .failure(.programMissing(let program, let install)):
          // Voices of other programs are a choice, not a lack.
          let way = install.map { "; \($0)" } ?? ""
          findings.append(.well("\(name) would need the program \(program)\(way)."))
        case .success: findings.append(.well("\(name) speaks \(voice.language)."))
        case .failure(let failure):
          findings.append(.ill("\(name): \(failure.sentence)", failure.advice))
        }
      } catch {
        findings.append(.ill("\(name): its file has problems.", error.sentence))
      }
    }
    return Examination(name: "speech", heading: "Voices", findings: findings)
  }
}
