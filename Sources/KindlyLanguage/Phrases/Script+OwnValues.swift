extension Script {
  /// The names of the author's own values, such as `place` for `{place}` and `{place|the garden}`, each
  /// once, in the order of the text. Words about the recipient and the listener are none.
  public var ownValues: [String] {
    var names: [String] = []
    for piece in (header.titleWords?.value ?? []) + Self.pieces(of: body) {
      guard case .value(let value) = piece, value.value.isOwn, !names.contains(value.value.name)
      else { continue }
      names.append(value.value.name)
    }
    return names
  }

  private static func pieces(of nodes: [Node]) -> [Piece] {
    nodes.flatMap { node -> [Piece] in
      switch node {
      case .heading(let words), .speech(let words): words.value
      case .phrase(let phrase): phrase.words.value
      case .block(let block): pieces(of: block.body)
      case .paragraph, .cue: []
      }
    }
  }
}

extension Piece.Value {
  /// Whether its words come from `--set`, the profile or its default.
  fileprivate var isOwn: Bool { name != "listener" && GuidanceWord(rawValue: name) == nil }
}
