/// What times and lengths of a script can be kept, before anything is spoken.
///
/// A practice whose words take longer than the time that a cue names has an error, so every time is
/// held against the longest that the words before it can take.
struct TimePlan {
  /// The steps, with a silence where the asked length needs one that can grow.
  private(set) var steps: [Step]
  /// What becomes of the moments, by the place of their step.
  private(set) var moments: [Int: Kept] = [:]
  /// The length of the header in milliseconds, where the script can have it.
  private(set) var length: Int?
  private(set) var places: [ImportPlace] = []

  /// What becomes of a time.
  enum Kept { case start, pin, close }

  /// Silences that a time follows: the time says how long they are.
  private var covered: Set<Int> = []
  /// The last pin and what has been heard since, at most; milliseconds.
  private var pin = 0
  private var elapsed = 0

  init(_ draft: ReadScript, steps: [Step]) {
    self.steps = Self.bounded(steps)
    cover()
    planMoments()
    guard let asked = draft.length else { return }
    planLength(asked)
  }

  func isCovered(_ index: Int) -> Bool { covered.contains(index) }

  // MARK: - Times

  private mutating func cover() {
    var waiting: [Int] = []
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .silence(.medium), .silence(.long), .silence(.short): waiting.append(index)
      case .moment(_, nil):
        covered.formUnion(waiting)
        waiting = []
      case .section, .note, .paragraph: continue
      default: waiting = []
      }
    }
  }

  private mutating func planMoments() {
    var gapBefore = 0
    var factor = 1
    var isOnlySilence = true
    for (index, step) in steps.enumerated() {
      switch step.kind {
      case .moment(let time, let gap):
        let second = (time + 500) / 1000 * 1000
        if elapsed == second - pin, isOnlySilence || second == 0 {
          // Nothing was heard yet, or exact silences have come just so far.
          moments[index] = .start
          (pin, elapsed) = (second, 0)
        } else if second > pin, pin + elapsed <= second - 300 || elapsed == 0 {
          moments[index] = .pin
          (pin, elapsed, isOnlySilence) = (second, 0, true)
        } else {
          moments[index] = .close
          elapsed += max(gap ?? 0, 0) / 4
        }
        gapBefore = 0
      case .say, .wish:
        isOnlySilence = false
        elapsed += (gapBefore + SpokenLength.most(of: step)) * factor
        gapBefore = 1000
      case .bell:
        isOnlySilence = false
        elapsed += SpokenLength.most(of: step) * factor
        gapBefore = 9000
      case .silence(let pause):
        if case .exact = pause {} else { isOnlySilence = false }
        if !covered.contains(index) { elapsed += SpokenLength.most(of: step) * factor }
        gapBefore = 0
      case .section: gapBefore = max(gapBefore, 3000)
      case .paragraph: gapBefore = max(gapBefore, 2000)
      case .repeatStart(let times): factor = times
      case .repeatEnd: factor = 1
      case .note: continue
      }
    }
  }

  /// Silences of more than a day in all would be an error; what is beyond becomes a note.
  private static func bounded(_ steps: [Step]) -> [Step] {
    var total = 0
    var factor = 1
    return steps.map { step in
      switch step.kind {
      case .repeatStart(let times): factor = times
      case .repeatEnd: factor = 1
      case .silence(let pause):
        let least = max(pause.least, pause.natural)
        guard least > 0, least <= 12 * 3_600_000, total + least * factor <= 20 * 3_600_000 else {
          return Step(
            .note(step.read.isEmpty ? CueText.silence(pause) : step.read), line: step.line)
        }
        total += least * factor
      default: break
      }
      return step
    }
  }

  // MARK: - The length of the whole

  /// Keeps an asked length where the script can last so long: it may not take longer, and something
  /// in it must be able to grow.
  private mutating func planLength(_ asked: Int) {
    let end = 70_000
    guard pin + elapsed + end <= asked || pin + elapsed + 3000 <= asked && !ringsLast,
      asked <= 20 * 3_600_000
    else {
      let written = CueText.length(asked)
      steps.insert(Step(.note("Length: \(written)"), line: 1), at: 0)
      places.append(
        ImportPlace(
          line: 1, words: "Length: \(written)",
          what: "may be too short for the words here, and is kept in a note"))
      moments = Dictionary(uniqueKeysWithValues: moments.map { ($0.key + 1, $0.value) })
      covered = Set(covered.map { $0 + 1 })
      return
    }
    length = asked
    if !canGrow { addRest() }
  }

  /// Whether a bell is the last that sounds: it rings out within the length.
  private var ringsLast: Bool {
    let sound = steps.last {
      switch $0.kind {
      case .say, .wish, .bell: true
      default: false
      }
    }
    if case .bell? = sound?.kind { return true }
    return false
  }

  /// Whether a silence after the last pin grows without end.
  private var canGrow: Bool {
    let start = steps.indices.last { moments[$0] == .pin } ?? 0
    var hasSound = false
    var isGap = false
    // An explicit silence, or the wait after a bell, stands instead of a gap.
    var isSilent = false
    for index in steps.indices[start...] {
      switch steps[index].kind {
      case .silence(.about), .silence(.short), .silence(.medium), .silence(.long):
        if !covered.contains(index) { return true }
        (isGap, isSilent) = (false, true)
      case .silence: (isGap, isSilent) = (false, true)
      case .paragraph, .section: isGap = hasSound && !isSilent
      case .say, .wish:
        if isGap { return true }
        (hasSound, isSilent) = (true, false)
      case .bell:
        if isGap { return true }
        (hasSound, isSilent) = (true, true)
      default: continue
      }
    }
    return false
  }

  /// `[rest]` before the closing bell, or at the end.
  private mutating func addRest() {
    var place = steps.count
    while place > 0 {
      switch steps[place - 1].kind {
      case .bell, .paragraph, .note: place -= 1
      default:
        if case .bell? = steps[place..<steps.count].first(where: {
          if case .bell = $0.kind { true } else { false }
        })?.kind {
          let first =
            steps[place...].firstIndex {
              if case .bell = $0.kind { true } else { false }
            } ?? steps.count
          return insertRest(at: first)
        }
        return insertRest(at: steps.count)
      }
    }
    insertRest(at: steps.count)
  }

  private mutating func insertRest(at place: Int) {
    let line = place > 0 ? steps[place - 1].line : 1
    steps.insert(Step(.silence(.rest), line: line), at: place)
    places.append(
      ImportPlace(
        line: line, words: "[rest]", what: "is added, to fill the length that the script gives"))
  }
}
