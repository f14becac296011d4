import Practice
import Timeline

extension Unfolding {
  /// A block, as often or for as many as it says; its settings end with it.
  mutating func unfold(_ block: Block, in scope: Scope) {
    enclosure.append(.block)
    defer { enclosure.removeLast() }
    var inner = scope
    switch block.kind.value {
    case .times(let times):
      for round in 0..<max(0, times) where !isFull {
        inner.round = round + 1
        unfold(block.body, in: &inner)
      }
    case .forEach(let recipients):
      for (place, recipient) in recipients.enumerated() where !isFull {
        inner.round = place + 1
        inner.recipients = [recipient]
        unfold(block.body, in: &inner)
      }
    }
  }

  /// Another file: it starts with the settings in force, and its own end with it.
  mutating func include(_ name: Located<String>, in scope: Scope) {
    guard let file = reading.included(name.value, from: scope.file) else { return }
    enclosure.append(.include)
    defer { enclosure.removeLast() }
    var inner = scope
    inner.file = file
    let script = reading.files[file].script
    adopt(script.header, in: &inner)
    unfold(script.body, in: &inner)
  }

  /// What an included file's header changes: its language and its respellings.
  private mutating func adopt(_ header: Header, in scope: inout Scope) {
    scope.pronunciations += header.pronunciations
    scope.recordings = header.recordings?.value
    if let language = header.language { use(language, in: &scope) }
  }
}

extension Header {
  var pronunciations: [Pronunciation] {
    pronounce.map { Pronunciation(word: $0.value.word, spoken: $0.value.spoken) }
  }
}
