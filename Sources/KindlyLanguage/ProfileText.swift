extension Profile {
  /// What a new profile says.
  public static let template = """
    // Your settings for Kindly. They stay on this machine.
    // Every line is optional: remove the two slashes before those you want.

    // Name: Mira
    // Friend: Rosa, she
    // Benefactor: James, he
    // Neutral: the neighbour, they
    // Difficult: Alex, they
    // Someone: Maya, she
    // Voice: calm
    // Bell: bowl
    // Breath: in 4s, out 6s
    // Length: 20 minutes
    // Set: place = the garden

    // Your own wishes, one a line, each after a ">":

    """

  /// A profile's text with other own wishes of a language. All else stays as it is written: every other
  /// line, every note, the wishes of other languages, and the line of a wish that stays.
  /// - Parameters:
  ///   - source: the profile as it is.
  ///   - wishes: the wishes it shall have.
  ///   - language: the language of the wishes, a BCP 47 tag; it is written down before them where the
  ///     profile does not say it. Nil for the wishes above every `Language`.
  public static func text(
    of source: Source, withWishes wishes: [WrittenWish], in language: String? = nil
  ) -> String {
    WishRewriting(source, language).text(with: wishes)
  }
}
