public import KindlyLanguage
public import KindlyTimeline

/// A plan with a length for every silence: what happens when, and what is worth knowing about it.
public struct FittedPractice: Sendable {
  /// Everything that is heard, at its frame.
  public var timeline: Timeline
  /// What is heard as written but probably not meant, in order.
  public var warnings: [Diagnostic]
  /// How long the practice is, could be, and how much of it is silence.
  public var summary: Summary
  /// The listener's own wishes, where they are of another language than the practice.
  public var foreignWishes: ForeignWishes?
}

/// Why a practice could not be compiled.
public struct Uncomposable: Error, Sendable, Hashable {
  /// Errors and warnings together, in order; at least one is an error.
  public var diagnostics: [Diagnostic]
  /// Where the length that was asked for can't be had: what can.
  public var lengthMisfit: LengthMisfit?
}

/// A length that a practice can't have, and those it can.
public struct LengthMisfit: Sendable, Hashable {
  /// What was asked.
  public var asked: Frames
  /// The shortest there can be.
  public var shortest: Frames
  /// The longest there can be; nil is without limit.
  public var longest: Frames?
}

extension PracticePlan {
  /// Fits the plan to its length: joins, solves, assembles. Pure.
  ///
  /// - Parameter measures: how long each of `utterances` lasts.
  /// - Throws: `Uncomposable` if something can't be spoken, or the length can't be kept.
  public func fitted(to measures: [Utterance: Measure]) throws(Uncomposable) -> FittedPractice {
    let spoken = try spoken(measures, of: plan)
    let lengths = spoken.map(\.frames)
    let ending = FinalSilence(joined(plan, spoken: lengths), bells: plan.bells)
    guard ending.parts.contains(where: { $0.isSound || $0.isSilence }) else {
      throw failure(plan, [Finding(problem: .nothingToHear, origin: nil)])
    }
    let schedule = try scheduled(ending)
    if let tooMany = strikesBeyondLimit(in: ending, schedule, plan) {
      throw failure(plan, [tooMany])
    }
    let timeline = Assembly.timeline(plan.title, plan, spoken, ending, schedule)
    let doubts = doubts(
      about: ending, schedule, plan: plan, spoken: lengths, hasLength: length != nil)
    return FittedPractice(
      timeline: timeline, warnings: diagnostics(plan.findings + doubts, plan),
      summary: Summary(timeline, ending), foreignWishes: plan.foreignWishes)
  }

  private func scheduled(_ ending: FinalSilence) throws(Uncomposable) -> Schedule {
    let schedule: Schedule
    do {
      schedule = try natural(ending)
    } catch {
      let found = finding(about: error, ending, plan, asked: length ?? 0, at: lengthOrigin)
      var failure = failure(plan, [found])
      if case .cannotLast(let asked, let reach, _) = found.problem {
        failure.lengthMisfit = LengthMisfit(
          asked: Frames(asked), shortest: Frames(reach.shortest),
          longest: reach.longest.map { Frames($0) })
      }
      throw failure
    }
    guard schedule.frames <= Limit.frames else {
      let problem = ComposingProblem.tooLongAltogether(frames: schedule.frames, limit: Limit.frames)
      throw failure(plan, [Finding(problem: problem, origin: lengthOrigin)])
    }
    return schedule
  }

  private func natural(_ ending: FinalSilence) throws(FitError) -> Schedule {
    guard let length else { return try naturalSchedule(of: ending) }
    return try schedule(of: ending, lasting: length)
  }
}
