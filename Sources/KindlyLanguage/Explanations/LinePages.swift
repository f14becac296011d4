extension Explanation {
  /// Headings, phrases and marks.
  static let linePages = [
    Explanation(
      .emptyHeading, "A line that starts with # is the name of a section.",
      example: "#\nLet the day go.\n", fixed: "# Evening\nLet the day go.\n"),
    Explanation(
      .cueInHeading,
      """
      A heading is the name of a section, and cues in it are not carried out. Sections have no
      lengths of their own: [rest] takes what time is left, and [bell at 10:00] ends a part there.
      """, example: "# Evening [3 min]\nLet the day go.\n",
      fixed: "# Evening\nLet the day go. [3 min]\n"),
    Explanation(
      .cueInPhrase,
      """
      A line that starts with > is a wish that the listener repeats silently. It may end in a silence,
      which replaces the usual echo. Everything else has a line of its own.
      """, example: "> May I be safe. [bell]\n", fixed: "> May I be safe.\n[bell]\n"),
    Explanation(
      .nothingToSpeak,
      """
      A line without a letter or digit can't be spoken. For a new section write # and its name, for
      a silence [pause], for a note of your own // at the start of the line.
      """, example: "Let the day go.\n---\nRest.\n", fixed: "Let the day go.\n# Resting\nRest.\n"),
    Explanation(
      .utteranceTooLong,
      """
      One utterance has at most 2,000 characters, and that is already several minutes without a
      breath. Each line is one utterance: break it where the thought ends.
      """),
    Explanation(
      .openBracket,
      "A cue begins with [ and ends with ] on the same line; cues can't contain cues.",
      example: "Let the day go. [pause 10s\n", fixed: "Let the day go. [pause 10s]\n"),
    Explanation(
      .strayBracket, "A ] closes a cue. To have one in the text, write \\].",
      example: "Let the day go. pause 10s]\n", fixed: "Let the day go. [pause 10s]\n"),
    Explanation(
      .badValue,
      """
      Braces contain a value that is filled in: {name}, {they}, {listener}, a word of your own, with
      a verb that agrees, {they are}, or with words for when it is not set, {place|this room}.
      """, example: "Feel {the whole of your body}.\n", fixed: "Feel {place|this room}.\n"),
    Explanation(
      .badEscape,
      "A backslash makes the mark after it ordinary: \\[ is a bracket in the text. Before a letter it means nothing.",
      example: "Let the day go.\\n\n", fixed: "Let the day go.\n"),
    Explanation(
      .bareThey,
      """
      {they} becomes "she" or "he" for some people, and then "are" is wrong. With the verb inside
      the braces both change together.
      """, example: "[toward friend]\nSee how {they} are.\n",
      fixed: "[toward friend]\nSee how {they are}.\n"),
  ]

  /// What came along from elsewhere.
  static let strangerPages = [
    Explanation(
      .parenthesisedCue,
      """
      Scripts for human readers put directions in parentheses; here they would be read aloud. Cues
      go in square brackets. If the words are really meant to be spoken, write \\(.
      """, example: "Let the day go. (pause 10 seconds)\n", fixed: "Let the day go. [10s]\n"),
    Explanation(
      .curlyCue, "Curly brackets are for values such as {name}. Cues go in square brackets.",
      example: "Let the day go. {pause 10s}\n", fixed: "Let the day go. [pause 10s]\n"),
    Explanation(
      .wideBrackets, "Full-width brackets look like those of a cue, but would be read aloud.",
      example: "Let the day go. ［pause 10s］\n", fixed: "Let the day go. [pause 10s]\n"),
    Explanation(
      .onlyParenthesis,
      "A line in parentheses is often a direction for the reader, and here it is spoken.",
      example: "(in a warm tone)\nLet the day go.\n", fixed: "// in a warm tone\nLet the day go.\n"
    ),
    Explanation(
      .tag,
      """
      Tags of SSML or HTML have no meaning here and are not said. Leave them out.
      """, example: "Let the <em>day</em> go.\n", fixed: "Let the day go.\n"),
    Explanation(
      .pauseTag,
      """
      In SSML a tag makes a pause. Here it would be passed over, and the pause be lost. Silences are
      cues in square brackets, such as [3s].
      """, example: "Let the day go. <break time=\"3s\"/>\n", fixed: "Let the day go. [3s]\n"),
    Explanation(
      .stars, "Stars mark words in other kinds of text. Here they mean nothing.",
      example: "Let the day *go*.\n", fixed: "Let the day go.\n"),
    Explanation(
      .bareCue,
      """
      The line reads like a cue, but without brackets it is spoken. If it should be, nothing needs to
      change: this is only a warning.
      """, example: "Let the day go.\npause 10 seconds\n", fixed: "Let the day go.\n[10s]\n"),
  ]

  /// Blocks, moments, limits.
  static let blockPages = [
    Explanation(
      .blockNotEnded,
      "What is repeated goes between [repeat …] or [for each …] and [end]. This block has no end.",
      example: "[repeat 3 times]\nLet the day go.\n",
      fixed: "[repeat 3 times]\nLet the day go.\n[end]\n"),
    Explanation(
      .endWithoutBlock, "[end] ends the block that was opened last. No fitting one is open here.",
      example: "Let the day go.\n[end]\n", fixed: "[repeat 2 times]\nLet the day go.\n[end]\n"),
    Explanation(
      .tooDeep, "Blocks can be nested 32 deep.",
      example: String(repeating: "[repeat 1 time]\n", count: 33) + "Let go.\n"
        + String(repeating: "[end]\n", count: 33), fixed: "[repeat 1 time]\nLet go.\n[end]\n"),
    Explanation(
      .tooManyEvents,
      """
      A session holds at most 200,000 utterances, silences, bells and breaths. Repeats inside repeats
      multiply. They are counted before anything is repeated.
      """,
      example: "[repeat 1000 times]\n[repeat 1000 times]\nLet go.\n[end]\n[end]\n",
      fixed: "[repeat 10 times]\n[repeat 10 times]\nLet go.\n[end]\n[end]\n"),
    Explanation(
      .pinInBlock,
      """
      "until" and "at" name a time of the practice, and each time comes once. In a block that is
      repeated, and in a course or an included file, write a length instead.
      """, example: "[repeat 2 times]\n[silence until 5:00]\n[end]\n",
      fixed: "[repeat 2 times]\n[5 min]\n[end]\n"),
    Explanation(
      .pinBackwards,
      "Times count from the start of the practice, and each is later than the one before.",
      example: "Sit.\n[bell at 10:00]\nStay.\n[bell at 5:00]\n",
      fixed: "Sit.\n[bell at 5:00]\nStay.\n[bell at 10:00]\n"),
    Explanation(
      .soundBeforeDay,
      """
      The sections of a course are its days. What comes before the first heading is for all of
      them, so only settings such as [toward friend] are allowed there.
      """, example: "Title: A week\n\nWelcome.\n# Day 1\nSit.\n",
      fixed: "Title: A week\n\n# Day 1\nWelcome.\nSit.\n", in: .course),
  ]
}
