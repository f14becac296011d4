public import KindlyLanguage
public import KindlyTimeline

/// A practice compiled: what happens when, and what is worth knowing about it.
public struct Composition: Sendable {
  /// Everything that is heard, at its frame.
  public var timeline: Timeline
  /// What is heard as written but probably not meant, in order.
  public var warnings: [Diagnostic]
  /// How long the practice is, could be, and how much of it is silence.
  public var summary: Summary
}

/// Why a practice could not be compiled.
public struct Uncomposable: Error, Sendable, Hashable {
  /// Errors and warnings together, in order; at least one is an error.
  public var diagnostics: [Diagnostic]
}

/// Compiles a practice to a timeline: carry out, measure, join, solve, assemble.
///
/// Pure but for the questions it asks of its surroundings; the same answers give the same timeline
/// on any machine. Every problem of the practice and of what it includes is reported at once.
public func compose(_ practice: Chapter, order: Order = Order(), in surroundings: Surroundings)
  throws(Uncomposable) -> Composition
{
  try Composing(practice, order: order, surroundings: surroundings).run()
}

/// One compilation; each step takes what the one before it found.
private struct Composing {
  let manuscript: Manuscript
  let order: Order
  let surroundings: Surroundings
  let length: Int64?
  let lengthOrigin: Origin?

  init(_ practice: Chapter, order: Order, surroundings: Surroundings) {
    manuscript = Manuscript(practice, include: surroundings.include)
    self.order = order
    self.surroundings = surroundings
    let header = practice.script.header
    length = order.length?.count ?? header.length.map { BreathFrames().frames($0.value) }
    lengthOrigin =
      order.length == nil ? header.length.map { Origin(file: 0, span: $0.span) } : nil
  }

  func run() throws(Uncomposable) -> Composition {
    var plan = unfolded(manuscript, order: order, surroundings: surroundings, fillRounds: [])
    try refuse(plan)
    var lengths = Lengths()
    var rounds: [Int]?
    if !plan.fills.isEmpty {
      let segments = needs(of: plan, spoken: try measured(plan, &lengths).map(\.frames)).count
      rounds = try roundsThatFill(length: length) { (count) throws(Uncomposable) in
        let counts = Array(repeating: count, count: segments)
        let trial = unfolded(
          manuscript, order: order, surroundings: surroundings, fillRounds: counts)
        return needs(of: trial, spoken: try measured(trial, &lengths).map(\.frames))
      }
    }
    if let rounds {
      let findings = plan.findings
      plan = unfolded(manuscript, order: order, surroundings: surroundings, fillRounds: rounds)
      plan.findings = findings + plan.findings.filter { !findings.contains($0) }
      try refuse(plan)
    }
    let measures = try measured(plan, &lengths)
    let spoken = measures.map(\.frames)
    let ending = Ending(joined(plan, spoken: spoken), bells: plan.bells)
    guard ending.parts.contains(where: { $0.isSound || $0.isSilence }) else {
      throw failure(plan, [Finding(problem: .nothingToHear, origin: nil)])
    }
    let schedule = try scheduled(ending, plan)
    try refuse(strikesBeyondLimit(in: ending, schedule, plan), of: plan)
    let timeline = Assembly.timeline(plan.title, plan, measures, ending, schedule)
    plan.findings += doubts(
      about: ending, schedule, plan: plan, spoken: spoken, hasLength: length != nil)
    return Composition(
      timeline: timeline, warnings: diagnostics(plan.findings, plan),
      summary: Summary(timeline, ending))
  }

  /// How long everything is that was asked for so far.
  private typealias Lengths = [Utterance: Spoken]

  /// How long everything is that a plan says, in its order. Asks at once for what is not known yet.
  private func measured(
    _ plan: Plan, _ lengths: inout Lengths
  ) throws(Uncomposable) -> [Spoken] {
    let missing = plan.utterances.indices.filter { lengths[plan.utterances[$0]] == nil }
    var failures: [Finding] = []
    let answers =
      missing.isEmpty ? [] : surroundings.meter.measure(missing.map { plan.utterances[$0] })
    for (answer, index) in zip(answers, missing) {
      let utterance = plan.utterances[index]
      switch answer {
      case .spoken(let frames, let words):
        lengths[utterance] = Spoken(frames: frames.count, words: words)
      case .failed(let why, let advice):
        failures.append(
          Finding(
            problem: .unspeakable(text: utterance.text, why: why, advice: advice),
            origin: plan.firstSaid[index]))
      }
    }
    guard failures.isEmpty else { throw failure(plan, failures) }
    return plan.utterances.map { lengths[$0] ?? Spoken(frames: 0, words: []) }
  }

  private func scheduled(_ ending: Ending, _ plan: Plan) throws(Uncomposable) -> Schedule {
    let schedule: Schedule
    do {
      schedule = try fitted(ending)
    } catch {
      throw failure(
        plan, [finding(about: error, ending, plan, asked: length ?? 0, at: lengthOrigin)])
    }
    guard schedule.frames <= Limit.frames else {
      let problem = ComposingProblem.tooLongAltogether(frames: schedule.frames, limit: Limit.frames)
      throw failure(plan, [Finding(problem: problem, origin: lengthOrigin)])
    }
    return schedule
  }

  private func fitted(_ ending: Ending) throws(Misfit) -> Schedule {
    guard let length else { return try naturalSchedule(of: ending) }
    return try schedule(of: ending, lasting: length)
  }

  private func refuse(_ plan: Plan) throws(Uncomposable) {
    guard plan.findings.contains(where: { $0.problem.isError(in: order) }) else { return }
    throw failure(plan, [])
  }

  private func refuse(_ finding: Finding?, of plan: Plan) throws(Uncomposable) {
    if let finding { throw failure(plan, [finding]) }
  }

  private func failure(_ plan: Plan, _ findings: [Finding]) -> Uncomposable {
    Uncomposable(diagnostics: diagnostics(plan.findings + findings, plan))
  }

  private func diagnostics(_ findings: [Finding], _ plan: Plan) -> [Diagnostic] {
    // What is about the whole practice comes first.
    let places = findings.map { finding in
      finding.origin.map { ($0.file, $0.span.lower) } ?? (-1, -1)
    }
    return findings.indices.sorted { one, other in
      (places[one].0, places[one].1, one) < (places[other].0, places[other].1, other)
    }.map { Diagnostic(findings[$0], files: plan.files, order: order) }
  }
}
