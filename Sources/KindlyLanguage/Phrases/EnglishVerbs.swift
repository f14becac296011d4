/// What redirection knows of English verbs: how a few of them agree, and which need not.
enum EnglishVerbs {
  /// A verb that agrees with I, for another subject; nil if it is none of those that are known.
  static func agreeing(_ verb: String, with agreement: EnglishForms.Agreement) -> String? {
    guard let (singular, plural) = known[verb] else { return nil }
    return agreement == .singular ? singular : plural
  }

  /// First-person form: (she form, they form).
  private static let known: [String: (String, String)] = [
    "am": ("is", "are"), "was": ("was", "were"), "have": ("has", "have"), "do": ("does", "do"),
    "don't": ("doesn't", "don't"), "haven't": ("hasn't", "haven't"),
    "wasn't": ("wasn't", "weren't"), "aren't": ("isn't", "aren't"),
  ]

  /// Verbs that are the same for everybody; a verb after one of them, or after an I that one of
  /// them stands before, is in its base form and stays: "may I find", "I may find".
  static let unchanging: Set<String> = [
    "may", "let", "can", "will", "would", "could", "should", "might", "must", "shall", "did", "had",
    "cannot", "can't", "won't", "wouldn't", "couldn't", "shouldn't", "mightn't", "mustn't",
    "didn't",
    "hadn't", "be", "were",
  ]

  /// Words after I that are no verb: "you and I, who are here".
  static let noVerbs: Set<String> = [
    "and", "or", "nor", "but", "who", "whom", "whose", "which", "that", "than", "as", "if", "when",
    "while", "where", "with", "without", "in", "on", "at", "to", "for", "from", "of", "by", "into",
    "through", "like", "alone", "myself", "both", "all", "because", "so", "though", "until", "yet",
    "may", "the", "a", "my", "me",
  ]

  /// Verbs in wishes that are hardly ever nouns, so that they are known after "and": "I am safe and
  /// feel loved", unlike "I am full of peace and love".
  static let plainlyVerbs: Set<String> = [
    "feel", "know", "want", "give", "live", "find", "see", "hear", "breathe", "begin", "choose",
    "accept", "forgive", "deserve", "belong", "keep", "become", "receive", "allow", "learn",
  ]

  /// Whether a word may stand between I and its verb.
  static func isAdverb(_ word: String) -> Bool {
    adverbs.contains(word) || word.hasSuffix("ly") && !verbsInLy.contains(word)
  }

  private static let adverbs: Set<String> = [
    "not", "never", "always", "also", "too", "just", "now", "still", "already", "often",
    "sometimes",
    "only", "ever", "even", "once", "again", "here", "today", "first", "indeed", "perhaps", "maybe",
    "thus", "then", "soon", "myself",
  ]

  private static let verbsInLy: Set<String> = [
    "rely", "apply", "supply", "reply", "comply", "multiply", "fly", "imply", "rally", "tally",
    "sally", "ally",
  ]

  /// Whether a word after "I'd" makes it "I had" and not "I would".
  static func followsHad(_ word: String) -> Bool {
    ["better", "been", "known", "had", "done", "gone", "come", "felt", "seen", "given"].contains(
      word)
      || word.hasSuffix("ed") && !["need", "heed", "feed", "speed", "bleed"].contains(word)
  }
}
