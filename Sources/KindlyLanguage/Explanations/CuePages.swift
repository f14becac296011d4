extension Explanation {
  /// The inside of square brackets.
  static let cuePages = [
    Explanation(
      .emptyCue, "Brackets contain a cue. These are empty.",
      example: "Let the day go. []\n", fixed: "Let the day go. [pause]\n"),
    Explanation(
      .unknownCue,
      """
      Everything in square brackets is a cue, and every word in it must be understood. A cue that
      is not is never spoken and never dropped, because a slip must not be read aloud in the middle
      of somebody's sitting. kindly help language lists every cue.
      """, example: "[repeet 3 times]\nLet the day go.\n[end]\n",
      fixed: "[repeat 3 times]\nLet the day go.\n[end]\n"),
    Explanation(
      .unfinishedCue, "The cue starts well, but something is missing in it.",
      example: "Let the day go. [bell, 5s]\n", fixed: "Let the day go. [bell, 2 times, 5s apart]\n"
    ),
    Explanation(
      .missingUnit,
      """
      Ten seconds and ten minutes are not the same, so every length has a unit: 10s, 10 seconds,
      2 min, 1 h, 3 breaths.
      """, example: "Let the day go. [pause 10]\n", fixed: "Let the day go. [pause 10s]\n"),
    Explanation(
      .unknownUnit,
      """
      Cue words are English, whatever the language of the practice, and so are units: ms, s, min, h and
      breaths, or seconds, minutes and hours.
      """, example: "Lass den Tag los. [10 Sekunden]\n", fixed: "Lass den Tag los. [10s]\n"),
    Explanation(
      .ambiguousNumber,
      """
      A comma divides thousands in some countries and decimals in others. Both 1,5 min and 1.5 min are
      read; with three digits after the comma nobody can tell.
      """, example: "Let the day go. [1,500 ms]\n", fixed: "Let the day go. [1500 ms]\n"),
    Explanation(
      .clockTime,
      """
      1:30 may be a minute and a half, or an hour and a half. Lengths have units; the form with a
      colon is for times of the practice, after "until" and "at".
      """, example: "Let the day go. [1:30]\n", fixed: "Let the day go. [1m30s]\n"),
    Explanation(
      .mixedUnits,
      "In a length the larger unit comes first and each unit once. Breaths can't be mixed with other units.",
      example: "Let the day go. [30s 1 min]\n", fixed: "Let the day go. [1 min 30 s]\n"),
    Explanation(
      .backwards,
      "A range goes from the shorter to the longer length, both in the same kind of unit.",
      example: "Let the day go. [40s to 10s]\n", fixed: "Let the day go. [10s to 40s]\n"),
    Explanation(
      .tooLong,
      """
      A session lasts 24 hours at most, and so do its silences together. If the length you ask for
      is longer than the practice can last, put [rest] where the silence should grow.
      """, example: "Let the day go. [90 hours]\n", fixed: "Let the day go. [90 min]\n"),
    Explanation(
      .silenceAlone,
      """
      [silence] could be a pause of usual length, or all the time that is left. Say which one.
      """, example: "Let the day go. [silence]\n", fixed: "Let the day go. [rest]\n"),
    Explanation(
      .saidTwice, "A cue says each thing once.", example: "[bell, softly, softly]\n",
      fixed: "[bell, softly]\n"),
    Explanation(
      .tooManyPeople,
      """
      Wishes go toward one person or toward two together. To turn to several one after another,
      write a block.
      """, example: "[toward friend, neutral and self]\n> May I be safe.\n",
      fixed: "[for each friend, neutral and self]\n> May I be safe.\n[end]\n"),
    Explanation(
      .pronounAlone, "She, he and they say how to speak of the name before them.",
      example: "[toward she]\n> May I be safe.\n", fixed: "[toward Maya, she]\n> May I be safe.\n"),
    Explanation(
      .notLanguage,
      "Languages are named by short tags: en, de, es, pt-BR.",
      example: "Language: German\n\nLass den Tag los.\n",
      fixed: "Language: de\n\nLass den Tag los.\n"),
    Explanation(
      .openQuote, "Quotation marks around a file name come in pairs, or not at all.",
      example: "[recorded \"hello.flac]\n", fixed: "[recorded \"hello.flac\"]\n"),
    Explanation(
      .outside,
      """
      A file may name others in its own folder and in the library, and nowhere else: a practice from
      somewhere must not be able to read what is yours.
      """, example: "[include ../secret]\n", fixed: "[include settling]\n"),
  ]
}
