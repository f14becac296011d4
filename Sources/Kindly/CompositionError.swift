import KindlyBase
public import KindlyCompiler
public import KindlyLanguage
package import KindlyMessages

/// Why a practice can't be heard: its problems, with the texts they are about.
public struct CompositionError: Error, Sendable {
  /// Errors and warnings, in order.
  public let diagnostics: [Diagnostic]
  /// The texts they are about, by the path they name.
  public let sources: [String: Source]
  /// Why a phrase could not be spoken where this machine or the voice is the reason, not its text,
  /// and what to do about it, in English; nil if there was none.
  public var lack: String? { lackMessage?.text(in: .english) }
  /// The same in every language of the program.
  package let lackMessage: Message?
  /// Where the length that was asked for can't be had: what can.
  public let lengthMisfit: LengthMisfit?

  init(
    _ diagnostics: [Diagnostic], sources: [String: Source], lack: Message? = nil,
    lengthMisfit: LengthMisfit? = nil
  ) {
    self.diagnostics = diagnostics
    self.sources = sources
    lackMessage = lack
    self.lengthMisfit = lengthMisfit
  }

  /// What an author reads.
  public var report: String { Report.drawing(of: diagnostics, over: sources) }
}
