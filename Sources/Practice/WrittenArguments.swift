/// What people write on a command line, read like the inside of a cue.
extension Duration {
  /// Reads `20m`, `1 min 30 s`, `half an hour`; nil if it is no length, with a unit, above nothing.
  public init?(reading text: String) {
    let source = Source(path: "", text: text)
    guard source.isPlain else { return nil }
    var reader = CueReader(source, in: SourceSpan(0, source.bytes.count))
    do {
      self = try reader.duration()
      try reader.finish()
    } catch {
      return nil
    }
    switch self {
    case .frames(1...), .breaths(milli: 1...): return
    default: return nil
    }
  }
}

extension Recipient {
  /// Reads one recipient or a pair: `friend`, `Maya, she`, `friend and self`; nil if it is neither.
  public static func pair(reading text: String) -> [Recipient]? {
    let source = Source(path: "", text: text)
    guard source.isPlain else { return nil }
    var reader = CueReader(source, in: SourceSpan(0, source.bytes.count))
    guard let people = try? reader.pair() else { return nil }
    return people
  }
}

extension Source {
  /// Whether its text can be read at all.
  fileprivate var isPlain: Bool {
    var problems = Problems(path: path)
    return !bytes.isEmpty && checkText(noting: &problems) && problems.count == 0
  }
}
