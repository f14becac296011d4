/// What a person is told about a problem; every sentence of this module stands here.
struct Words {
  var code: String
  var title: String
  var message: String
  var hint: String

  init(_ code: String, _ title: String, _ message: String, _ hint: String) {
    self.code = code
    self.title = title
    self.message = message
    self.hint = hint
  }
}

extension ComposingProblem {
  /// The problem in words.
  var words: Words {
    switch self {
    case .unknownInclude(let name, let near):
      Words(
        "unknown-include", "unknown practice", "I found no practice named \"\(name)\" to include.",
        suggestion(near, otherwise: "Put \(name).practice next to this file or into your library."))
    case .unusableInclude(let name, let why):
      Words(
        "unusable-include", "unusable practice",
        "The practice \"\(name)\" can't be included: \(why)",
        "Mend that file first, or take the include out.")
    case .includeCycle(let chain):
      Words(
        "include-cycle", "include circle",
        "These files include each other in a circle: \(chain.joined(separator: " → ")).",
        "Take one of the includes out.")
    case .includeTooDeep(let chain, let limit):
      Words(
        "include-depth", "includes too deep",
        "Files include each other more than \(limit) deep: \(chain.joined(separator: " → ")).",
        "Bring some of these files together in one.")
    case .unknownPhrases(let name, let near):
      Words(
        "unknown-phrases", "unknown phrases", "I found no phrase set named \"\(name)\".",
        suggestion(near, otherwise: "See what there is with: kindly phrases"))
    case .unusablePhrases(let name, let why):
      Words(
        "unusable-phrases", "unusable phrases", "The phrase set \"\(name)\" can't be used: \(why)",
        "Mend it, or choose another set.")
    case .unknownVoice(let name, let near):
      Words(
        "unknown-voice", "unknown voice", "I found no voice named \"\(name)\".",
        suggestion(near, otherwise: "See what there is with: kindly voices"))
    case .unusableVoice(let name, let why):
      Words(
        "unusable-voice", "unusable voice", "The voice \"\(name)\" can't be used: \(why)",
        "Mend it, or choose another voice.")
    case .voiceLanguage(let voice, let language, let speakers):
      Words(
        "voice-language", "another language",
        "The voice \"\(voice)\" does not speak \(language).",
        speakers.isEmpty
          ? "I know no voice for this language; see: kindly voices"
          : "These voices do: \(speakers.joined(separator: ", ")).")
    case .noVoice(let language):
      Words(
        "no-voice", "no voice", "I know no voice that speaks \(language).",
        "See what there is with: kindly voices")
    case .unknownBell(let name, let near):
      Words(
        "unknown-bell", "unknown bell", "I found no bell named \"\(name)\".",
        suggestion(near, otherwise: "See what there is with: kindly bells"))
    case .unusableBell(let name, let why):
      Words(
        "unusable-bell", "unusable bell", "The bell \"\(name)\" can't be used: \(why)",
        "Mend it, or choose another bell.")
    case .unknownRecording(let name, let near):
      Words(
        "unknown-recording", "unknown recording", "I found no recording named \"\(name)\".",
        suggestion(near, otherwise: "Put it next to this file or into its Recordings folder."))
    case .unusableRecording(let name, let why):
      Words(
        "unusable-recording", "unusable recording",
        "The recording \"\(name)\" can't be played: \(why)", "Choose another file.")
    case .unspeakable(let text, let why):
      Words(
        "unspeakable", "can't be spoken", "I couldn't speak \"\(excerpt(text))\": \(why)",
        "Write it in other words.")
    case .unsetValue(let name):
      Words(
        "unset-value", "unset value", "Nothing says what {\(name)} stands for.",
        "Give it with --set \(name)=…, or write {\(name)|something to say otherwise}.")
    case .unknownPerson(let name, let near):
      Words(
        "unknown-person", "unknown person", "I don't know who \"\(name)\" is.",
        near.map { "Did you mean \($0)?" }
          ?? "Say how to speak of them once: [toward \(name), she] (or he, or they).")
    case .wishWithoutTable(let language):
      Words(
        "phrase-language", "phrase without forms",
        "I can't turn a phrase in the language \"\(language)\" toward each person by myself.",
        "Use [phrases …] with a set that has lines such as self: and you:.")
    default: schedulingWords
    }
  }

