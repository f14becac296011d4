import KindlyBase
public import KindlyCompiler
public import KindlyLanguage
package import KindlyMessages
import KindlyTimeline

/// A practice compiled, with everything that is heard in it: a value that needs nothing else to be
/// performed.
public struct Composition: Sendable {
  /// The practice it was made from.
  public internal(set) var manuscript: Manuscript
  /// Everything that is heard, at its frame.
  public var timeline: Timeline
  /// What is heard as written but probably not meant, in order.
  public internal(set) var warnings: [Diagnostic]
  /// How long the practice is, could be, and how much of it is silence.
  public internal(set) var summary: Summary
  /// What is to be said of narrators that speak for others, or for languages without a voice file: a
  /// sentence each, in English.
  public var notes: [String] { notices.map { $0.text(in: .english) } }
  /// The same in every language of the program.
  package internal(set) var notices: [Message]
  /// The listener's own wishes, where they are of another language than the practice.
  public internal(set) var foreignWishes: ForeignWishes?
  /// The texts it was made from, by the path that warnings name.
  public internal(set) var sources: [String: Source]

  /// What is said: how each utterance was asked of its narrator, and what came of it.
  var speech: [Utterance: SpokenUtterance]
  /// What is struck, by name.
  var bells: [String: LibraryBell]
  /// What lies under it, by name; sound files are not among them.
  var backgrounds: [String: LibraryBackground]

  init(
    _ manuscript: Manuscript, _ fitted: FittedPractice, speech: MeasuredSpeech,
    snapshot: LibrarySnapshot
  ) {
    self.manuscript = manuscript
    timeline = fitted.timeline
    warnings = manuscript.reading.diagnostics + fitted.warnings
    summary = fitted.summary
    notices = snapshot.derivations(in: fitted.timeline) + speech.substitutions
    foreignWishes = fitted.foreignWishes
    sources = snapshot.sources
    self.speech = speech.spoken
    bells = snapshot.bells
    backgrounds = snapshot.backgrounds
  }
}
