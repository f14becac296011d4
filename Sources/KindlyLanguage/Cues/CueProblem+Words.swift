extension CueProblem {
  var words: Words {
    switch self {
    case .empty:
      Words(
        code: .emptyCue, title: "empty cue", message: "There is nothing between these brackets.",
        hint: "Write a cue such as [pause 20s], or remove the brackets.")
    case .unknown(let word, let isFirst, let suggestion): unknownWords(word, isFirst, suggestion)
    case .unfinished(let seen, let example):
      Words(
        code: .unfinishedCue, title: "unfinished cue",
        message: seen.map { "Something is missing at \"\($0)\" in this cue." }
          ?? "Something is missing in this cue.",
        hint: "Write it like this: \(example).")
    case .noUnit(let number):
      Words(
        code: .missingUnit, title: "missing unit", message: "\"\(number)\" has no unit.",
        hint: "Write \(number)s for seconds or \(number) min for minutes.",
        replacement: "\(number)s")
    case .unknownUnit(let number, let seen, let meant): unitWords(number, seen, meant)
    case .ambiguousNumber(let seen):
      Words(
        code: .ambiguousNumber, title: "ambiguous number",
        message: "\"\(seen)\" can be read in two ways.",
        hint:
          "Write \(seen.filter { $0 != "," }) or \(seen.map { $0 == "," ? "." : String($0) }.joined())."
      )
    case .clockAsLength(let text, let parts): clockWords(text, parts)
    case .notClock(let seen):
      Words(
        code: .clockTime, title: "not a time",
        message:
          "\"until\" and \"at\" take a time from the start, such as 10:00; \"\(seen)\" is not one.",
        hint: "Write minutes and seconds, such as \(seen):00.", replacement: "\(seen):00")
    case .mixedUnits:
      Words(
        code: .mixedUnits, title: "mixed units",
        message: "The units of this length don't go together.",
        hint:
          "Write the larger unit first and each unit once, such as 1 min 30 s; breaths can't be mixed."
      )
    case .backwards:
      Words(
        code: .backwards, title: "range backwards",
        message: "This range must go from the shorter to the longer length.",
        hint: "Write the shorter one first, in the same kind of unit: [10s to 40s].")
    case .tooLong(let seen):
      Words(
        code: .tooLong, title: "too long", message: "\"\(seen)\" is longer than a day.",
        hint: "A session lasts 24 hours at most.")
    case .notPositive:
      Words(
        code: .outOfRange, title: "out of range", message: "This length must be longer than 0.",
        hint: "Write it in minutes or hours, such as 20 min.")
    case .silenceAlone:
      Words(
        code: .silenceAlone, title: "silence without a length",
        message: "\"silence\" alone can be read in two ways.",
        hint: "Write [pause] for about ten seconds, or [rest] for all the time that is left.")
    case .intervalTooShort:
      Words(
        code: .outOfRange, title: "out of range",
        message: "An interval bell can ring at most once a second.",
        hint: "Write at least 1s, such as [20 min, bell every 5 min].")
    case .timesOutOfRange(let seen):
      Words(
        code: .outOfRange, title: "out of range",
        message: "\"\(seen)\" is not a whole number from 1 to \(grouped(Limit.times)).",
        hint: "Write how often in all, such as 3 times.")
    case .saidTwice(let option):
      Words(
        code: .saidTwice, title: "said twice", message: "This cue says \"\(option)\" twice.",
        hint: "Keep one of the two.")
    case .breathPart:
      Words(
        code: .outOfRange, title: "out of range",
        message: "Each part of a breath must be longer than 0 and at most 1 minute.",
        hint: "Write seconds, such as in 4s, out 6s.")
    case .tooManyPeople(let count):
      Words(
        code: .tooManyPeople, title: "too many people",
        message: "Wishes can be directed at one person or a pair; this cue names \(count).",
        hint: "Use [for each …] to turn to several people one after another.")
    case .pronounAlone(let pronoun):
      Words(
        code: .pronounAlone, title: "pronoun without a name",
        message: "There is no name before \"\(pronoun)\".",
        hint: "Write the name first, such as [toward Maya, \(pronoun)].")
    case .notLanguage(let seen, let suggestion):
      Words(
        code: .notLanguage, title: "not a language tag",
        message: "\"\(seen)\" is not a language tag.",
        hint: "Write \(suggestion ?? "a tag such as en, de or pt-BR").", replacement: suggestion)
    case .openQuote(let name):
      Words(
        code: .openQuote, title: "open quotation mark",
        message: "This file name has only one quotation mark.",
        hint: "Write two straight ones, or none: \"\(name)\".")
    case .outside(let name):
      Words(
        code: .outside, title: "outside the folder",
        message: "\"\(name)\" is outside the folder of this file.",
        hint: "Put the file into the same folder and write only its name.")
    }
  }

  private func unknownWords(_ word: String, _ isFirst: Bool, _ suggestion: String?) -> Words {
    Words(
      code: .unknownCue, title: "unknown cue",
      message: isFirst
        ? "I don't know the cue \"\(word)\"." : "I don't understand \"\(word)\" in this cue.",
      hint: suggestion.map { "Did you mean \($0)?" }
        ?? "See kindly help language for every cue. To have it spoken, write it without brackets.",
      replacement: nil, cue: suggestion)
  }

  private func unitWords(_ number: String, _ seen: String, _ meant: CueWords.Unit?) -> Words {
    Words(
      code: .unknownUnit, title: "unknown unit", message: "I don't know the unit \"\(seen)\".",
      hint: meant.map { "Write \(number) \($0.symbol)." }
        ?? "Write \(number) s for seconds, \(number) min for minutes or \(number) h for hours.",
      replacement: meant?.symbol)
  }

  private func clockWords(_ text: String, _ parts: Int) -> Words {
    let fields = text.split(separator: ":").map { field in
      let digits = field.drop { $0 == "0" }
      return digits.isEmpty ? "0" : String(digits)
    }
    let readings =
      parts == 2
      ? ["\(fields[0])m\(fields[1])s", "\(fields[0])h\(fields[1])m"]
      : ["\(fields[0])h\(fields[1])m\(fields[2])s", "silence until \(text)"]
    return Words(
      code: .clockTime, title: "clock time as a length",
      message: "\"\(text)\" can be read in two ways.",
      hint: "Write [\(readings[0])] or [\(readings[1])].", replacement: readings[0])
  }
}
