/// A program and its arguments as they are written without a shell: words apart by spaces, those with
/// spaces in double quotes; nothing else has a meaning. Nil where a quotation mark is left open.
package func programWords(_ text: String) -> [String]? {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  for character in text {
    switch character {
    case "\"":
      isQuoted.toggle()
      word = word ?? ""
    case " " where !isQuoted:
      if let done = word { words.append(done) }
      word = nil
    default: word = (word ?? "") + String(character)
    }
  }
  if let word { words.append(word) }
  return isQuoted ? nil : words
}