  private var schedulingWords: Words {
    switch self {
    case .valueTooLong(let characters, let limit):
      Words(
        "long-utterance-text", "too much text",
        "With its values filled in this is \(characters) characters long.",
        "Keep an utterance under \(limit) characters.")
    case .tooManyEvents(let count, let limit):
      Words(
        "too-many-events", "too many events",
        "This practice would hold \(grouped(count)) events or more; \(grouped(limit)) is the most.",
        "Repeat less often.")
    case .tooLongAltogether(let frames, let limit):
      Words(
        "too-long-altogether", "too long",
        "This practice would last \(clock(frames)); \(clock(limit)) is the most.",
        "Shorten its silences or repeat less often.")
    case .everyNothing:
      Words(
        "every-nothing", "no distance", "A bell can't ring every 0 s.",
        "Write how far apart the bells are: [20 min, bell every 5 min].")
    case .breathless:
      Words(
        "breathless", "no breath", "A breath needs time to come in and to go out.",
        "Write for example [breath in 4s, out 6s].")
    case .pinInside(let enclosure):
      Words(
        "pin-inside", "moment in a block",
        "A moment of the practice (until, at) can't be kept inside \(enclosure.words).",
        "Write a length instead, or move it out of there.")
    case .pinNotAfter(let frame, let earlier):
      Words(
        "pin-order", "moments out of order",
        "\(clock(frame)) is not after \(clock(earlier)), which comes before it.",
        "Let the moments increase from the start of the practice.")
    case .pinTooEarly(let frame, let earliest, let from, let account):
      Words(
        "pin-too-early", "not enough time",
        "What stands between \(clock(from)) and \(clock(frame)) lasts until \(clockUp(earliest)) at least. \(account.words)",
        "\(account.advice("ask for \(clockUp(earliest)) or later"))")
    case .pinAfterEnd(let frame, let length):
      Words(
        "pin-after-end", "after the end",
        "\(clock(frame)) is after the end of the practice, which lasts \(clock(length)).",
        "Ask for a longer practice, or choose an earlier moment.")
    case .cannotLast(let asked, let shortest, let longest, let account):
      lengthWords(asked, shortest, longest, account)
    case .nothingToHear:
      Words(
        "nothing-to-hear", "nothing to hear", "There is nothing to hear in this practice.",
        "Write a line to be spoken, or a [bell].")
    case .noDays:
      Words(
        "no-days", "no days", "This course has no days.",
        "Give each day a heading: # Day 1: arriving")
    case .soundBeforeDays:
      Words(
        "sound-before-days", "before the first day",
        "This stands before the first day, so no day would hear it.",
        "Move it under a heading. Only settings may stand before the first day.")
    case .fillWithoutLength:
      Words(
        "fill-without-length", "nothing to fill",
        "[phrases, fill] fills a length, and this practice has none: it is one round.",
        "Give a Length in the header or with --length.")
    case .manyWishes(let count):
      Words(
        "many-phrases", "many phrases", "This phrase set holds \(count) phrases.",
        "Three or four are easier to keep in mind.")
    case .longUtterance(let frames):
      Words(
        "long-utterance", "long utterance", "This takes \(clockUp(frames)) to say without a pause.",
        "Break it into lines of one thought each.")
    case .speechOverClosingBell(let frames):
      Words(
        "speech-over-bell", "words over the bell",
        "These words begin \(clock(frames)) after the last bell, while it still rings.",
        "Put the bell last, or write [bell, let it fade].")
    case .difficultWithoutCare:
      Words(
        "difficult-without-care", "no word of care",
        "This practice turns to a difficult person, and its header has no Care.",
        "Add a line such as: Care: if this stirs too much, go back to a friend or to yourself.")
    default: Words("composing", "problem", "This practice can't be compiled.", "Look at its lines.")
    }
  }
}

private func lengthWords(_ asked: Int64, _ shortest: Int64, _ longest: Int64?, _ account: Account)
  -> Words
{
  let range =
    longest.map { "from \(clockUp(shortest)) to \(clock($0))" }
    ?? "from \(clockUp(shortest)) to any length"
  guard asked >= shortest else {
    return Words(
      "too-short", "too short",
      "This practice can last \(range); \(clock(asked)) is too short. \(account.words)",
      account.advice("ask for at least \(clockUp(shortest))"))
  }
  return Words(
    "too-long", "too long",
    "\(clock(asked)) is too long. The longest is \(clock(longest ?? asked))\(account.hasFlexible ? "." : ": nothing here may grow.")",
    "Put [rest] where the silence should be.")
}
