/// Looks for any of several words in a text, in one pass.
struct WordSearch {
  /// What is looked for, by its first byte.
  private var byStart: [[[UInt8]]] = Array(repeating: [], count: 256)

  /// Capitals of ASCII and small letters are the same.
  init(_ words: [String]) {
    for word in words {
      let bytes = Array(word.utf8)
      if let first = bytes.first { byStart[Int(first)].append(bytes) }
    }
  }

  /// Whether one of the words is in the text, also within another word.
  func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { isFound(in: $0) }
  }

  /// Whether one of the words is in the text, also within another word.
  func isFound(in text: some Collection<Scalar>) -> Bool { isFound(in: text.text) }

  private func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices {
      let words = byStart[Int(Self.small(bytes[index]))]
      guard !words.isEmpty else { continue }
      let isHere = words.contains { word in
        word.count <= bytes.count - index
          && word.indices.allSatisfy { Self.small(bytes[index + $0]) == word[$0] }
      }
      if isHere { return true }
    }
    return false
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
