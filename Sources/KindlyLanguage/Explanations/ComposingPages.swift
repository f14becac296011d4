extension Explanation {
  /// What is found when a practice is put together with what it names.
  static let composingPages = [
    Explanation(
      code: "unknown-practice",
      "[include …] names another practice: in the same folder, in your library, or built in.",
      example: "[include setling]\n", fixed: "[include settling]\n"),
    Explanation(
      code: "unknown-phrases",
      "The set is neither in your library nor built in: kindly phrases lists all.",
      example: "[phrases clasic]\n", fixed: "[phrases classic]\n"),
    Explanation(
      code: "unknown-voice", "No voice has this name: kindly voices lists all.",
      example: "[voice clam]\nLet the day go.\n", fixed: "[voice calm]\nLet the day go.\n"),
    Explanation(
      code: "unknown-bell", "No bell has this name: kindly bells lists all.",
      example: "[bell bowel]\n", fixed: "[bell bowl]\n"),
    Explanation(
      code: "unknown-recording",
      "The recording is neither beside the practice nor in the folder of its Recordings line."),
    Explanation(
      code: "unknown-person",
      "A person is one of self, benefactor, friend, neutral, difficult and all, somebody of your "
        + "profile, or a name with a pronoun.",
      example: "[toward Maya]\n> May I be safe.\n", fixed: "[toward Maya, she]\n> May I be safe.\n"
    ),
    Explanation(
      code: "unusable-file",
      "The practice names a file that is there and has problems of its own, or can't be read here. "
        + "Check that file first."),
    Explanation(
      code: "include-circle",
      "Files that include each other in a circle would never end. Take one of the includes out."),
    Explanation(code: "include-depth", "Files may include each other 8 deep. Join some of them."),
    Explanation(
      code: "voice-language",
      "Every voice speaks certain languages, and this one would read the words wrongly; or no voice "
        + "speaks the language at all. kindly voices lists all."),
    Explanation(
      code: "phrase-language",
      """
      The program can turn English wishes toward others. In other languages write a phrase set with
      a line for each person: self:, you:, they:.
      """),
    Explanation(
      code: "unset-value",
      """
      A value of your own comes from --set name=…, from your profile, or from the words after | in the
      braces. Without any of them there is nothing to say.
      """, example: "Feel {place} around you.\n", fixed: "Feel {place|this room} around you.\n"),
    Explanation(
      code: "value-length",
      "With its values filled in, the utterance is longer than 2,000 characters."
    ),
    Explanation(
      code: "unspeakable", "The voice can't speak these words. Write them in another way."),
    Explanation(
      code: "long-utterance",
      "More than twenty seconds without a pause are hard to follow. Break the line."),
    Explanation(
      code: "no-care-note",
      """
      Turning to a difficult person can stir what is hard to bear alone. A Care line is shown before
      the session and says so.
      """,
      example: "[toward difficult]\n> May I be safe.\n",
      fixed: "Care: Choose somebody only mildly hard.\n\n[toward difficult]\n> May I be safe.\n"),
  ]

  /// What is found when a practice is brought to its length.
  static let lengthPages = [
    Explanation(
      code: "no-time",
      "Bells in a silence need a distance, and a breath needs time to go in and out."),
    Explanation(
      code: "session-events",
      "With everything repeated and included, the practice would have more than 200,000 events."),
    Explanation(
      code: "session-length", "With everything repeated, the practice would last more than a day."),
    Explanation(
      code: "moment-place",
      "Each time of the practice comes only once, so \"until\" and \"at\" can't be used in a block."
    ),
    Explanation(
      code: "moment-order",
      "Moments count from the start of the practice, so each must be later than the one before it."),
    Explanation(
      code: "moment-too-early",
      """
      What stands before this moment takes longer than there is time, even with the shortest silences.
      Choose a later moment, or make exact silences flexible.
      """, example: "Settle.\n[20s]\n[bell at 0:15]\n", fixed: "Settle.\n[~20s]\n[bell at 0:15]\n"),
    Explanation(
      code: "moment-after-end", "The session ends before this time.",
      example: "Length: 5 minutes\n\nSettle.\n[bell at 10:00]\n",
      fixed: "Length: 15 minutes\n\nSettle.\n[bell at 10:00]\n[rest]\n[bell]\n"),
    Explanation(
      code: "length-too-short",
      """
      Speech, bells and exact silences take their time, and the others shrink only so far. Ask for at
      least the length that is named, or write [~20s] where you wrote [20s].
      """, example: "Length: 15s\n\nSettle.\n[20s]\nRest.\n",
      fixed: "Length: 15s\n\nSettle.\n[~20s]\nRest.\n"),
    Explanation(
      code: "length-too-long",
      """
      Exact silences never grow, and gaps between lines only a little. Put a [rest] where the silence
      should be: it takes all that is left.
      """, example: "Length: 10 minutes\n\nSettle.\n[20s]\nRest.\n",
      fixed: "Length: 10 minutes\n\nSettle.\n[rest]\nRest.\n"),
    Explanation(
      code: "nothing-to-hear", "A practice needs a line to be spoken, a bell, or a silence.",
      example: "# A heading\n", fixed: "# A heading\n[bell]\n"),
    Explanation(
      code: "fill-without-length",
      "[phrases, fill] gives as many rounds as the length holds, and this practice has no length.",
      example: "[phrases, fill]\n", fixed: "Length: 20 min\n\n[phrases, fill]\n[rest]\n"),
    Explanation(
      code: "words-over-bell",
      "The words after the last bell begin while it still rings. Put the bell last, or let it fade.",
      example: "[bell]\nGo well.\n", fixed: "Go well.\n[bell]\n"),
  ]
}
