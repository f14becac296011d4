/// The words of a text as they are counted: runs of letters and digits, in lower case, with something in
/// them that can be seen. Markup has none of its own.
func countedWords(of text: some Collection<Scalar>) -> [String] {
  var words: [String] = []
  forEachCountedWord(of: text) { words.append(String(decoding: $0, as: UTF8.self)) }
  return words
}

/// Calls `body` with the UTF-8 of each counted word of a text.
func forEachCountedWord(of text: some Collection<Scalar>, _ body: ([UInt8]) -> Void) {
  var word: [UInt8] = []
  var isASCII = true
  var isVisible = false
  func finish() {
    guard !word.isEmpty else { return }
    if isVisible {
      body(isASCII ? word : Array(String(decoding: word, as: UTF8.self).lowercased().utf8))
    }
    word.removeAll(keepingCapacity: true)
    isASCII = true
    isVisible = false
  }
  for scalar in text {
    guard scalar.isLetter || scalar.digit != nil else {
      // What no one sees divides no word: a place to break it, a direction mark.
      if scalar.isBlank || scalar != "\u{AD}" && !scalar.isHidden { finish() }
      continue
    }
    if scalar.isASCII {
      let isCapital = 0x41...0x5A ~= scalar.value
      word.append(UInt8(truncatingIfNeeded: scalar.value | (isCapital ? 0x20 : 0)))
      isVisible = true
    } else {
      isASCII = false
      isVisible = isVisible || !scalar.properties.isDefaultIgnorableCodePoint
      word.append(scalar)
    }
  }
  finish()
}

/// How often each word is in one text more than in another.
///
/// Words are told apart by 64 bits of a hash: that two of a script share them happens once in ten
/// thousand million scripts.
struct WordBalance {
  private var counts: [UInt64: (word: [UInt8], left: Int)] = [:]

  /// Adds the words of a text, or takes them away; the number of its words.
  @discardableResult
  mutating func add(_ text: some Collection<Scalar>, times: Int) -> Int {
    var number = 0
    forEachCountedWord(of: text) { word in
      number += 1
      var hash = WordHash()
      for byte in word { hash.add(byte) }
      counts[hash.value, default: (word, 0)].left += times
    }
    return number
  }

  /// The words that are left over, in order.
  var left: [String] {
    counts.values.filter { $0.left > 0 }.map { String(decoding: $0.word, as: UTF8.self) }.sorted()
  }
}
