import ArgumentParser
import Timeline

/// `kindly doctor`: what works on this machine, and what to do where it does not.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Show what works here, and what to do where it does not.")

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let workshop = Workshop()
    let parts = [
      Examination.sound(), Examination.speech(in: workshop), Examination.folders(workshop),
      Examination.texts(in: workshop),
    ]
    if json {
      Saying.result(JSON.object(parts.map { ($0.name, .array($0.findings.map(\.json))) }).line)
    } else {
      Saying.result(parts.map(\.text).joined(separator: "\n\n"))
    }
  }
}

/// One part of an examination: a heading and what was found.
struct Examination {
  let name: String
  let heading: String
  let findings: [Finding]

  /// Something that was looked at.
  struct Finding {
    /// Whether it works.
    var isWell: Bool
    /// What was seen.
    var sentence: String
    /// What to do; nil where nothing needs to be done.
    var advice: String?

    /// Something that works.
    static func well(_ sentence: String) -> Finding { Finding(isWell: true, sentence: sentence) }

    /// Something that does not.
    static func ill(_ sentence: String, _ advice: String) -> Finding {
      Finding(isWell: false, sentence: sentence, advice: advice)
    }

    var json: JSON {
      .object([
        ("well", .bool(isWell)), ("seen", .string(sentence)),
        ("advice", advice.map(JSON.string) ?? .null),
      ])
    }
  }

  var text: String {
    let lines = findings.flatMap { finding in
      [(finding.isWell ? "  ok  " : "  !!  ") + finding.sentence]
        + (finding.advice.map { ["      " + $0] } ?? [])
    }
    return ([heading] + lines).joined(separator: "\n")
  }
}
