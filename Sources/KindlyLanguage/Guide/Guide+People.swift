extension Guide {
  static let phrases = Chapter(
    title: "Wishes",
    parts: [
      .text(
        """
        [phrases] speaks the listener's own wishes, or those of the header's Phrases line, or the
        traditional ones. Between two there is time to repeat them.
        """),
      .example(
        """
        [phrases]
        [phrases, 3 rounds, 10s apart]
        [phrases, 2 rounds, 8s after each]
        [phrases forgiveness]
        """, .practice),
      .example("Length: 20 min\n\nNow the wishes.\n[phrases, fill]", .practice),
      .text(
        "fill: as many rounds as the length holds. On the out-breath, each wish takes a whole breath:"
      ),
      .example("[phrases, 2 rounds, on the out-breath]", .practice),
    ])

  static let people = Chapter(
    title: "For whom",
    parts: [
      .text(
        """
        Write wishes in the first person. [toward …] turns them toward somebody: "May I be safe" becomes
        "May you be safe", or with "Person: third" in the header "May Maya be safe", then "May she be
        safe". There are self, benefactor, friend, neutral, difficult and all, the people of the
        listener's profile, and names with a pronoun: she, he or they, er, sie or mehrere, él, ella, ellos
        or ellas, il, elle, ils or elles.
        """),
      .example(
        """
        Care: With a difficult person, go gently; come back to yourself at any time.

        [toward friend]
        > May I be safe.
        [toward difficult]
        > May I be safe.
        [toward Maya, she]
        > May I be safe.
        [toward friend and self]
        > May I be safe.
        [toward all]
        > May I be safe.
        """, .practice),
    ])

  static let values = Chapter(
    title: "Words that change",
    parts: [
      .text(
        """
        In guidance, braces hold words that depend on the person: {name}, {they}, {them}, {their},
        {theirs}, {themself}, and with a verb that agrees {they are}, {they have}, {they do}, {name is}.
        {listener} is the listener's name. Any other word is your own: it comes from --set, from the
        profile, or from what stands after the bar.
        """),
      .example(
        """
        [toward friend]
        Bring {name} to mind, just as {they are} today.
        Feel {place|this room} around you.
        """, .practice),
    ])

  static let settings = Chapter(
    title: "Voice and pace",
    parts: [
      .text(
        """
        These last until they are changed, or until the block or file ends in which they stand.
        Headings change nothing.
        """),
      .example(
        """
        [voice warm]
        [slower]
        Let it be quiet.
        [normal speed]
        And come back.
        [faster]
        A little quicker.
        [language de]
        Und jetzt auf Deutsch.
        [breath in 4s, hold 2s, out 6s]
        """, .practice),
    ])

  static let background = Chapter(
    title: "Background",
    parts: [
      .text(
        """
        A sound can lie under the practice, softer than the voice: one of the library, or your own file,
        which is repeated without a seam. It lasts like other settings.
        """),
      .example(
        """
        Background: rain

        Listen to the rain.
        [background stream, softly]
        Now to the water.
        [background "sea.flac", louder]
        Now to the sea. [2 min]
        [background fades over 2 min]
        And now to what is left. [3 min]
        [no background]
        """, .practice),
    ])

  static let blocks = Chapter(
    title: "Again, and for each",
    parts: [
      .text(
        """
        What stands between [repeat …] and [end] is heard so many times in all; {round} is the number
        of the round. [for each …] turns to several people one after another.
        """),
      .example(
        """
        [repeat 3 times]
        This is round {round}.
        > May I be well.
        [end]

        [for each benefactor, friend and neutral]
        Think of {name}.
        [phrases]
        [end]
        """, .practice),
    ])

  static let breathing = Chapter(
    title: "Breathing",
    parts: [
      .text(
        """
        [breathe 5 times] guides breaths with a soft tone that rises going in and falls going out.
        [3 breaths] is a silence of that length.
        """),
      .example(
        "[breath in 4s, out 6s]\n[breathe 5 times]\nNow by yourself. [5 breaths]", .practice),
    ])
}
