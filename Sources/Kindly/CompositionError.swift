public import KindlyLanguage

/// Why a practice can't be heard: its problems, with the texts they are about.
public struct CompositionError: Error, Sendable {
  /// Errors and warnings, in order.
  public let diagnostics: [Diagnostic]
  /// The texts they are about, by the path they name.
  public let sources: [String: Source]
  /// Why a phrase could not be spoken where this machine or the voice is the reason, not its text,
  /// and what to do about it; nil if there was none.
  public let lack: String?

  init(_ diagnostics: [Diagnostic], sources: [String: Source], lack: String? = nil) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.lack = lack
  }

  /// What an author reads.
  public var report: String { Report.drawing(of: diagnostics, over: sources) }
}
