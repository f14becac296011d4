/// Every cue of the language, declared once. Reading, near names, the guide and completion are
/// readings of this table.
public enum CueKind: String, Sendable, Hashable, CaseIterable {
  case silence, bell, phrases, breathe
  case toward, voice, language, pace, breath, background
  case times = "repeat"
  case forEach = "for each"
  case end, include, recorded
}

/// What there is to know about a cue.
public struct CueDeclaration: Sendable {
  /// The words it may begin with, folded.
  public var begins: [String]
  /// The words that are suggested for a slip, the likeliest first.
  public var words: [String]
  /// Words of other scripts, and the one to write instead.
  public var otherWords: [String: String] = [:]
  /// Whether a name may follow, which can stand in quotation marks.
  public var takesName = false
  /// Whether it has a line of its own in canonical form.
  public var standsAlone = false
  /// Ways to write it, the plainest first, canonical and without brackets.
  public var examples: [String]
  /// What it does, in one line.
  public var meaning: String
}

extension CueKind {
  /// The declaration of this cue.
  public var declaration: CueDeclaration {
    switch self {
    case .silence:
      CueDeclaration(
        begins: [
          "pause", "silence", "rest", "about", "half", "longer", "shorter", "long", "short",
        ],
        words: [
          "pause", "silence", "rest", "short", "long", "about", "until", "every", "seconds",
          "minutes", "hours", "breaths",
        ],
        otherWords: ["wait": "pause", "break": "pause", "quiet": "pause", "hold": "pause"],
        examples: [
          "20s", "~20s", "10s to 40s", "short pause", "pause", "long pause", "3 breaths", "rest",
          "rest x2", "silence until 14:30", "20 min, bell every 5 min",
        ],
        meaning: "a silence: exact, about so long, or all the time that is left")
    case .bell:
      CueDeclaration(
        begins: ["bell", "bells", "ring", "soft", "softly"],
        words: [
          "bell", "ring", "softly", "times", "apart", "fade", "once", "twice", "thrice",
        ],
        otherWords: ["chime": "bell", "gong": "bell", "ding": "bell", "strike": "bell"],
        takesName: true,
        examples: [
          "bell", "bell, softly", "bell tingsha, 3 times, 6s apart", "bell, let it fade",
          "bell at 10:00",
        ],
        meaning: "strikes of a bell")
    case .phrases:
      CueDeclaration(
        begins: ["phrases", "phrase"],
        words: ["phrases", "rounds", "fill", "after", "each"],
        takesName: true,
        examples: [
          "phrases", "phrases, 3 rounds", "phrases forgiveness, 10s apart",
          "phrases \"set A\", 8s after each", "phrases, fill", "phrases, on the out-breath",
        ],
        meaning: "the wishes of a phrase set, each with time to repeat it")
    case .breathe:
      CueDeclaration(
        begins: ["breathe"], words: ["breathe", "breath"],
        otherWords: ["inhale": "breathe", "exhale": "breathe"],
        examples: ["breathe 5 times"], meaning: "breaths guided by a soft tone")
    case .toward:
      CueDeclaration(
        begins: ["toward", "towards"],
        words: [
          "toward", "self", "benefactor", "friend", "neutral", "difficult", "all", "person",
          "beings",
        ],
        takesName: true, standsAlone: true,
        examples: ["toward friend", "toward friend and self", "toward Maya, she"],
        meaning: "whom wishes are directed at from here on")
    case .voice:
      CueDeclaration(
        begins: ["voice"], words: ["voice"], otherWords: ["narrator": "voice"], takesName: true,
        standsAlone: true, examples: ["voice warm"], meaning: "another narrator")
    case .language:
      CueDeclaration(
        begins: ["language"], words: ["language"], takesName: true, standsAlone: true,
        examples: ["language de"], meaning: "another language")
    case .pace:
      CueDeclaration(
        begins: ["slower", "faster", "normal"], words: ["slower", "faster", "normal", "speed"],
        standsAlone: true, examples: ["slower", "faster", "normal speed"],
        meaning: "how fast the narrator speaks")
    case .breath:
      CueDeclaration(
        begins: ["breath"], words: ["hold"], standsAlone: true,
        examples: ["breath in 4s, out 6s", "breath in 4s, hold 2s, out 6s"],
        meaning: "the breath that is guided, and that lengths in breaths count")
    case .background:
      CueDeclaration(
        begins: ["background", "no"], words: ["background", "louder", "fades", "over"],
        otherWords: ["music": "background", "ambience": "background", "ambient": "background"],
        takesName: true, standsAlone: true,
        examples: [
          "background rain", "background stream, softly", "background \"sea.flac\", louder",
          "background fades over 2 min", "no background",
        ],
        meaning: "the sound that lies under the practice")
    case .times:
      CueDeclaration(
        begins: ["repeat"], words: ["repeat"], otherWords: ["loop": "repeat"], standsAlone: true,
        examples: ["repeat 3 times"], meaning: "what follows, up to [end], so many times in all")
    case .forEach:
      CueDeclaration(
        begins: ["each"], words: ["each"], takesName: true, standsAlone: true,
        examples: ["for each benefactor, friend and neutral"],
        meaning: "what follows, up to [end], once for each of several people")
    case .end:
      CueDeclaration(
        begins: ["end"], words: ["end"], standsAlone: true, examples: ["end"],
        meaning: "the end of what is repeated")
    case .include:
      CueDeclaration(
        begins: ["include"], words: ["include"],
        otherWords: ["insert": "include", "import": "include"], takesName: true,
        examples: ["include settling"], meaning: "another practice, put in here")
    case .recorded:
      CueDeclaration(
        begins: ["recorded"], words: ["recorded"],
        otherWords: ["recording": "recorded", "audio": "recorded"], takesName: true,
        examples: ["recorded \"hello.flac\""], meaning: "a recording that lies beside the practice")
    }
  }

  /// The cues by the words they begin with.
  static let byFirstWord: [String: CueKind] = {
    var kinds: [String: CueKind] = [:]
    for kind in allCases {
      for word in kind.declaration.begins { kinds[word] = kind }
    }
    return kinds
  }()
}

extension CueReader {
  /// A cue of this kind, from its first word on.
  mutating func form(of kind: CueKind) throws(CueMistake) -> CueForm {
    switch kind {
    case .silence: .cue(.silence(try silence()))
    case .bell: .cue(.bell(try bell()))
    case .phrases: .cue(.phrases(try phrases()))
    case .breathe: .cue(.breathe(try breathe()))
    case .toward: .cue(.setting(.toward(try toward())))
    case .voice: .cue(.setting(.voice(try named("[voice calm]"))))
    case .language: .cue(.setting(.language(try languageTag())))
    case .pace: .cue(.setting(try pace()))
    case .breath: .cue(.setting(.breath(try breath())))
    case .background: .cue(.setting(.background(try background())))
    case .times: .open(try repetition())
    case .forEach: .open(.forEach(try forEach()))
    case .end: .end(end())
    case .include: .cue(.include(try file("[include settling]")))
    case .recorded: .cue(.recorded(try file("[recorded \"hello.flac\"]")))
    }
  }
}
