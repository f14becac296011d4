import KindlyBase

/// Words that are said otherwise than they are written, found wherever they are alone.
struct SaidLexicon: Sendable {
  struct Entry: Sendable {
    /// In small letters.
    var word: [Unicode.Scalar]
    var spoken: String
    /// Its place in the list.
    var rank: Int
  }

  private var entries: [Unicode.Scalar: [Entry]] = [:]

  /// Of words that begin alike the longest counts, of equal words the earlier.
  init(_ list: [Respelling]) {
    for (rank, respelling) in list.enumerated() where !respelling.spoken.isEmpty {
      let word = ComposedText(respelling.word).characters.map { Self.folded($0.scalar) }
      guard let first = word.first else { continue }
      entries[first, default: []].append(Entry(word: word, spoken: respelling.spoken, rank: rank))
    }
    for key in entries.keys {
      entries[key]?.sort { (-$0.word.count, $0.rank) < (-$1.word.count, $1.rank) }
    }
  }

  /// The entry whose word is alone at a place, and the place after it.
  func entry(in text: [SpeakableText.Character], at index: Int) -> (Entry, end: Int)? {
    guard !entries.isEmpty, let candidates = entries[Self.folded(text[index].scalar)] else {
      return nil
    }
    for entry in candidates {
      let end = index + entry.word.count
      guard end <= text.count else { continue }
      if end < text.count, text[end].scalar.isWordLike, entry.word.last?.isWordLike ?? false {
        continue
      }
      let isHere = entry.word.indices.allSatisfy {
        Self.folded(text[index + $0].scalar) == entry.word[$0]
      }
      if isHere { return (entry, end) }
    }
    return nil
  }

  /// In small letters, where that is one letter.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    return small.count == 1 ? small.first ?? scalar : scalar
  }
}
