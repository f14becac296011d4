public import KindlyLanguage

/// What can be told about a practice before anything is spoken: the words it fills in, and what stands
/// in the way of an order.
public struct Outline: Sendable {
  /// Every `{word}` that is said in this order, in its files, phrase sets, titles and sections.
  public var words: Set<String>
  /// Errors and warnings, in no order.
  public var remarks: [Remark]

  /// Something to be told, and which part of the order it is about.
  public struct Remark: Sendable {
    /// In words.
    public var diagnostic: Diagnostic
    /// nil where it is about the practice.
    public var part: Part?
  }

  /// A part of an order.
  public enum Part: Sendable, Hashable {
    case voice
    case bell
    case background
    case phrases
    case toward
    /// The value of a `{word}` that nobody set.
    case value(String)
  }
}

/// Carries a practice out without measuring or solving anything. Pure but for the questions it asks of
/// its resolver.
public func outline(
  of practice: PracticeText, order: Order = Order(), in resolver: ReferenceResolver
) -> Outline {
  let manuscript = IncludeTree(practice, include: resolver.include)
  let plan = unfolded(manuscript, order: order, resolver: resolver, fillRounds: [])
  return Outline(
    words: plan.words,
    remarks: plan.findings.map { finding in
      Outline.Remark(
        diagnostic: Diagnostic(finding, files: plan.files, order: order),
        part: finding.problem.part(of: order))
    })
}

extension ComposingProblem {
  /// The part of the order that it is about; nil where a file asked for what it names.
  fileprivate func part(of order: Order) -> Outline.Part? {
    switch self {
    case .unsetValue(let name): .value(name)
    case .unknown(let thing, let name, _), .unusable(let thing, let name, _):
      switch thing {
      case .voice: name == order.voice ? .voice : nil
      case .bell: name == order.bell ? .bell : nil
      case .background: name == order.backgroundName ? .background : nil
      case .phrases: name == order.phrases ? .phrases : nil
      case .practice, .recording: nil
      }
    case .voiceLanguage(let voice, _, _): voice == order.voice ? .voice : nil
    case .unknownPerson(let name, _): order.towardNames.contains(name) ? .toward : nil
    default: nil
    }
  }
}

extension Order {
  fileprivate var backgroundName: String? {
    if case .plays(let choice)? = background { choice.name } else { nil }
  }

  fileprivate var towardNames: [String] {
    (toward ?? []).compactMap { if case .named(let name, _) = $0 { name } else { nil } }
  }
}
