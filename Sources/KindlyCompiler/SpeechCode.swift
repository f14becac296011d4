import KindlyLanguage

/// The stable names of what `check` says about how words will be said.
public enum SpeechCode: String, Sendable, Hashable, CaseIterable {
  case nearLetters = "near-letters"
  case silent = "not-said"
  case entity = "web-sign"
  case garbled = "garbled-letters"
  case otherScript = "other-script"
  case guessed = "two-readings"
  case leftover = "leftover-end"
}

extension Explanation {
  /// The pages about how words are said.
  static let speech = SpeechCode.allCases.map { code in
    let (text, example, better) = page(of: code)
    return Explanation(code: code.rawValue, text, example: example, fixed: better)
  }

  private static func page(of code: SpeechCode) -> (String, String, String) {
    switch code {
    case .nearLetters:
      (
        """
        The narrator has no sound for a letter and would spell it out, so the nearest letters are said
        instead. About two hundred words of the practice have a sound of their own and are not told.
        Add a word of yours to own.pronunciations in your library folder, or to the practice.
        """, "Rest in ḍākinī.\n", "Pronounce: ḍākinī as dah-kinny\n\nRest in ḍākinī.\n"
      )
    case .silent:
      (
        """
        Nothing is said for emoji, for marks of other formats, and for signs that have no word in a
        sentence. If it was only decoration, leave it out of the text to be sure.
        """, "Be well 🙏.\n", "Be well.\n"
      )
    case .entity:
      (
        """
        This is how web pages write a sign. It came along when the text was copied. It is said as the
        sign it stands for; write that sign.
        """, "You &amp; me.\n", "You and me.\n"
      )
    case .garbled:
      (
        """
        These letters are what becomes of a text that was saved in one encoding and opened in another.
        They are said as what they were before.
        """, "Iâ€™m here.\n", "I'm here.\n"
      )
    case .otherScript:
      (
        """
        A word in another script than the language's is spelled out by most narrators, or left out.
        Write it in the letters of the language, or put [language …] before it.
        """, "Rest in любовь.\n", "Rest in love.\n"
      )
    case .guessed:
      (
        """
        People read this in more than one way: 3/4/2024 is in March or in April, 5m is minutes or
        metres. One of them will be said. Write it out.
        """, "On 3/4/2024 we sit.\n", "On March fourth we sit.\n"
      )
    case .leftover:
      (
        """
        Scripts of other programs end in such a line. Here it is a word, and it will be said.
        """, "Be well.\nEND\n", "Be well.\n"
      )
    }
  }
}
