extension Explanation {
  /// What is found when a practice is put together with the files it names.
  static let composingPages = [
    Explanation(
      code: "unknown-include",
      "[include …] names another practice: in the same folder, in your library, or built in.",
      example: "[include setling]\n", mended: "[include settling]\n"),
    Explanation(
      code: "unusable-include",
      "The included practice has problems of its own. Check that file first."),
    Explanation(
      code: "include-cycle",
      "Files that include each other in a circle would never end. Take one of the includes out."),
    Explanation(code: "include-depth", "Files may include each other 8 deep. Join some of them."),
    Explanation(
      code: "unknown-phrases",
      "The set is neither in your library nor built in: kindly phrases lists all.",
      example: "[phrases clasic]\n", mended: "[phrases classic]\n"),
    Explanation(
      code: "unusable-phrases", "The phrase set has problems of its own. Check that file first."),
    Explanation(
      code: "unknown-voice", "No voice has this name: kindly voices lists all.",
      example: "[voice clam]\nLet the day go.\n", mended: "[voice calm]\nLet the day go.\n"),
    Explanation(
      code: "unusable-voice", "The voice file has problems of its own, or can't be used here."),
    Explanation(
      code: "voice-language",
      "Every voice speaks certain languages, and this one would read the words wrongly."),
    Explanation(code: "no-voice", "There is no voice for this language. kindly voices lists all."),
    Explanation(
      code: "unknown-bell", "No bell has this name: kindly bells lists all.",
      example: "[bell bowel]\n", mended: "[bell bowl]\n"),
    Explanation(
      code: "unusable-bell", "The bell file has problems of its own. Check that file first."),
    Explanation(
      code: "unknown-recording",
      "The recording is neither beside the practice nor in the folder of its Recordings line."),
    Explanation(code: "unusable-recording", "The recording can't be read as sound."),
    Explanation(
      code: "unspeakable", "The voice can't speak these words. Write them in another way."),
    Explanation(
      code: "unset-value",
      """
      A value of your own comes from --set name=…, from your profile, or from the words after | in the
      braces. Without any of them there is nothing to say.
      """, example: "Feel {place} around you.\n", mended: "Feel {place|this room} around you.\n"),
    Explanation(
      code: "unknown-person",
      "A person is one of self, benefactor, friend, neutral, difficult and all, somebody of your "
        + "profile, or a name with a pronoun.",
      example: "[toward Maya]\n> May I be safe.\n", mended: "[toward Maya, she]\n> May I be safe.\n"
    ),
    Explanation(
      code: "phrase-language",
      """
      The program can turn English wishes toward others. In other languages write a phrase set with
      a line for each person: self:, you:, they:.
      """),
    Explanation(
      code: "long-utterance-text", "With its values filled in, the utterance is too long."),
    Explanation(
      code: "too-long-altogether",
      "With everything repeated, the practice would last more than a day."),
    Explanation(code: "every-nothing", "Interval bells need a distance between them."),
    Explanation(code: "breathless", "A breath takes time to come in and to go out."),
  ]

  /// What is found when a practice is brought to its length.
  static let lengthPages = [
    Explanation(
      code: "pin-inside",
      "A moment of the practice can't be kept inside a block, an included file or a course."),
    Explanation(code: "pin-order", "Moments of the practice come one after the other."),
    Explanation(
      code: "pin-too-early",
      "What stands before this moment takes longer than there is time, even with the shortest silences."
    ),
    Explanation(code: "pin-after-end", "The practice ends before this moment."),
    Explanation(
      code: "too-short",
      """
      Speech, bells and exact silences take their time, and the others shrink only so far. Ask for at
      least the length that is named, or write [~20s] where you wrote [20s].
      """),
    Explanation(code: "nothing-to-hear", "A practice needs a line to be spoken, or a bell."),
    Explanation(
      code: "fill-without-length",
      "[phrases, fill] gives as many rounds as the length holds, and this practice has no length.",
      example: "[phrases, fill]\n", mended: "Length: 20 min\n\n[phrases, fill]\n"),
    Explanation(code: "many-phrases", "Three or four wishes are what one can stay with."),
    Explanation(
      code: "long-utterance",
      "More than twenty seconds without a pause are hard to follow. Break the line."),
    Explanation(
      code: "speech-over-bell",
      "The words after the last bell begin while it still rings. Put the bell last, or let it fade."
    ),
    Explanation(
      code: "difficult-without-care",
      """
      Turning to a difficult person can stir what is hard to bear alone. A Care line is shown before
      the session and says so.
      """,
      example: "[toward difficult]\n> May I be safe.\n",
      mended: "Care: Choose somebody only mildly hard.\n\n[toward difficult]\n> May I be safe.\n"),
    Explanation(
      code: "composing", "The practice can't be put together. Look at the lines that are named."),
  ]
}
