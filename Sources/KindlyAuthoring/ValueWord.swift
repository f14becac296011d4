/// A word in braces that the language fills in by itself.
struct ValueWord {
  var word: String
  var meaning: String

  static let all: [ValueWord] =
    [
      ("name", "the name of whom wishes are directed at"), ("they", "she, he, they or you"),
      ("them", "her, him, them or you"), ("their", "her, his, their or your"),
      ("theirs", "hers, his, theirs or yours"),
      ("themself", "herself, himself, themselves or yourself"),
      ("they are", "with a verb that agrees: she is, they are"),
      ("they have", "with a verb that agrees: he has, they have"),
      ("they do", "with a verb that agrees: she does, they do"),
      ("name is", "with a verb that agrees: Rosa is, you are"),
      ("listener", "the listener's name"), ("round", "the number of the round in [repeat …]"),
    ].map(ValueWord.init)
}
