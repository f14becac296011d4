import KindlyLanguage

/// A practice and everything it includes, each file once.
struct IncludeTree {
  /// The practice itself first.
  var files: [PracticeText]
  var findings: [Finding] = []
  private var includes: [Include: Int] = [:]

  private struct Include: Hashable {
    var name: String
    var file: Int
  }

  /// Reads everything a practice includes; cycles and too deep a chain are noted and cut.
  init(_ practice: PracticeText, include: (_ name: String, _ path: String) -> Found<PracticeText>) {
    files = [practice]
    follow(practice.script.body, in: [0], include)
  }

  /// The index of an included file; nil if it can't be had.
  func included(_ name: String, from file: Int) -> Int? {
    includes[Include(name: name, file: file)]
  }

  private mutating func follow(
    _ nodes: [Node], in chain: [Int], _ include: (String, String) -> Found<PracticeText>
  ) {
    for node in nodes {
      if case .block(let block) = node { follow(block.body, in: chain, include) }
      guard case .cue(let cue) = node, case .include(let named) = cue.value, let file = chain.last
      else { continue }
      let name = Located(named, at: cue.span)
      let key = Include(name: name.value, file: file)
      guard includes[key] == nil else { continue }
      let origin = Origin(file: file, span: name.span)
      switch include(name.value, files[file].source.path) {
      case .unknown(let near):
        findings.append(
          Finding(problem: .unknown(.practice, name: name.value, near: near), origin: origin))
      case .unusable(let why):
        findings.append(
          Finding(problem: .unusable(.practice, name: name.value, why: why), origin: origin))
      case .found(let chapter):
        enter(chapter, as: key, at: origin, in: chain, include)
      }
    }
  }

  private mutating func enter(
    _ chapter: PracticeText, as key: Include, at origin: Origin, in chain: [Int],
    _ include: (String, String) -> Found<PracticeText>
  ) {
    let path = chapter.source.path
    let names = chain.map { files[$0].source.path } + [path]
    let known = files.firstIndex { $0.source.path == path }
    if let start = chain.firstIndex(where: { $0 == known }) {
      let circle = Array(names[start...])
      findings.append(Finding(problem: .includeCycle(chain: circle), origin: origin))
      return
    }
    guard chain.count <= Limit.includeDepth else {
      findings.append(
        Finding(problem: .includeTooDeep(chain: names, limit: Limit.includeDepth), origin: origin))
      return
    }
    if let known {
      includes[key] = known
    } else {
      files.append(chapter)
      includes[key] = files.count - 1
      follow(chapter.script.body, in: chain + [files.count - 1], include)
    }
  }
}
