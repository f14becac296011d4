import KindlyLanguage

/// Counts events without carrying anything out, so that a few lines can't ask for billions.
struct Counting {
  private let manuscript: IncludeTree
  private var files: [Int: Int] = [:]

  init(_ manuscript: IncludeTree) { self.manuscript = manuscript }

  /// The practice's events at the least, and the place that asks for most of them.
  mutating func practice() -> (events: Int, most: Origin?) {
    var (total, most, place) = (0, 0, Origin?.none)
    for node in manuscript.files[0].script.body {
      let events = count(node, in: 0)
      total = sum(total, events)
      if events > most { (most, place) = (events, node.span.map { Origin(file: 0, span: $0) }) }
    }
    return (total, place)
  }

  private mutating func count(_ nodes: [Node], in file: Int) -> Int {
    nodes.reduce(0) { sum($0, count($1, in: file)) }
  }

  private mutating func count(_ node: Node, in file: Int) -> Int {
    switch node {
    case .heading, .paragraph: 0
    case .speech: 1
    case .phrase(let phrase): 1 + phrase.silences.count
    case .cue(let cue):
      if case .include(let name) = cue.value {
        max(1, included(name, from: file))
      } else {
        cue.value.events
      }
    // Even one that holds nothing takes its passes.
    case .block(let block): product(block.kind.value.passes, max(1, count(block.body, in: file)))
    }
  }

  /// A file is counted once however often it is included.
  private mutating func included(_ name: String, from file: Int) -> Int {
    guard let other = manuscript.included(name, from: file) else { return 0 }
    if let known = files[other] { return known }
    files[other] = 0
    let events = count(manuscript.files[other].script.body, in: other)
    files[other] = events
    return events
  }

  private func sum(_ one: Int, _ other: Int) -> Int {
    let (total, overflow) = one.addingReportingOverflow(other)
    return overflow ? .max : total
  }

  private func product(_ one: Int, _ other: Int) -> Int {
    let (product, overflow) = one.multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}

extension Block.Kind {
  /// How often the block is gone through.
  var passes: Int {
    switch self {
    case .times(let times): max(0, times)
    case .forEach(let recipients): recipients.count
    }
  }
}

extension Node {
  /// Where it stands; for a block its opening cue.
  var span: SourceSpan? {
    switch self {
    case .heading(let node), .speech(let node): node.span
    case .phrase(let phrase): phrase.words.span
    case .paragraph: nil
    case .cue(let node): node.span
    case .block(let block): block.kind.span
    }
  }
}
