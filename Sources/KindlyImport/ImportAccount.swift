/// What became of the words and pauses of a script.
public struct ImportAccount: Sendable {
  /// Words of the script, without markup, keys and attributes.
  public private(set) var words = 0
  /// Words that are spoken, names of sections, in the header, in notes, and read as cues.
  public private(set) var spoken = 0
  /// Words that are names of sections.
  public private(set) var headings = 0
  /// Words in the header.
  public private(set) var header = 0
  /// Words in notes.
  public private(set) var notes = 0
  /// Words that were read as cues, times or names of speakers.
  public private(set) var cues = 0
  /// Pauses and times of the script, and those that are kept.
  public internal(set) var pauses = (found: 0, kept: 0)
  /// Words of the script that are nowhere in the practice. Always empty, unless this program is wrong.
  public private(set) var lost: [String] = []

  /// The account in one line, such as `412 words: 390 spoken, 22 in notes; 30 pauses, all kept`.
  public var sentence: String {
    let parts = [
      (spoken, "spoken"), (headings, "in headings"), (header, "in the header"), (notes, "in notes"),
      (cues, "read as cues"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let silence =
      switch (pauses.found, pauses.kept) {
      case (0, _): "no pauses"
      case (1, 1): "1 pause, kept"
      case (let found, let kept) where kept == found: "\(found) pauses, all kept"
      case (let found, let kept): "\(found) pauses, \(kept) kept"
      }
    return "\(words == 1 ? "1 word" : "\(words) words"): "
      + (parts.isEmpty ? "none" : parts.joined(separator: ", ")) + "; " + silence
  }

  /// Whether less than half of the words are spoken.
  public var isMostlySilent: Bool { words > 20 && spoken * 2 < words - cues }

  init(source: ReadScript, builder: StepBuilder) {
    var balance = WordBalance()
    func count(_ text: some Collection<Scalar>) { words += balance.add(text, times: 1) }
    for block in source.blocks {
      count(block.text.scalars)
      for cue in block.text.cues { count(cue.read.unicodeScalars) }
    }
    for text in source.headerWords { count(text.unicodeScalars) }
    func place(_ text: String) -> Int { balance.add(text.unicodeScalars, times: -1) }
    for step in builder.steps {
      switch step.kind {
      case .say(let text), .wish(let text): spoken += place(text)
      case .section(let text): headings += place(text)
      case .note(let text): notes += place(text)
      default: continue
      }
    }
    for text in builder.read { cues += place(text) }
    for text in builder.draft.headerWords { header += place(text) }
    lost = balance.left
  }
}
