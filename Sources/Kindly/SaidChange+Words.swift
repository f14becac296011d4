import KindlyCompiler
import KindlySpeech

extension SaidChange {
  /// What an author is told about it; nil for what any reader would say so.
  var words: (code: SpeechCode, title: String, message: String, hint: String)? {
    switch kind {
    case .expanded, .listed, .tag: nil
    case .nearLetters:
      (
        .nearLetters, "nearest letters", "\"\(written)\" will be said as \"\(said)\".",
        "If that sounds wrong, write: Pronounce: \(written) as … Try it with: kindly say"
      )
    case .silent:
      (
        .silent, "not said", "Nothing is said for \"\(written)\".",
        "Remove it, or write the words you want to hear."
      )
    case .entity:
      (
        .entity, "sign of a web page",
        said == " "
          ? "\"\(written)\" is a space of a web page."
          : "\"\(written)\" will be said as \"\(said)\".",
        said == " " ? "Write a space." : "Write \(said) instead."
      )
    case .garbled:
      (
        .garbled, "garbled letters",
        "\"\(written)\" comes from a wrong encoding; it was \"\(said)\".",
        "Write \(said) instead."
      )
    case .otherScript:
      (
        .otherScript, "another script",
        "The narrator may spell out \"\(written)\" or leave it out.",
        "Write it in the letters of this language, or change the language with [language …]."
      )
    case .guessed:
      (
        .guessed, "two readings", "\"\(written)\" will be said as \"\(said)\".",
        "Write it in words if you mean something else."
      )
    case .leftover:
      (
        .leftover, "leftover END", "\"\(written)\" will be said.",
        "Remove it: a practice ends where the file ends."
      )
    }
  }
}
