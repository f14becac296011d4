import KindlyLanguage
import KindlyTimeline

extension Unfolding {
  /// A block, as often or for as many as it says; its settings end with it, and with each pass.
  mutating func unfold(_ block: Block, in scope: Scope) {
    enclosure.append(.block)
    defer { enclosure.removeLast() }
    switch block.kind.value {
    case .times(let times):
      for round in 0..<max(0, times) where !isFull {
        pass(block.body, round + 1, in: scope)
      }
    case .forEach(let recipients):
      for (place, recipient) in recipients.enumerated() where !isFull {
        var inner = scope
        inner.isForEach = true
        turn(&inner, toward: [recipient], at: scope.origin(block.kind.span))
        pass(block.body, place + 1, in: inner)
      }
    }
  }

  private mutating func pass(_ nodes: [Node], _ round: Int, in scope: Scope) {
    var inner = scope
    inner.round = round
    inner.mention = .first
    unfold(nodes, in: &inner)
  }

  /// Another file: it starts with the settings in force, and its own end with it.
  mutating func include(_ name: Located<String>, in scope: Scope) {
    guard let file = manuscript.included(name.value, from: scope.file) else { return }
    guard including.count <= Limit.includeDepth else {
      let chain = (including + [file]).map { plan.files[$0].path }
      return note(
        .includeTooDeep(chain: chain, limit: Limit.includeDepth), at: scope.origin(name.span))
    }
    enclosure.append(.include)
    including.append(file)
    var inner = scope
    inner.file = file
    let script = manuscript.files[file].script
    adopt(script, in: &inner)
    unfold(script.body, in: &inner)
    enclosure.removeLast()
    including.removeLast()
  }

  /// What an included file's header changes: its language and its respellings.
  private mutating func adopt(_ script: Script, in scope: inout Scope) {
    scope.pronouns.merge(pronouns(in: script)) { _, own in own }
    scope.pronunciations += script.header.pronunciations
    scope.recordings = script.header.recordings?.value
    scope.recordingsFile = scope.file
    if let language = script.header.language { use(language, in: &scope) }
  }
}

extension Header {
  /// The respellings as utterances carry them.
  var pronunciations: [Respelling] {
    pronounce.map(\.value)
  }
}
