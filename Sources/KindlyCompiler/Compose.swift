public import KindlyTimeline

/// Compiles a practice in one go: plans it, asks how long everything that is said lasts, fills it up,
/// and fits it to its length.
///
/// Pure but for the questions it asks; the same answers give the same timeline on any machine.
/// - Throws: `Uncomposable` with every problem of the step that could not be taken.
public func compose(
  _ practice: PracticeText, order: Order = Order(), in resolver: ReferenceResolver,
  meter: any SpeechMeter
) throws(Uncomposable) -> FittedPractice {
  try compose(PracticePlan(of: practice, order: order, in: resolver)) { utterances in
    meter.measure(utterances)
  }
}

/// Takes a plan through the steps that follow it: measures, fills, fits.
///
/// - Parameters:
///   - plan: what is said and how silences may stretch.
///   - measure: how long each utterance lasts, in their order. It is asked for everything at once, and
///     once more only where filling up says something new.
/// - Throws: `Uncomposable` with every problem of the step that could not be taken.
public func compose(
  _ plan: PracticePlan, measure: ([Utterance]) -> [Measure]
) throws(Uncomposable) -> FittedPractice {
  var measures: [Utterance: Measure] = [:]
  func take(_ utterances: [Utterance]) {
    let missing = utterances.filter { measures[$0] == nil }
    guard !missing.isEmpty else { return }
    for (utterance, answer) in zip(missing, measure(missing)) { measures[utterance] = answer }
  }
  take(plan.utterances)
  let filled = try plan.filled(by: measures)
  take(filled.utterances)
  return try filled.fitted(to: measures)
}
