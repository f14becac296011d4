extension Guide {
  static let start = Chapter(
    title: "A practice is a text",
    parts: [
      .text(
        """
        What stands in square brackets is a cue. Everything else in the script is spoken.
        That is nearly all there is to know:
        """),
      .example(
        """
        Title: Loving-kindness for yourself
        Length: 10 minutes

        # Arriving
        [bell]
        Let your body find a way of sitting that is kind to it.
        Notice the places where you are held. [20s]

        # For yourself
        [toward self]
        Say each wish silently, after me.

        > May I be safe.
        > May I be peaceful.

        [phrases, 3 rounds]

        # Closing
        Let the words go, and stay with whatever is here. [rest]
        [bell, 3 times]
        """, .practice),
      .text(
        """
        Save it as evening.practice, then try 'kindly check evening.practice'. A cue that is not understood
        is never spoken and never left out: check tells you where it is and what was probably meant.
        """),
    ])

  static let lines = Chapter(
    title: "Lines",
    parts: [
      .text(
        """
        Each line is one utterance, said in one breath; between two there is a short silence. A blank
        line makes it longer, and # begins a new section, longer still. A line that starts with > is
        a wish that the listener repeats silently, so it is followed by time for that.
        """),
      .example(
        """
        # Arriving
        Let your shoulders sink.
        Let your hands rest.

        There is nothing to do now.

        > May I be at ease.
        > May I be at home in this body. [15s]
        """, .practice),
      .text(
        """
        Indentation, quotation marks and extra spaces mean nothing. To speak a character that means
        something, write a backslash before it: \\[ \\{ \\# \\\\.
        """),
    ])

  static let silences = Chapter(
    title: "Silence",
    parts: [
      .text(
        """
        Between two sounds there is exactly one silence. A silence you write replaces the usual one;
        several in a row add up. Lengths always have a unit: 20s, 20 seconds, 1m30s, 2 minutes, half
        a minute, 1 h, 3 breaths. Also read are 1.5 min, 1,5 min, 1½ min, 1m30, 2' and 90'', and a range
        as 2-3 minutes or 1 to 2 min.
        """),
      .example(
        """
        Feel the breath. [20s]
        Exactly twenty seconds were here. [~20s]
        About twenty: it grows and shrinks with the length. [10s to 40s]
        Between ten and forty. [short pause]
        About five seconds. [pause]
        About ten. [long pause]
        About thirty. [3 breaths]
        As long as three breaths. [rest]
        All the time that was left, shared with the others. [rest x2]
        Twice as much as a single rest.
        """, .practice),
      .text(
        """
        A silence can also last until a moment of the practice, counted from its start. Such moments
        don't move when the practice gets longer or shorter.
        """),
      .example("Sit quietly. [silence until 14:30]\nThe second half begins.", .practice),
    ])

  static let bells = Chapter(
    title: "Bells",
    parts: [
      .example(
        """
        [bell]
        Sit. [5 min]
        [bell, softly]
        Stay. [5 min]
        [bell tingsha, 3 times, 6s apart]
        Come back slowly.
        [bell, let it fade]
        When the sound has gone, open your eyes.
        """, .practice),
      .text(
        """
        Speech waits until a bell has opened, or as long as a silence after it says. Bells can ring
        within a silence, and at a moment of the practice:
        """),
      .example(
        """
        [20 min, bell every 5 min]
        Now stay for as long as is left.
        [rest, bell every 10 min, softly]
        """, .practice),
      .example("Sit.\n[bell at 10:00]\nThe second part.", .practice),
    ])

  static let lengths = Chapter(
    title: "Length",
    parts: [
      .text(
        """
        With "Length: 20 min" in the header, or with --length 20m, the session lasts exactly that long,
        to the end of the last bell. Speech never gets slower; silences open up. [rest] takes what time
        there is; without one, wishes and pauses grow before the gaps between lines do. Silences such as
        [20s] stay as they are. If a length can't be reached, check says which ones can.

        Without a length every silence is as long as it naturally is, and a session ends two seconds
        after the last words, or when the last bell has rung out. A silence at the very end takes the
        place of the two seconds. If words follow the last bell and the length would cut it, it is
        struck earlier. Bells within a silence are struck only if they can ring out before the end.
        A section is a chapter if something is heard in it or a silence is written in it.
        """)
    ])
}
