extension Explanation {
  /// Phrase sets, wishes and values.
  static let phrasePages = [
    Explanation(
      .notInPhraseSet, "A phrase set contains only words: one wish a line, or a group of lines.",
      example: "May I be safe. [5s]\n", fixed: "May I be safe.\n", in: .phrases),
    Explanation(
      .unknownRole,
      """
      In a group each line says for whom its words are: self, you, they, she, he, we, all. If the
      word belongs to the wish, write a backslash before its colon.
      """, example: "slef: Möge ich sicher sein.\nyou: Mögest du sicher sein.\n",
      fixed: "self: Möge ich sicher sein.\nyou: Mögest du sicher sein.\n", in: .phrases),
    Explanation(
      .manyWishes,
      "Three or four wishes are what one can stay with. This is a hint, not a rule.",
      example: "May I be safe.\nMay I be well.\nMay I be calm.\nMay I be free.\nMay I be glad.\n",
      fixed: "May I be safe.\nMay I be well.\nMay I be calm.\nMay I be free.\n", in: .phrases),
    Explanation(
      .noWishes, "A phrase set without a wish can't be used.", example: "Title: Evening\n",
      fixed: "Title: Evening\n\nMay I be safe.\n", in: .phrases),
    Explanation(
      .phraseVerb,
      """
      Wishes are written in the first person and directed at others. "May I feel" becomes "May she
      feel", but "I feel" would need another form of the verb, and the program does not guess it.
      Begin with "May I", or write a line for each person in a phrase set.
      """, example: "[toward Maya, she]\n> I feel at home.\n",
      fixed: "[toward Maya, she]\n> May I feel at home.\n"),
    Explanation(
      .phraseWording,
      """
      A phrase with lines for each person needs one that fits the person it is directed at. She and
      he may use the "they:" line, and so may all beings.
      """, example: "[phrases evening]\n", fixed: "[phrases classic]\n"),
    Explanation(
      .valueAgreement,
      "A verb after a value agrees with it only inside the braces: {name is}, {they have}.",
      example: "See how {name} is today.\n", fixed: "See how {name is} today.\n"),
    Explanation(
      .valueWords,
      """
      {they}, {them}, {their} and the like have words in English. In other languages write the words
      themselves, or use {name}.
      """, example: "Language: de\n\nDenke an {them}.\n",
      fixed: "Language: de\n\nDenke an {name}.\n"),
  ]

  /// Bells and voices.
  static let sheetPages = [
    Explanation(
      .bellRow,
      """
      Below its keys a bell has rows of numbers, one for each partial: ratio to the pitch, level in dB,
      T60 in seconds, and if you like beat, depth, mode and attack.
      """, example: "Name: Small bowl\nPitch: 440 Hz\n\n1.0 0\n",
      fixed: "Name: Small bowl\nPitch: 440 Hz\n\n1.0 0 12\n", in: .bell),
    Explanation(
      .backgroundRow,
      """
      Below its keys a background has rows, one for each layer: what it is (noise, waves, resonance,
      drops, crackles, tone or string), its level in dB, and its numbers, with commas between them.
      """, example: "Name: Shower\n\nnoise, 300 to 9000 Hz\n",
      fixed: "Name: Shower\n\nnoise 0 dB, 300 to 9000 Hz\n", in: .background),
    Explanation(
      .voiceRow,
      """
      Below its keys a voice may have rows that shape the timbre of espeak-ng, each a word and
      numbers, such as "pitch 180 275".
      """, example: "Name: Calm\nLanguage: en-US\nVoice: en-us\n\npich 180 275\n",
      fixed: "Name: Calm\nLanguage: en-US\nVoice: en-us\n\npitch 180 275\n", in: .voice),
    Explanation(
      .voiceEngine, "Some keys belong to one engine and mean nothing to another."),
    Explanation(
      .personTwice,
      "Each person of a profile has a name of their own, so that it is clear who is meant.",
      example: "Someone: Maya, she\nSomeone: Maya, she\n", fixed: "Someone: Maya, she\n",
      in: .profile),
    Explanation(
      .takenValue,
      "{name}, {they}, {listener} and the like already mean something; a word of your own needs another name.",
      example: "Set: name = Rosa\n", fixed: "Set: place = the garden\n", in: .profile),
  ]
}
