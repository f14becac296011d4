public import KindlyLanguage

/// Every code of this phase with its page: `kindly check --explain CODE`.
extension ComposingCode {
  /// What it is and what to do, with an example where a single file can show it.
  public var explanation: Explanation {
    switch self {
    case .unknownPractice:
      Explanation(
        code: rawValue,
        "[include …] names another practice: in the same folder, in your library, or built in.",
        example: "[include setling]\n", fixed: "[include settling]\n")
    case .unknownPhrases:
      Explanation(
        code: rawValue,
        "The set is neither in your library nor built in: kindly phrases lists all.",
        example: "[phrases clasic]\n", fixed: "[phrases classic]\n")
    case .unknownVoice:
      Explanation(
        code: rawValue,
        "No voice has this name: kindly voices lists all.",
        example: "[voice clam]\nLet the day go.\n", fixed: "[voice calm]\nLet the day go.\n")
    case .unknownBell:
      Explanation(
        code: rawValue,
        "No bell has this name: kindly bells lists all.",
        example: "[bell bowel]\n", fixed: "[bell bowl]\n")
    case .unknownBackground:
      Explanation(
        code: rawValue,
        "No background has this name, kindly backgrounds lists all; or the sound file is not next to "
          + "the practice.",
        example: "[background rian]\n[1 min]\n", fixed: "[background rain]\n[1 min]\n")
    case .noBackground:
      Explanation(
        code: rawValue,
        "[background louder] and [background softly] change the one that lies under the practice.",
        example: "[background louder]\n[1 min]\n",
        fixed: "[background rain, louder]\n[1 min]\n")
    case .unknownRecording:
      Explanation(
        code: rawValue,
        "The recording is neither beside the practice nor in the folder of its Recordings line.",
        example: "[recorded \"helo.flac\"]\n")
    case .unknownPerson:
      Explanation(
        code: rawValue,
        "A person is one of self, benefactor, friend, neutral, difficult and all, somebody of your "
          + "profile, or a name with a pronoun.",
        example: "[toward Maya]\n> May I be safe.\n",
        fixed: "[toward Maya, she]\n> May I be safe.\n")
    case .unusable:
      Explanation(
        code: rawValue,
        "The practice names a file that is there and has problems of its own, or can't be read here. "
          + "Check that file first.")
    case .includeCircle:
      Explanation(
        code: rawValue,
        "Files that include each other in a circle would never end. Remove one of the includes.")
    case .includeDepth:
      Explanation(
        code: rawValue,
        "Files may include each other 8 deep. Merge some of them.")
    case .voiceLanguage:
      Explanation(
        code: rawValue,
        "Every voice speaks certain languages, and this one would read the words wrongly; or no voice "
          + "speaks the language at all. kindly voices lists all.",
        example: "Language: de\nVoice: calm\n\nLass den Tag los.\n",
        fixed: "Language: de\n\nLass den Tag los.\n")
    case .phraseLanguage:
      Explanation(
        code: rawValue,
        """
        Only English wishes are redirected automatically. In other languages write a phrase set with
        a line for each person: self:, you:, they:.
        """,
        example: "Language: de\n\n[for each friend and neutral]\n> Möge ich sicher sein.\n[end]\n")
    case .unsetValue:
      Explanation(
        code: rawValue,
        """
        A value of your own comes from --set name=…, from your profile, or from the words after | in the
        braces. Without any of them there is nothing to say.
        """, example: "Feel {place} around you.\n", fixed: "Feel {place|this room} around you.\n")
    case .valueLength:
      Explanation(
        code: rawValue,
        "With its values filled in, the utterance is longer than 2,000 characters.")
    case .unspeakable:
      Explanation(
        code: rawValue,
        "The voice can't speak these words. Write them in another way.")
    case .longUtterance:
      Explanation(
        code: rawValue,
        "More than twenty seconds without a pause are hard to follow. Break the line.")
    case .noCareNote:
      Explanation(
        code: rawValue,
        """
        Turning to a difficult person can stir what is hard to bear alone. A Care line is shown before
        the session and says so.
        """,
        example: "[toward difficult]\n> May I be safe.\n",
        fixed: "Care: Choose somebody only mildly hard.\n\n[toward difficult]\n> May I be safe.\n")
    case .noTime:
      Explanation(
        code: rawValue,
        "Bells in a silence need a distance, and a breath needs time to go in and out.")
    case .sessionEvents:
      Explanation(
        code: rawValue,
        "With everything repeated and included, the practice would have more than 200,000 events.")
    case .sessionLength:
      Explanation(
        code: rawValue,
        "With everything repeated, the practice would last more than a day.",
        example: "[repeat 10000 times]\n[breathe 1 time]\n[end]\n",
        fixed: "[repeat 10 times]\n[breathe 1 time]\n[end]\n")
    case .momentPlace:
      Explanation(
        code: rawValue,
        "Each time of the practice comes only once, so \"until\" and \"at\" can't be used in a block."
      )
    case .momentOrder:
      Explanation(
        code: rawValue,
        "Times count from the start of the practice, so each must be later than the one before it.")
    case .momentEarly:
      Explanation(
        code: rawValue,
        """
        What comes before this time takes longer than there is room, even with the shortest silences.
        Choose a later time, or make exact silences flexible.
        """, example: "Settle.\n[20s]\n[bell at 0:15]\n", fixed: "Settle.\n[~20s]\n[bell at 0:15]\n"
      )
    case .momentEnd:
      Explanation(
        code: rawValue,
        "The session ends before this time.",
        example: "Length: 5 minutes\n\nSettle.\n[bell at 10:00]\n",
        fixed: "Length: 15 minutes\n\nSettle.\n[bell at 10:00]\n[rest]\n[bell]\n")
    case .lengthShort:
      Explanation(
        code: rawValue,
        """
        Speech, bells and exact silences take their time, and the others shrink only so far. Ask for at
        least the length that is named, or write [~20s] where you wrote [20s].
        """, example: "Length: 15s\n\nSettle.\n[20s]\nRest.\n",
        fixed: "Length: 15s\n\nSettle.\n[~20s]\nRest.\n")
    case .lengthLong:
      Explanation(
        code: rawValue,
        """
        Exact silences never grow, and gaps between lines only a little. Put a [rest] where the silence
        should be: it takes all that is left.
        """, example: "Length: 10 minutes\n\nSettle.\n[20s]\nRest.\n",
        fixed: "Length: 10 minutes\n\nSettle.\n[rest]\nRest.\n")
    case .nothing:
      Explanation(
        code: rawValue,
        "A practice needs a line to be spoken, a bell, or a silence.",
        example: "# A heading\n", fixed: "# A heading\n[bell]\n")
    case .fillLength:
      Explanation(
        code: rawValue,
        "[phrases, fill] gives as many rounds as the length holds, and this practice has no length.",
        example: "[phrases, fill]\n", fixed: "Length: 20 min\n\n[phrases, fill]\n[rest]\n")
    case .overBell:
      Explanation(
        code: rawValue,
        "The words after the last bell begin while it still rings. Put the bell last, or let it fade.",
        example: "[bell]\nGo well.\n", fixed: "Go well.\n[bell]\n")
    }
  }
}

extension Explanation {
  /// The pages of every code there is, in the order in which a practice is read and composed.
  public static let everything = all + ComposingCode.allCases.map(\.explanation) + speech
}
