import KindlyLanguage
import KindlyTimeline

/// Carries a script out: applies settings, goes through blocks and files, fills values in.
struct Unfolding {
  let order: Order
  let resolver: ReferenceResolver
  let manuscript: IncludeTree
  /// Rounds of `[phrases, fill]`, by how many pins came before.
  let fillRounds: [Int]

  var plan: Plan
  /// Whether the file's own or the listener's `none` keeps unnamed bells silent.
  var silentBells = false
  /// Whether the listener wants no background at all.
  var silentBackgrounds = false
  /// What was asked for last of what lies under the session.
  var laid: BackgroundCue?
  var usualBell: BellFacts?
  var pins = 0
  var latestPin: Int64 = 0
  /// Blocks and files around the place that is read.
  var enclosure: [ComposingProblem.Enclosure] = []
  /// Files that include each other, from the practice to the file that is read.
  var including = [0]
  /// Whether a difficult person without a word of care was noted.
  var saidCare = false
  private var utteranceIndex: [Utterance: Int] = [:]
  private var timesSaid: [Utterance: Int] = [:]
  private var bellIndex: [String: Int] = [:]
  private var found: Set<Finding> = []
  private var steps = 0

  init(_ manuscript: IncludeTree, order: Order, resolver: ReferenceResolver, fillRounds: [Int]) {
    self.manuscript = manuscript
    self.order = order
    self.resolver = resolver
    self.fillRounds = fillRounds
    plan = Plan(files: manuscript.files.map(\.source))
  }

  /// Whether so much was unfolded that the rest no longer matters.
  var isFull: Bool { plan.moments.count > Limit.events * 4 || steps > Limit.events * 10 }

  /// Carries out nodes one after another; settings stay with the caller's scope.
  mutating func unfold(_ nodes: [Node], in scope: inout Scope) {
    for node in nodes where !isFull {
      steps += 1
      lay(scope)
      unfold(node, in: &scope)
    }
  }

  private mutating func unfold(_ node: Node, in scope: inout Scope) {
    switch node {
    case .heading(let heading):
      let origin = scope.origin(heading.span)
      gap(.glue(scope.voice.section), .habit)
      let name = text(of: heading.value, at: origin, in: scope) ?? ""
      plan.moments.append(.heading(.init(name: name, origin: origin)))
    case .speech(let words): unfold(words, in: scope)
    case .phrase(let phrase): unfold(phrase, in: &scope)
    case .paragraph: gap(.glue(scope.voice.paragraph), .habit)
    case .cue(let cue): unfold(cue, in: &scope)
    case .block(let block): unfold(block, in: scope)
    }
  }

  private mutating func unfold(_ cue: Located<Cue>, in scope: inout Scope) {
    switch cue.value {
    case .silence(let silence): unfold(Located(silence, at: cue.span), in: scope)
    case .bell(let bell): unfold(Located(bell, at: cue.span), in: scope)
    case .phrases(let phrases): unfold(Located(phrases, at: cue.span), in: &scope)
    case .breathe(let times): breathe(Located(times, at: cue.span), in: scope)
    case .setting(let setting): apply(Located(setting, at: cue.span), to: &scope)
    case .include(let name): include(Located(name, at: cue.span), in: scope)
    case .recorded(let name): recorded(Located(name, at: cue.span), in: scope)
    }
  }

  /// Notes a problem once, however often its place is passed.
  mutating func note(_ problem: ComposingProblem, at origin: Origin?) {
    let finding = Finding(problem: problem, origin: origin)
    if found.insert(finding).inserted { plan.findings.append(finding) }
  }

  mutating func sound(_ kind: Moment.Sound.Kind, at origin: Origin) {
    plan.moments.append(.sound(.init(kind: kind, origin: origin)))
  }

  mutating func gap(
    _ length: Moment.Gap.Length, _ cause: Moment.Cause, lasts: Bool = false
  ) {
    plan.moments.append(.gap(.init(length: length, cause: cause, lasts: lasts)))
  }

  mutating func silence(
    _ length: Moment.Silence.Length, at origin: Origin, cause: Moment.Cause = .written,
    interval: Moment.Interval? = nil
  ) {
    plan.moments.append(
      .silence(.init(length: length, origin: origin, cause: cause, interval: interval)))
  }

  /// The utterance as it is said now: in the next take, if it was said before.
  mutating func nextTake(of utterance: Utterance, takes: Int) -> Utterance {
    guard takes > 1, utterance.recording == nil else { return utterance }
    var next = utterance
    next.take = timesSaid[utterance, default: 0] % takes
    timesSaid[utterance, default: 0] += 1
    return next
  }

  /// The place of an utterance in the list of everything that is said.
  mutating func index(of utterance: Utterance, at origin: Origin) -> Int {
    if let index = utteranceIndex[utterance] { return index }
    utteranceIndex[utterance] = plan.utterances.count
    plan.utterances.append(utterance)
    plan.firstSaid.append(origin)
    return plan.utterances.count - 1
  }

  /// The place of a bell in the list of everything that is struck.
  mutating func index(of bell: BellFacts) -> Int {
    if let index = bellIndex[bell.name] { return index }
    bellIndex[bell.name] = plan.bells.count
    plan.bells.append(bell)
    return plan.bells.count - 1
  }
}

extension Scope {
  func origin(_ span: SourceSpan) -> Origin { Origin(file: file, span: span) }
}
