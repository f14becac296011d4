import KindlyTimeline

/// One part of an examination: a heading and what was found.
struct Examination {
  /// Its key in JSON.
  let name: String
  let heading: String
  let findings: [Finding]

  /// Whether anything can be mended.
  var isIll: Bool { findings.contains { $0.state == .ill } }

  /// What a person reads.
  var text: String {
    let lines = findings.flatMap { finding in
      ["  \(finding.state.mark)  \(finding.sentence)"]
        + (finding.advice.map { ["      " + $0] } ?? [])
    }
    return ([heading] + lines).joined(separator: "\n")
  }

  /// Something that was looked at.
  struct Finding {
    var state: State
    /// What was seen.
    var sentence: String
    /// What to do; nil where nothing needs to be done.
    var advice: String?

    /// How something is.
    enum State: String {
      /// It works.
      case well
      /// It works, and somebody may wonder why it does so in this way.
      case noted
      /// It does not work, and can be mended.
      case ill

      var mark: String {
        switch self {
        case .well: "ok"
        case .noted: "--"
        case .ill: "!!"
        }
      }
    }

    /// Something that works.
    static func well(_ sentence: String) -> Finding { Finding(state: .well, sentence: sentence) }

    /// Something that is worth knowing.
    static func noted(_ sentence: String, _ advice: String? = nil) -> Finding {
      Finding(state: .noted, sentence: sentence, advice: advice)
    }

    /// Something that does not work.
    static func ill(_ sentence: String, _ advice: String) -> Finding {
      Finding(state: .ill, sentence: sentence, advice: advice)
    }

    var json: JSON {
      .object([
        ("well", .bool(state != .ill)), ("state", .string(state.rawValue)),
        ("seen", .string(sentence)), ("advice", advice.map(JSON.string) ?? .null),
      ])
    }
  }
}
