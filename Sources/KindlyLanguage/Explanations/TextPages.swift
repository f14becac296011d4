extension Explanation {
  /// The bytes of a file.
  static let textPages = [
    Explanation(
      .tooLarge,
      """
      Practice files are limited to 1 MiB, which is far more than anybody could listen to in a day.
      A larger one is probably something else, such as a recording. It is not read.
      """),
    Explanation(
      .invalidUTF8,
      """
      Texts are read as UTF-8, as nearly every editor writes them today. The byte that is named here
      does not belong to any character of it; often the file was saved in an older encoding, such as
      Windows-1252 or UTF-16. Open it in an editor and save it as UTF-8.
      """),
    Explanation(
      .nul,
      """
      Text files contain no NUL bytes. They come from files of another kind, such as recordings, or
      from a copy that went wrong.
      """, example: "Breathe\0 in.\n", fixed: "Breathe in.\n"),
    Explanation(
      .control,
      """
      Control characters can't be seen or spoken, and could do harm in a terminal. Tabs and line ends
      are fine, also those of Windows; a carriage return alone, as very old files have it, is not.
      """, example: "Let it \u{7}be.\n", fixed: "Let it be.\n"),
    Explanation(
      .direction,
      """
      Some invisible characters turn the direction of the text around them, so that what one sees is
      not what is spoken. Remove them; text in Arabic or Hebrew needs none.
      """, example: "May you \u{202E}be safe.\n", fixed: "May you be safe.\n"),
    Explanation(
      .lineTooLong,
      """
      A line has at most 10,000 characters. Break it where the voice should take a breath: each line
      is one utterance.
      """),
  ]

  /// After the last problem of a file that is kept.
  static let morePages = [
    Explanation(
      .moreProblems,
      """
      Only the first problems of a file are kept and shown. Fix those, then check the file again; often
      the others had the same cause.
      """)
  ]

  /// `Key: value` lines.
  static let headerPages = [
    Explanation(
      .unknownKey,
      """
      The header says things about the whole file in lines of the form "Key: value". Each kind of
      file has its keys, and a line with another one would do nothing, so it is an error.
      """, example: "Titel: Evening\n\nLet the day go.\n",
      fixed: "Title: Evening\n\nLet the day go.\n"),
    Explanation(
      .noColon,
      """
      In the header every line is of the form "Key: value", up to the first blank line. Text that
      should be spoken comes after that blank line.
      """, example: "Title: Evening\nLet the day go.\n",
      fixed: "Title: Evening\n\nLet the day go.\n"),
    Explanation(
      .keyTwice, "A key is given once, so that nobody needs to know which line would win.",
      example: "Title: Evening\nTitle: Night\n\nLet the day go.\n",
      fixed: "Title: Evening\n\nLet the day go.\n"),
    Explanation(
      .emptyValue, "A key without a value says nothing. Write one, or remove the line.",
      example: "Title: Evening\nAuthor:\n\nLet the day go.\n",
      fixed: "Title: Evening\n\nLet the day go.\n"),
    Explanation(
      .unreadableValue,
      "This value is not in the form that its key needs; the report shows one that is.",
      example: "Length: quite long\n\nLet the day go.\n",
      fixed: "Length: 20 min\n\nLet the day go.\n"),
    Explanation(
      .outOfRange,
      "A number that is far from everything that makes sense is more likely a slip than a wish.",
      example: "[repeat 100000 times]\nLet the day go.\n[end]\n",
      fixed: "[repeat 10 times]\nLet the day go.\n[end]\n"),
    Explanation(
      .missingKey, "This key is required: a bell, for instance, needs a pitch.",
      example: "Name: Small bowl\n\n1.0 0 12\n",
      fixed: "Name: Small bowl\nPitch: 440 Hz\n\n1.0 0 12\n", in: .bell),
    Explanation(
      .frontMatter,
      """
      Other programs put a header between lines of three dashes. Here the header is simply the first
      paragraph: no dashes, and a blank line at its end.
      """, example: "---\nTitle: Evening\n---\n\nLet the day go.\n",
      fixed: "Title: Evening\n\nLet the day go.\n"),
    Explanation(
      .lateHeader,
      """
      The header ends at the first blank line. A header line right after it was surely meant for the
      header; it would be read aloud. Remove the blank line between them.
      """, example: "Title: Evening\n\nLength: 20 min\n\nLet the day go.\n",
      fixed: "Title: Evening\nLength: 20 min\n\nLet the day go.\n"),
    Explanation(
      .headerInText,
      """
      A line in the middle of the text starts with a word of the header and a colon. It will be
      spoken. If it should be, write a backslash before the colon, and nobody asks again.
      """, example: "# Evening\nCare: be gentle.\n",
      fixed: "# Evening\nCare\\: be gentle.\n"),
  ]
}
