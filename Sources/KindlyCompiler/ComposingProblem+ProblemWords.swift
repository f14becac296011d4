import KindlyLanguage

/// What a person is told about a problem.
struct ProblemWords {
  var code: String
  var title: String
  var message: String
  var hint: String

  init(_ code: ComposingCode, _ title: String, _ message: String, _ hint: String) {
    self.code = code.rawValue
    self.title = title
    self.message = message
    self.hint = hint
  }

  /// Words that Practice has.
  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    title = diagnostic.title
    message = diagnostic.message
    hint = diagnostic.hint
  }
}

extension ComposingProblem {
  /// The problem in words.
  var words: ProblemWords {
    switch self {
    case .wish(let problem): ProblemWords(problem.diagnostic(path: "", span: nil))
    case .value(let problem): ProblemWords(problem.diagnostic(path: "", span: nil))
    case .unknown(let thing, let name, let near):
      ProblemWords(
        thing.unknownCode, "unknown \(thing.noun)",
        "I found no \(thing.noun) named \"\(name)\".",
        near.isEmpty ? thing.whereToLook(name) : "Did you mean \(listed(near, "or"))?")
    case .unusable(let thing, let name, let why):
      ProblemWords(
        .unusable, "unusable \(thing.noun)", "The \(thing.noun) \"\(name)\" can't be used: \(why)",
        "Fix that first, or choose another.")
    case .noBackground:
      ProblemWords(
        .noBackground, "no background", "There is no background here to change.",
        "Name one, such as [background rain, louder].")
    case .includeCycle(let chain):
      ProblemWords(
        .includeCircle, "include circle",
        "These files include each other in a circle: \(chain.joined(separator: " → ")).",
        "Remove one of the includes.")
    case .includeTooDeep(let chain, let limit):
      ProblemWords(
        .includeDepth, "includes too deep",
        "Files include each other more than \(limit) deep: \(chain.joined(separator: " → ")).",
        "Merge some of these files.")
    case .voiceLanguage(let voice, let language, let speakers):
      ProblemWords(
        .voiceLanguage, "another language", "The voice \"\(voice)\" does not speak \(language).",
        speakers.isEmpty
          ? "No voice of the library does; list them with: kindly voices"
          : "Choose \(listed(speakers, "or")).")
    case .noVoice(let language):
      ProblemWords(
        .voiceLanguage, "no voice", "No voice of the library speaks \(language).",
        "List the voices with: kindly voices")
    case .unknownPerson(let name, let near):
      ProblemWords(
        .unknownPerson, "unknown person", "I don't know who \"\(name)\" is.",
        near.map { "Did you mean \($0)?" }
          ?? "Say once how to speak of them: [toward \(name), she] (or he, or they).")
    case .wishWithoutTable(let language):
      ProblemWords(
        .phraseLanguage, "phrase without forms",
        "Phrases in the language \"\(language)\" can't be redirected automatically.",
        "Use [phrases …] with a set that has lines such as self: and you:.")
    case .unsetValue(let name):
      ProblemWords(
        .unsetValue, "unset value", "{\(name)} has no value.",
        (name == "listener"
          ? "Set your name in your profile or with --set listener=…"
          : "Give it with --set \(name)=…")
          + ", or write {\(name)|something to say otherwise}.")
    case .valueTooLong(let characters, let limit):
      ProblemWords(
        .valueLength, "too much text",
        "With its values filled in this is \(grouped(characters)) characters long.",
        "Keep an utterance under \(grouped(limit)) characters.")
    case .unspeakable("", let why, let advice):
      ProblemWords(.unspeakable, "can't be heard", why, advice)
    case .unspeakable(let text, let why, let advice):
      ProblemWords(
        .unspeakable, "can't be spoken", "I couldn't speak \"\(excerpt(text))\": \(why)", advice)
    case .everyNothing:
      ProblemWords(
        .noTime, "no interval", "The interval must be longer than 0.",
        "Write it like this: [20 min, bell every 5 min].")
    case .breathless:
      ProblemWords(
        .noTime, "no breath", "A breath needs time to come in and to go out.",
        "Write for example [breath in 4s, out 6s].")
    case .tooManyEvents(let count, let limit):
      ProblemWords(
        .sessionEvents, "too many events",
        "This practice would have \(grouped(count)) events or more; \(grouped(limit)) is the limit.",
        "Repeat less often.")
    case .tooLongAltogether(let frames, let limit):
      ProblemWords(
        .sessionLength, "too long",
        "This practice would last \(clock(frames)); \(clock(limit)) is the limit.",
        "Shorten its silences, or repeat less often.")
    case .pinInside(let enclosure):
      ProblemWords(
        .momentPlace, "time in \(enclosure.words)",
        "\"until\" and \"at\" can't be used in \(enclosure.words).",
        "Write a length instead, such as [5 min], or move it out.")
    case .pinNotAfter(let frame, let earlier):
      ProblemWords(
        .momentOrder, "time already passed",
        "\(clock(frame)) is not later than \(clock(earlier)), the time already reached here.",
        "Write a later time, counted from the start of the practice.")
    case .pinTooEarly(let frame, let earliest, let account):
      ProblemWords(
        .momentEarly, "too little time",
        "From \(clock(account.from)) to \(clock(frame)) is too short for what comes in between. "
          + account.words, account.advice("choose \(clockUp(earliest)) or later"))
    case .pinAfterEnd(let frame, let length):
      ProblemWords(
        .momentEnd, "time after the end",
        "\(clock(frame)) is after the end of a practice of \(clock(length)).",
        "Ask for a longer practice, or choose an earlier time.")
    case .cannotLast(let asked, let reach, let account):
      if let longest = reach.longest, longest < asked {
        tooLong(asked, longest, account)
      } else {
        tooShort(asked, reach, account)
      }
    case .nothingToHear:
      ProblemWords(
        .nothing, "nothing to hear", "There is nothing to hear in this practice.",
        "Write a line to be spoken, or a [bell].")
    case .fillWithoutLength:
      ProblemWords(
        .fillLength, "nothing to fill",
        "This fills the length of the practice, which has no length: one round will be heard.",
        "Add a line such as Length: 20 minutes to the header, or ask with --length.")
    case .longUtterance(let frames):
      ProblemWords(
        .longUtterance, "long utterance", "This takes \(clockUp(frames)) to say without a pause.",
        "Break it into lines of one thought each.")
    case .difficultWithoutCare:
      ProblemWords(
        .noCareNote, "no care note",
        "This turns to a difficult person, and the practice has no Care line.",
        "Add one to its header that says what may stir: Care: Choose somebody only mildly hard.")
    case .speechOverClosingBell(let frames):
      ProblemWords(
        .overBell, "words over the bell",
        "These words begin \(clock(frames)) after the last bell, while it still rings.",
        "Put the bell last, or write [bell, let it fade].")
    }
  }
}

private func tooShort(_ asked: Int64, _ reach: Reach, _ account: Account) -> ProblemWords {
  ProblemWords(
    .lengthShort, "too short",
    "This practice can last \(reach.words); \(clock(asked)) is too short. \(account.words)",
    account.advice("ask for at least \(clockUp(reach.shortest))"))
}

private func tooLong(_ asked: Int64, _ longest: Int64, _ account: Account) -> ProblemWords {
  let nothing = account.hasFlexible ? "." : ": nothing here may grow."
  return ProblemWords(
    .lengthLong, "too long",
    "\(clock(asked)) is too long. The longest is \(clock(longest))\(nothing)",
    "Put [rest] where the silence should be.")
}
