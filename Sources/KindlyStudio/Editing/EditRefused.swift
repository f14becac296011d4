/// Why the text can't be changed as a gesture or a field asks.
struct EditRefused: Error, Sendable, Equatable {
  /// What to tell the author.
  var sentence: String
}
