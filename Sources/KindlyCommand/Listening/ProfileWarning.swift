import KindlyBase
import KindlyLanguage
import KindlyMessages

/// A warning about a line of the listener's profile, as a sentence.
enum ProfileWarning {
  /// Where the line is and what about it: in English all that was found out, else what the catalogue has.
  static func sentence(
    _ warning: Diagnostic, in source: Source, at place: String,
    language: InterfaceLanguage = Interface.language
  ) -> String {
    guard language != .english else { return "\(place): \(warning.message) \(warning.hint)" }
    let words =
      warning.span.map { String(decoding: source.bytes[$0.lower..<$0.upper], as: UTF8.self) } ?? ""
    let message: Message =
      if warning.code == ProblemCode.unknownKey.rawValue {
        warning.replacement.map { .unknownKey(words, near: $0) }
          ?? .unknownKey(words, known: ProfileKey.allCases.map(\.rawValue).joined(separator: ", "))
      } else {
        .profileLineIsUnfit(words, source.path)
      }
    return "\(place): \(message.text(in: language))"
  }
}
