extension Guide {
  static let otherFiles = Chapter(
    title: "Other files",
    parts: [
      .text(
        """
        [include settling] puts another practice in: from the same folder, from your library, or a
        built-in one. [recorded "hello.flac"] plays a recording that lies beside the practice. A name in
        quotation marks is taken to the letter, in every cue.
        """),
      .example(
        "[include settling]\nNow the wishes.\n[recorded \"hello.flac\"]\n[phrases \"set A\"]",
        .practice),
    ])

  static let courses = Chapter(
    title: "Courses",
    parts: [
      .text(
        """
        A file that ends in .course is a practice whose sections are days. Settings before the first
        heading hold for all of them, and Length is the length of a day.
        """),
      .example(
        """
        Title: A first week
        Length: 10 min

        # Days 1 to 3: yourself
        [include metta]

        # Day 4: a friend
        [toward friend]
        [include metta-friend]
        """, .course),
    ])

  static let phraseSets = Chapter(
    title: "Phrase sets",
    parts: [
      .text(
        """
        A file that ends in .phrases holds wishes, one a line; three or four are enough. In languages
        other than English give each wish a line for each person: self, you, they, she, he, we, all.
        """),
      .example("Title: At ease\n\nMay I be at ease.\nMay I be at home.", .phrases),
      .example(
        """
        Language: de

        self: Möge ich sicher sein.
        you: Mögest du sicher sein.
        they: Mögen sie sicher sein.

        self: Möge es mir gut gehen.
        you: Möge es dir gut gehen.
        they: Möge es ihnen gut gehen.
        """, .phrases),
    ])

  static let header = Chapter(
    title: "The header",
    parts: [
      .text(
        """
        Lines of the form "Key: value" at the very top, up to the first blank line. All may be left
        out. In a title, as in a heading, {values} are filled in.
        """),
      .example(
        HeaderKey.allCases.map { "\($0.rawValue): \($0.declaration.example)" }
          .joined(separator: "\n") + "\n\nLet the day go.", .practice),
      .text(
        HeaderKey.allCases.map { "- \($0.rawValue): \($0.declaration.meaning)" }
          .joined(separator: "\n")),
      .text(
        "\"Bell: none\" keeps the times and stays silent. Care is shown before the session begins."),
    ])

  static let notes = Chapter(
    title: "Notes",
    parts: [
      .text("What follows // at the start of a line or after a space is for you alone."),
      .example("// Speak to somebody tired.\nLet the day go. // not \"forget\"", .practice),
    ])

  /// Every cue with ways to write it, from the table of cues.
  static let cues = Chapter(
    title: "Every cue",
    parts: [
      .text(
        CueKind.allCases.map { kind in
          let examples = kind.declaration.examples.map { "[\($0)]" }
          return "- \(kind.declaration.meaning):\n" + lines(of: examples)
        }.joined(separator: "\n"))
    ])

  /// Words joined by commas, in lines that fit a terminal.
  private static func lines(of words: [String]) -> String {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.count + word.count < 90 {
        lines[lines.count - 1] = last + ", " + word
      } else {
        lines.append("  " + word)
      }
    }
    return lines.joined(separator: ",\n")
  }

  /// What `kindly new` writes: a commented practice to start from.
  public static let template = """
    Title: My practice
    Summary: One line about it
    Language: en
    Voice: calm
    Bell: bowl
    Length: 10 min

    // Lines that start like this are notes for you; nobody hears them.
    // What stands in square brackets is a cue. Everything else is spoken.
    // kindly check FILE finds mistakes, kindly play FILE plays it,
    // and kindly help language shows everything that can be written.

    # Arriving
    [bell]
    Find a way of sitting that is kind to your body.
    Feel where you are held. [20s]

    # Wishes
    [toward self]
    Say each wish silently, after me.

    > May I be safe.
    > May I be at ease.
    > May I be kind to myself.

    // Three more rounds of the listener's own wishes; a blank line is a longer silence.
    [phrases, 3 rounds]

    # Resting
    // [rest] takes all the time that is left.
    Let the words go, and stay with whatever is here. [rest]

    # Closing
    Slowly come back. [~10s]
    [bell, 3 times]

    """
}
