/// Mistakes in spoken text and around it.
enum SpokenProblem: Problem, Error {
  /// A `#` without words.
  case emptyHeading
  /// `# Name [3 min]`.
  case cueInHeading(cue: String)
  /// `> May I be safe. [bell]`.
  case cueInPhrase(cue: String)
  /// `> May I [5s] be safe.`
  case wordsAfterSilence
  /// `---`.
  case nothingToSpeak(String)
  /// More characters than an utterance may have.
  case utteranceTooLong(characters: Int)
  /// `[` without `]`.
  case openBracket
  /// `[` inside `[`.
  case nestedBracket
  /// `]` without `[`.
  case strayBracket
  /// `{` without `}`.
  case openBrace
  /// `}` without `{`.
  case strayBrace
  /// `\a`.
  case badEscape
  /// `{pause 10s}`.
  case curlyCue(String)
  /// `{two or three words}`.
  case badValue(String)
  /// `(pause 10 seconds)`.
  case parenthesisedCue(String)
  /// `［pause］`.
  case wideBrackets(String)
  /// A line that is only `(a parenthesis)`.
  case onlyParenthesis
  /// `<break time="3s"/>`, and what to write for it.
  case tag(String?)
  /// `*stars*`.
  case stars
  /// `pause 10 seconds`.
  case bareCue(String)
}

extension SpokenProblem {
  var words: Words {
    switch self {
    case .emptyHeading:
      Words(
        code: .emptyHeading, title: "empty heading", message: "This heading has no words.",
        hint: "Write the section's name after the #, or remove the line.")
    case .cueInHeading(let cue):
      Words(
        code: .cueInHeading, title: "cue in a heading", message: "A heading can't contain cues.",
        hint: "Put \(cue) on the next line. For a section of a certain length, "
          + "write [rest] in it and [bell at …] after it.")
    case .cueInPhrase(let cue):
      Words(
        code: .cueInPhrase, title: "cue in a phrase",
        message: "A phrase can end in silences, but can't contain other cues.",
        hint: "Put \(cue) on a line of its own.")
    case .wordsAfterSilence:
      Words(
        code: .cueInPhrase, title: "words after silence",
        message: "These words come after the silence that ends the phrase.",
        hint: "Start a new line with > for them.")
    case .utteranceTooLong(let characters):
      Words(
        code: .utteranceTooLong, title: "utterance too long",
        message: "This text has \(grouped(characters)) characters; "
          + "at most \(grouped(Limit.utteranceCharacters)) can be spoken at once.",
        hint: "Break it into several lines.")
    case .nothingToSpeak(let seen) where seen.hasPrefix("--") || seen.hasPrefix("=="):
      Words(
        code: .nothingToSpeak, title: "nothing to speak",
        message: "There is nothing to speak here: no letter and no digit.",
        hint: "For a new section write # and its name; for a silence write [pause].")
    case .nothingToSpeak:
      Words(
        code: .nothingToSpeak, title: "nothing to speak",
        message: "There is nothing to speak here: no letter and no digit.",
        hint: "Remove it, or start the line with // to keep it as a note.")
    case .openBracket:
      Words(
        code: .openBracket, title: "open bracket",
        message: "This [ is not closed on its line.",
        hint: "Close the cue with ], or write \\[ to have the bracket in the text.")
    case .nestedBracket:
      Words(
        code: .openBracket, title: "bracket in a bracket",
        message: "Another [ begins before the first one is closed.",
        hint: "Close each cue with ] before the next begins.")
    case .strayBracket:
      Words(
        code: .strayBracket, title: "stray bracket", message: "This ] has no [ before it.",
        hint: "Remove it, or write \\] to have it in the text.")
    case .openBrace:
      Words(
        code: .badValue, title: "open brace", message: "This { is not closed on its line.",
        hint: "Close the value with }, or write \\{ to have the brace in the text.")
    case .strayBrace:
      Words(
        code: .badValue, title: "stray brace", message: "This } has no { before it.",
        hint: "Remove it, or write \\} to have it in the text.")
    case .badValue(let seen):
      Words(
        code: .badValue, title: "unreadable value", message: "I can't read the value {\(seen)}.",
        hint: "Write one word, such as {name}, {they are} or {place|this room}.")
    case .badEscape:
      Words(
        code: .badEscape, title: "stray backslash",
        message: "A backslash can only come before punctuation, such as \\[.",
        hint: "Remove it, or write \\\\ for a backslash.")
    case .parenthesisedCue(let cue):
      Words(
        code: .parenthesisedCue, title: "cue in parentheses",
        message: "This would be read aloud.", hint: "Write \(cue) instead.", replacement: cue)
    case .curlyCue(let cue):
      Words(
        code: .curlyCue, title: "cue in curly brackets",
        message: "Curly brackets are for values such as {name}, not for cues.",
        hint: "Write [\(cue)] instead.", replacement: "[\(cue)]")
    case .wideBrackets(let cue):
      Words(
        code: .wideBrackets, title: "full-width brackets",
        message: "These brackets are not the square ones of a cue.",
        hint: "Write \(cue) instead.", replacement: cue)
    case .onlyParenthesis:
      Words(
        code: .onlyParenthesis, severity: .warning, title: "only a parenthesis",
        message: "This line is only a parenthesis, and will be spoken.",
        hint: "If it is a note for the author, start it with //.")
    case .tag(let pause):
      if let pause {
        Words(
          code: .pauseTag, title: "pause as a tag", message: "This tag makes no pause here.",
          hint: "Write \(pause) instead.", replacement: pause)
      } else {
        Words(
          code: .tag, severity: .warning, title: "tag in the text",
          message: "Nothing is said for this tag.",
          hint: "Remove it: practice files have no tags.")
      }
    case .stars:
      Words(
        code: .stars, severity: .warning, title: "stars in the text",
        message: "Stars around words mean nothing here.",
        hint: "Remove them. A stage direction becomes a note with //.")
    case .bareCue(let cue):
      Words(
        code: .bareCue, severity: .warning, title: "cue without brackets",
        message: "This line will be spoken as it is written.",
        hint: "If it is a cue, write \(cue).", replacement: cue)
    }
  }
}
