import KindlyLanguage
public import KindlyTimeline

/// A practice carried out for a listener: what is heard, in order. No length of speech is known yet,
/// and nothing was spoken for it.
///
/// A value: whatever the resolver answered is in it, and it gives the same from any thread.
public struct PracticePlan: Sendable {
  /// What happens, with one round of every `[phrases, fill]`, or with as many as fill its length.
  let plan: Plan
  /// The same with two rounds, three, and so on to a whole cycle of takes; empty where nothing is to
  /// be filled, or the rounds are known.
  let trials: [Plan]
  /// The same for other rounds, by how many pins came before.
  let again: @Sendable ([Int]) -> Plan
  let order: Order
  /// The length that was asked for, and where the practice asks for it.
  let length: Int64?
  let lengthOrigin: Origin?

  /// Everything distinct that may be said, in the order of its first use.
  public let utterances: [Utterance]

  /// Plans a practice. Every problem of the practice and of what it includes is reported at once.
  ///
  /// - Parameters:
  ///   - practice: the practice, read without an error.
  ///   - order: what the listener asks.
  ///   - resolver: answers questions about other texts; the same answers give the same plan.
  /// - Throws: `Uncomposable` with errors and warnings.
  public init(
    of practice: PracticeText, order: Order = Order(), in resolver: ReferenceResolver
  ) throws(Uncomposable) {
    let manuscript = IncludeTree(practice, include: resolver.include)
    let header = practice.script.header
    // What fills up is carried out again when lengths are known; it must find the same then.
    let remembered = resolver.remembering()
    let again = { @Sendable (rounds: [Int]) in
      unfolded(manuscript, order: order, resolver: remembered, fillRounds: rounds)
    }
    let plan = again([])
    let length = order.length?.count ?? header.length.map { BreathFrames().frames($0.value) }
    self.init(
      plan, trials: trialRounds(of: plan, length: length).map(again), again: again, order: order,
      length: length,
      lengthOrigin: order.length == nil ? header.length.map { Origin(file: 0, span: $0.span) } : nil
    )
    try refuse(plan)
  }

  private init(
    _ plan: Plan, trials: [Plan], again: @escaping @Sendable ([Int]) -> Plan, order: Order,
    length: Int64?, lengthOrigin: Origin?
  ) {
    self.plan = plan
    self.trials = trials
    self.again = again
    self.order = order
    self.length = length
    self.lengthOrigin = lengthOrigin
    var seen: Set<Utterance> = []
    utterances = ([plan] + trials).flatMap(\.utterances).filter { seen.insert($0).inserted }
  }

  /// The plan with as many rounds of each `[phrases, fill]` as come closest to its length; the plan
  /// itself where nothing is to be filled.
  ///
  /// - Parameter measures: how long each of `utterances` lasts.
  /// - Throws: `Uncomposable` if something can't be spoken, or the rounds say something wrong.
  public func filled(by measures: [Utterance: Measure]) throws(Uncomposable) -> PracticePlan {
    guard !trials.isEmpty else { return self }
    var tried: [[Need]] = []
    for trial in [plan] + trials {
      tried.append(needs(of: trial, spoken: try spoken(measures, of: trial).map(\.frames)))
    }
    guard let rounds = roundsThatFill(length: length, tried) else { return self }
    var filled = again(rounds)
    filled.findings = plan.findings + filled.findings.filter { !plan.findings.contains($0) }
    let next = PracticePlan(
      filled, trials: [], again: again, order: order, length: length, lengthOrigin: lengthOrigin)
    try next.refuse(filled)
    return next
  }
}

extension PracticePlan {
  /// The measures of what a plan says, in its order. All that can't be spoken is reported at once.
  func spoken(_ measures: [Utterance: Measure], of plan: Plan) throws(Uncomposable) -> [Spoken] {
    var failures: [Finding] = []
    var spoken: [Spoken] = []
    for (index, utterance) in plan.utterances.enumerated() {
      switch measures[utterance] {
      case .spoken(let frames, let words)?:
        spoken.append(Spoken(frames: frames.count, words: words))
      case .failed(let why, let advice)?:
        failures.append(
          Finding(
            problem: .unspeakable(text: utterance.text, why: why, advice: advice),
            origin: plan.firstSaid[index]))
      case nil: spoken.append(Spoken(frames: 0, words: []))
      }
    }
    guard failures.isEmpty else { throw failure(plan, failures) }
    return spoken
  }

  /// Throws if there is an error among what was found.
  private func refuse(_ plan: Plan) throws(Uncomposable) {
    guard plan.findings.contains(where: { $0.problem.isError(in: order) }) else { return }
    throw failure(plan, [])
  }

  /// What was found, and more of it, as the reason not to go on.
  func failure(_ plan: Plan, _ findings: [Finding]) -> Uncomposable {
    Uncomposable(diagnostics: diagnostics(plan.findings + findings, plan))
  }

  /// Findings as they are told: what is about the whole practice first, then by place.
  func diagnostics(_ findings: [Finding], _ plan: Plan) -> [Diagnostic] {
    let places = findings.map { finding in
      finding.origin.map { ($0.file, $0.span.lower) } ?? (-1, -1)
    }
    return findings.indices.sorted { one, other in
      (places[one].0, places[one].1, one) < (places[other].0, places[other].1, other)
    }.map { Diagnostic(findings[$0], files: plan.files, order: order) }
  }
}
